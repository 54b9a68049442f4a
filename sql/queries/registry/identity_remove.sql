-- Take the identity number of a nomination out.
-- returns: one
select office.identity_remove(:nomination_id::bigint) as "changed!"
