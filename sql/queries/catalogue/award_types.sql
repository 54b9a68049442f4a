-- Award types in the order of the catalogue.
-- returns: many
select a.id as award_type_id, a.code, a.name_vi, a.name_en, a.category, a.recipient, a.authority_level, a.prerequisite,
	a.bonus_coefficient::text as "bonus_coefficient!", a.legal_basis, a.confidence, a.confirmed, a.valid_from, a.valid_to,
	r.percent as "percent?", r.secret as "secret?", r.legal_basis as "rule_basis?", r.confirmed as "rule_confirmed?"
from award_type a
left join vote_rule r on r.award_type_id = a.id and r.level = 'province' and :on::date between r.valid_from and coalesce(r.valid_to, 'infinity')
where (:category = '' or a.category::text = :category)
  and (:recipient = '' or a.recipient::text = :recipient)
order by a.id
