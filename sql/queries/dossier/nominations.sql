-- Nominations of a dossier, page by page in their order; of one state or all, of a name (without tones) or all.
-- returns: many
select n.id as nomination_id, n.ordinal, n.kind, n.name, n.gender, n.born_on, n.born_year, n.position, n.workplace,
	w.name_vi as award_name, n.state, n.state_reason, n.achievement = '' as "bare!",
	(w.valid_from > :today::date or w.valid_to < :today::date) is true as "award_expired!"
from nomination n
join award_type w on w.id = n.award_type_id
where n.dossier_id = :dossier_id and n.ordinal > :after and (:state?::nomination_state is null or n.state = :state)
	and strpos(n.name_folded, :name_folded) > 0
order by n.ordinal
limit :count
