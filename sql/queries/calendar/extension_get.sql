-- One extension.
-- returns: one
select e.id as extension_id, e.season_id, e.unit_id, u.name_vi as "unit_name?", e.closes_at, e.document, e.reason, e.withdrawn_at, s.name as season_name,
	now() as "now!"
from deadline_extension e
join season s on s.id = e.season_id
left join unit u on u.id = e.unit_id
where e.id = :extension_id and e.season_id = :season_id
