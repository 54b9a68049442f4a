-- One movement.
-- returns: one
select m.id as movement_id, m.unit_id, u.name_vi as unit_name, m.name, m.basis, m.purpose, m.scope, m.criteria,
	m.starts_on, m.ends_on, m.is_sample, m.version
from movement m
join unit u on u.id = m.unit_id
where m.id = :movement_id
