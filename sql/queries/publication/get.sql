-- One honour list with what its page says and what one may do with it.
-- returns: one
select l.id as honour_list_id, l.decision_id, l.unit_id, l.slug, l.title, l.introduction, l.state, l.prepared_by as prepared_by_id,
	p.full_name as prepared_by, c.full_name as "confirmed_by?", l.confirmed_at, l.content_sha256, l.release_at,
	l.published_version, l.correction, l.revoked_on, l.is_sample, l.version, l.job_id,
	d.number as decision_no, d.decided_on, u.code as unit_code, u.name_vi as unit_name,
	j.state as "job_state?", coalesce(j.progress, 0) as "progress!", coalesce(j.attempts, 0) as "attempts!",
	l.prepared_by = office.me() as "prepared_by_me!",
	l.unit_id in (select office.my_units(office.role_bit('publisher'))) as "mine!",
	(select count(*) from honour_list_entry e where e.honour_list_id = l.id) as "entries!",
	(select count(*) from honour_list_entry e where e.honour_list_id = l.id and e.shown) as "shown!",
	(select coalesce(max(h.period_year), extract(year from d.decided_on)::integer) from honour h where h.decision_id = d.id) as "year!"
from honour_list l
join decision d on d.id = l.decision_id
join unit u on u.id = l.unit_id
join account p on p.id = l.prepared_by
left join account c on c.id = l.confirmed_by
left join job j on j.id = l.job_id
where l.id = :honour_list_id
