-- Give the numbers of a sheet to the nominations its rows made or changed.
-- returns: one
select office.identity_import_confirm(:import_id::bigint) as "changed!"
