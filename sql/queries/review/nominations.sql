-- Nominations of a dossier in their order, page by page, of one state when asked.
-- returns: many
select n.id as nomination_id, n.ordinal, n.kind, n.name, n.position, n.workplace, w.name_vi as award_name, n.state,
	n.state_reason, n.achievement
from nomination n
join award_type w on w.id = n.award_type_id
where n.dossier_id = :dossier_id and n.ordinal > :after
  and (:state?::nomination_state is null or n.state = :state)
order by n.ordinal
limit :count
