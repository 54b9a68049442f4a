-- Imports of a dossier whose sending was cut: what has arrived waits for the rest.
-- returns: many
select i.id as import_id, i.file_name, i.total_rows, i.created_at, i.created_by = office.me() as "own!", a.full_name as who,
	(select coalesce(max(r.row_no), 0) from import_row r where r.import_id = i.id) as "last_row!"
from import i
join account a on a.id = i.created_by
where i.dossier_id = :dossier_id and i.state = 'loading'
order by i.id desc
limit 20
