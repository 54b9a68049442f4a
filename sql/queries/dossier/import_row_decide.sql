-- What a person decided about a row of a preview.
-- returns: none
update import_row r
set decision = :decision, fix = :fix::jsonb
from import i
where r.import_id = :import_id and r.row_no = :row_no and r.class <> 'removed' and i.id = r.import_id and i.state = 'preview'
