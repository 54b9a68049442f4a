-- A rule of eligibility; what the office decided about, and what a dossier was pinned to, stays as it is.
-- role: owner
-- returns: none
insert into office.eligibility_rule as r (code, valid_from, valid_to, award_type_id, commendation_kind, route, wording, law,
	legal_basis, confidence, warn_only, note)
values (:code, :valid_from, :valid_to?, :award_type_id?, :commendation_kind?, :route, :wording, :law, :legal_basis, :confidence,
	:warn_only, :note)
on conflict (code, valid_from) do update set valid_to = excluded.valid_to, award_type_id = excluded.award_type_id,
	commendation_kind = excluded.commendation_kind, route = excluded.route, wording = excluded.wording, law = excluded.law,
	legal_basis = excluded.legal_basis, confidence = excluded.confidence, warn_only = excluded.warn_only, note = excluded.note,
	version = r.version + 1
where r.confirmed_at is null and not exists (select 1 from office.dossier_rule p where p.rule_id = r.id)
  and (r.valid_to, r.award_type_id, r.commendation_kind, r.route, r.wording, r.law, r.legal_basis, r.confidence, r.warn_only, r.note)
	is distinct from (excluded.valid_to, excluded.award_type_id, excluded.commendation_kind, excluded.route, excluded.wording,
	excluded.law, excluded.legal_basis, excluded.confidence, excluded.warn_only, excluded.note)
