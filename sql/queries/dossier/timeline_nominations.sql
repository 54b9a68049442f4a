-- Nominations of a dossier with where each stands, since when, why and by whom; of one state or all.
-- returns: many
select n.id as nomination_id, n.ordinal, n.name, n.kind, w.name_vi as award_name, n.state, n.state_reason, n.state_at,
	a.full_name as "state_by?"
from nomination n
join award_type w on w.id = n.award_type_id
left join account a on a.id = n.state_by
where n.dossier_id = :dossier_id and n.ordinal > :after and (:state?::nomination_state is null or n.state = :state)
order by n.ordinal
limit :count
