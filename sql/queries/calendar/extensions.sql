-- Extensions of a round, those taken back too, the newest first.
-- returns: many
select e.id as extension_id, e.unit_id, u.name_vi as "unit_name?", e.closes_at, e.document, e.reason, a.full_name as made_by, e.made_at,
	b.full_name as "withdrawn_by?", e.withdrawn_at, e.withdrawn_reason
from deadline_extension e
join account a on a.id = e.made_by
left join unit u on u.id = e.unit_id
left join account b on b.id = e.withdrawn_by
where e.season_id = :season_id
order by e.id desc
