-- Whom another closing time concerns: units with people who write, and their dossiers of the round.
-- returns: one
select
	(select count(distinct g.unit_id) from role_grant g join account a on a.id = g.account_id and a.active
		where g.revoked_at is null and g.role in ('drafter', 'unit_head')
		  and (:unit_id?::bigint is null or g.unit_id in (select c.unit_id from unit_closure c where c.ancestor_id = :unit_id))) as "units!",
	count(d.id) as "dossiers!",
	count(d.id) filter (where d.state = 'draft') as "drafts!",
	count(d.id) filter (where d.state = 'returned') as "returned!",
	count(d.id) filter (where d.state not in ('draft', 'returned')) as "filed!"
from office.season_dossiers(:season_id, :unit_id) d
