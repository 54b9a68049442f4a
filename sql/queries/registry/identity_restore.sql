-- A nomination put back gets its number back.
-- returns: one
select office.identity_restore(:nomination_id::bigint) as "restored!"
