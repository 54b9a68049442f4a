-- Cells without the identity numbers that stood in them; rows is a JSON array of [row number, cells].
-- returns: none
update import_row r
set raw = e.value -> 1
from jsonb_array_elements(:rows::jsonb) e
where r.import_id = :import_id and r.row_no = (e.value ->> 0)::integer
