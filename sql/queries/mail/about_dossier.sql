-- What a notice about a dossier says of it.
-- returns: one
select d.id as dossier_id, d.unit_id, d.created_by as account_id, d.title, d.letter_no, u.name_vi as unit_name,
	(select count(*) from nomination n where n.dossier_id = d.id) as "nominations!",
	(select count(*) from nomination n where n.dossier_id = d.id and n.state = 'returned') as "returned!"
from dossier d
join unit u on u.id = d.unit_id
where d.id = :dossier_id
