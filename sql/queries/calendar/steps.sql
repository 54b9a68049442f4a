-- How a closing time came about; for a unit, for all (unit NULL), or (mine) for the unit of mine that closes last.
-- returns: many
select t.step as "step!", t.cause as "cause!", t.closes_at as "closes_at!", t.began_at as "began_at?", t.ended_at as "ended_at?",
	e.document as "document?", e.reason as "reason?", e.made_at as "made_at?", u.name_vi as "for_unit?", o.note as "note?"
from (select case when :mine::boolean then (
		select g.unit_id from role_grant g
		where g.account_id = office.me() and g.revoked_at is null and g.role in ('drafter', 'unit_head')
		order by office.closes_at(:season_id, g.unit_id) desc, g.unit_id limit 1)
	else :unit_id?::bigint end as unit_id) w
cross join lateral office.closing_steps(:season_id, w.unit_id) t
left join deadline_extension e on e.id = t.extension_id
left join unit u on u.id = e.unit_id
left join outage o on o.id = t.outage_id
order by t.step
