-- The number of a nomination, encrypted; writes the audit row.
-- returns: one
select office.identity_look(:nomination_id::bigint, :request_id::text, :address::text) as "cipher!"
