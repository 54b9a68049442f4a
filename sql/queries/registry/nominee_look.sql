-- The number of an entry, encrypted; writes the audit row.
-- returns: one
select office.nominee_look(:nominee_id::bigint, :request_id::text, :address::text) as "cipher!"
