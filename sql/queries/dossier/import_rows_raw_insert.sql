-- Rows of a chunk as sent; rows is a JSON array of [row number, cells].
-- returns: none
insert into import_row (import_id, row_no, raw)
select :import_id, (e.value ->> 0)::integer, e.value -> 1
from jsonb_array_elements(:rows::jsonb) e
