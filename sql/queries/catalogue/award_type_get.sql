-- One award type.
-- returns: one
select a.id as award_type_id, a.code, a.name_vi, a.name_en, a.category, a.recipient, a.authority_level, a.prerequisite,
	a.bonus_coefficient::text as "bonus_coefficient!", a.legal_basis, a.confidence, a.confirmed, a.valid_from, a.valid_to
from award_type a
where a.id = :award_type_id
