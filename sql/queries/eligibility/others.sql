-- Other nominations of the same nominees in rounds of the same year.
-- returns: many
select o.nomination_id as "nomination_id!", o.other_id as "other_id!", o.award_type_id as "award_type_id!", o.award_name as "award_name!",
	w.category, o.unit_name as "unit_name!", o.achievement as "achievement!"
from office.dossier_others(:dossier_id) o
join award_type w on w.id = o.award_type_id
where :nomination_id::bigint = 0 or o.nomination_id = :nomination_id
order by o.nomination_id, o.other_id
