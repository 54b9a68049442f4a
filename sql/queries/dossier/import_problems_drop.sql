-- Leave out every row of a preview that has to be corrected; each can be taken up again.
-- returns: none
update import_row r
set decision = 'drop'
from import i
where r.import_id = :import_id and r.class = 'problem' and i.id = r.import_id and i.state = 'preview'
