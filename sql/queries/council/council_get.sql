-- One council.
-- returns: one
select c.id as council_id, c.unit_id, c.name, c.level, c.established_by, u.name_vi as unit_name
from council c
join unit u on u.id = c.unit_id
where c.id = :council_id
