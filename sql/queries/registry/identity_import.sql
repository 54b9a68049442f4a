-- Keep the numbers of a sheet; numbers is a JSON array of {"row_no", "column_no", "hash", "cipher", "tail"}, bytes in hexadecimal.
-- returns: one
select office.identity_import(:import_id::bigint, :numbers::jsonb) as "kept!"
