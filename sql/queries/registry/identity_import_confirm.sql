-- Give the numbers of one column of a sheet to the nominations its rows made or changed; the others are forgotten.
-- returns: one
select office.identity_import_confirm(:import_id::bigint, :column_no::integer) as "changed!"
