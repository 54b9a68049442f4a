-- The register entry of a nomination with its published list.
-- returns: maybe
select h.id as honour_id, h.decision_id as "decision_id!", h.decision_no, h.decision_date, h.ordinal, h.coefficient::text as "coefficient!", h.bonus_dong,
	h.state, h.revoked_on, h.revoked_reason, l.title as "list_title?", l.slug as "list_slug?", l.state as "list_state?",
	l.published_version as "list_version?", l.release_at as "release_at?"
from honour h
left join honour_list_entry e on e.honour_id = h.id
left join honour_list l on l.id = e.honour_list_id
where h.nomination_id = :nomination_id
order by l.id desc
limit 1
