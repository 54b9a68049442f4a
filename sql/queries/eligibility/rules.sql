-- Rules with their conditions: those pinned for a dossier, else those in force on a day.
-- returns: many
select r.id as rule_id, r.code, r.award_type_id, r.commendation_kind, r.route, r.wording as rule_wording, r.law, r.legal_basis,
	r.valid_from, r.valid_to, r.confidence, r.confirmed, r.warn_only, r.note, p.binding as "pinned?",
	v.title as "law_title?", v.note as "law_note?", c.id as condition_id, c.alternative, c.kind, c.award_type_id as "asked_id?",
	w.name_vi as "asked_name?", c.since_award_type_id as "since_id?", b.name_vi as "since_name?", c.count, c.years, c.percent,
	c.rating, c.scope, c.wording
from eligibility_rule r
join eligibility_condition c on c.rule_id = r.id
left join award_type w on w.id = c.award_type_id
left join award_type b on b.id = c.since_award_type_id
left join law_version v on v.law = r.law and v.valid_from <= :on::date and (v.valid_to is null or v.valid_to >= :on::date)
left join dossier_rule p on p.rule_id = r.id and p.dossier_id = :dossier_id
where case when exists (select 1 from dossier_rule q where q.dossier_id = :dossier_id) then p.rule_id is not null
	else r.valid_from <= :on::date and (r.valid_to is null or r.valid_to >= :on::date) end
order by r.award_type_id nulls first, r.route, r.id, c.ordinal
