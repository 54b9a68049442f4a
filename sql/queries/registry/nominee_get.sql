-- One entry.
-- returns: one
select e.id as nominee_id, e.kind, e.name, e.name_key, e.gender, e.born_on, e.born_year, e.unit_id, u.name_vi as unit_name,
	e.merged_into, e.root_id, e.created_at, e.version, office.nominee_tail(e.id) as id_tail
from nominee e
join unit u on u.id = e.unit_id
where e.id = :nominee_id
