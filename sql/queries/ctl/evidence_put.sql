-- Put a requirement in, or bring it up to date unless the office has confirmed it.
-- returns: none
-- role: owner
insert into office.evidence_requirement as r (code, ordinal, document, or_document, scope, required, award_type_id, category,
	authority_levels, kind, supplier, form_no, note, legal_basis, confidence, valid_from, valid_to)
select :code::text, :ordinal::integer, :document::office.document_kind, :or_document?::office.document_kind, :scope::office.evidence_scope, :required::boolean,
	(select w.id from office.award_type w where w.code = :award_code::text), :category?::office.award_category,
	:authority_levels::text::office.authority_level[], :kind?::office.nominee_kind, :supplier::office.evidence_supplier, :form_no::text, :note::text,
	:legal_basis::text, :confidence::text, :valid_from::date, :valid_to::date
on conflict (code, valid_from) do update set ordinal = excluded.ordinal, document = excluded.document,
	or_document = excluded.or_document, scope = excluded.scope, required = excluded.required,
	award_type_id = excluded.award_type_id, category = excluded.category, authority_levels = excluded.authority_levels,
	kind = excluded.kind, supplier = excluded.supplier, form_no = excluded.form_no, note = excluded.note,
	legal_basis = excluded.legal_basis, confidence = excluded.confidence, valid_to = excluded.valid_to
where not r.confirmed
  and (r.ordinal, r.document, r.or_document, r.scope, r.required, r.award_type_id, r.category, r.authority_levels, r.kind, r.supplier,
	r.form_no, r.note, r.legal_basis, r.confidence, r.valid_to)
	is distinct from (excluded.ordinal, excluded.document, excluded.or_document, excluded.scope, excluded.required,
	excluded.award_type_id, excluded.category, excluded.authority_levels, excluded.kind, excluded.supplier, excluded.form_no,
	excluded.note, excluded.legal_basis, excluded.confidence, excluded.valid_to)
