-- Movements, newest first.
-- returns: many
select m.id as movement_id, m.name, m.starts_on, m.ends_on, u.name_vi as unit_name, m.is_sample,
	(select count(*) from season s where s.movement_id = m.id) as "seasons!"
from movement m
join unit u on u.id = m.unit_id
where (m.starts_on, m.id) < (:before_on, :before_id::bigint)
order by m.starts_on desc, m.id desc
limit :count
