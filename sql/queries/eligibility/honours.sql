-- Honours of the nominees of a dossier, whatever unit they were held in.
-- returns: many
select h.nomination_id as "nomination_id!", h.honour_id as "honour_id!", h.award_type_id as "award_type_id!", w.name_vi as award_name,
	w.category, h.period_year as "period_year!", h.decision_no as "decision_no!", h.decision_date as "decision_date!",
	h.commendation_kind, h.state as "state!", h.unit_name as "unit_name!", h.achievement as "achievement!"
from office.dossier_honours(:dossier_id) h
join award_type w on w.id = h.award_type_id
where h.of_nomination_id is distinct from h.nomination_id and (:nomination_id::bigint = 0 or h.nomination_id = :nomination_id)
order by h.nomination_id, h.period_year, h.decision_date, h.honour_id
