-- One rule.
-- returns: one
select r.id as rule_id, r.code, r.award_type_id, w.name_vi as "award_name?", r.route, r.wording, r.legal_basis, r.valid_from, r.valid_to,
	r.confidence, r.confirmed, r.warn_only, r.note, r.version, r.confirmed_at, r.confirmed_reason, a.full_name as "confirmed_by?",
	v.title as "law_title?", v.note as "law_note?",
	(select count(*) from dossier_rule p where p.rule_id = r.id) as "pinned!"
from eligibility_rule r
left join award_type w on w.id = r.award_type_id
left join account a on a.id = r.confirmed_by
left join law_version v on v.law = r.law and v.valid_from <= :on::date and (v.valid_to is null or v.valid_to >= :on::date)
where r.id = :rule_id
