-- Every audit row that touches one nomination: its own, its dossier's, its session's and agenda item's,
-- its decision's and its honour lists', oldest first.
-- returns: many
with about as (
	select 'nomination' as object, n.id as object_id from nomination n where n.id = :nomination_id
	union all select 'dossier', n.dossier_id from nomination n where n.id = :nomination_id
	union all select 'filing', f.id from nomination n join filing f on f.dossier_id = n.dossier_id where n.id = :nomination_id
	union all select 'agenda_item', i.id from agenda_item i where i.nomination_id = :nomination_id
	union all select 'council_session', i.council_session_id from agenda_item i where i.nomination_id = :nomination_id
	union all select 'decision', h.decision_id from honour h where h.nomination_id = :nomination_id
	union all select 'honour', h.id from honour h where h.nomination_id = :nomination_id
	union all select 'honour_list', e.honour_list_id from honour h join honour_list_entry e on e.honour_id = h.id where h.nomination_id = :nomination_id
)
select l.at, a.full_name as "who?", l.action, l.object, l.object_id, l.detail::text as "detail!", l.request_id, l.address
from audit_log l
join (select distinct object, object_id from about) x on x.object = l.object and x.object_id = l.object_id
left join account a on a.id = l.account_id
order by l.id
limit 1000
