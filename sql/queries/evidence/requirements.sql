-- Papers asked for on a day.
-- returns: many
select r.id as requirement_id, r.code, r.document, r.or_document, r.scope, r.required, w.name_vi as "award_name?", r.category,
	r.authority_levels::text as authority_levels, r.kind, r.form_no, r.note, r.legal_basis, r.confidence, r.confirmed,
	r.binding as "binding!", r.valid_from, r.valid_to
from evidence_requirement r
left join award_type w on w.id = r.award_type_id
where r.valid_from <= :on::date and (r.valid_to is null or r.valid_to >= :on::date)
order by r.ordinal, r.id
