-- Rules in force on a day, with how many conditions they have.
-- returns: many
select r.id as rule_id, r.code, r.award_type_id, w.name_vi as "award_name?", r.route, r.wording, r.legal_basis, r.valid_from, r.valid_to,
	r.confidence, r.confirmed, r.warn_only, v.title as "law_title?"
from eligibility_rule r
left join award_type w on w.id = r.award_type_id
left join law_version v on v.law = r.law and v.valid_from <= :on::date and (v.valid_to is null or v.valid_to >= :on::date)
where r.valid_from <= :on::date and (r.valid_to is null or r.valid_to >= :on::date)
order by r.award_type_id nulls first, r.route, r.id
