-- One paper that is asked for.
-- returns: one
select r.id as requirement_id, r.code, r.document, r.or_document, r.scope, r.required, w.name_vi as "award_name?", r.category,
	r.authority_levels::text as authority_levels, r.kind, r.supplier, r.form_no, r.note, r.legal_basis, r.confidence, r.confirmed,
	r.binding as "binding!", r.valid_from, r.valid_to, r.version, r.confirmed_at, r.confirmed_reason, a.full_name as "confirmed_by?"
from evidence_requirement r
left join award_type w on w.id = r.award_type_id
left join account a on a.id = r.confirmed_by
where r.id = :requirement_id
