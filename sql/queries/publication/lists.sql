-- Honour lists in the office, newest first.
-- returns: many
select l.id as honour_list_id, l.slug, l.title, l.state, l.release_at, l.published_version, l.correction, l.is_sample,
	p.full_name as prepared_by, l.confirmed_at, d.number as decision_no, d.decided_on,
	(select count(*) from honour_list_entry e where e.honour_list_id = l.id and e.shown) as "entries!"
from honour_list l
join decision d on d.id = l.decision_id
join account p on p.id = l.prepared_by
where l.id < :before_id::bigint
order by l.id desc
limit :count
