-- An award type by its code, new or changed; what the office has confirmed stays as it is.
-- role: owner
-- returns: none
insert into office.award_type (code, name_vi, name_en, category, recipient, authority_level, prerequisite,
	bonus_coefficient, legal_basis, confidence, valid_from, valid_to)
values (:code, :name_vi, :name_en, :category, :recipient, :authority_level, :prerequisite,
	:bonus_coefficient::text::numeric, :legal_basis, :confidence, :valid_from, :valid_to?)
on conflict (code) do update set name_vi = excluded.name_vi, name_en = excluded.name_en,
	category = excluded.category, recipient = excluded.recipient,
	authority_level = excluded.authority_level, prerequisite = excluded.prerequisite,
	bonus_coefficient = excluded.bonus_coefficient, legal_basis = excluded.legal_basis,
	confidence = excluded.confidence, valid_from = excluded.valid_from, valid_to = excluded.valid_to
where not award_type.confirmed
  and (award_type.name_vi, award_type.name_en, award_type.category, award_type.recipient,
	award_type.authority_level, award_type.prerequisite, award_type.bonus_coefficient,
	award_type.legal_basis, award_type.confidence, award_type.valid_from, award_type.valid_to)
	is distinct from (excluded.name_vi, excluded.name_en, excluded.category, excluded.recipient,
	excluded.authority_level, excluded.prerequisite, excluded.bonus_coefficient,
	excluded.legal_basis, excluded.confidence, excluded.valid_from, excluded.valid_to)
