-- Every vote rule an award type has had, newest first.
-- returns: many
select r.id as vote_rule_id, r.level, r.percent, r.secret, r.legal_basis, r.confirmed, r.valid_from, r.valid_to
from vote_rule r
where r.award_type_id = :award_type_id
order by r.level, r.valid_from desc
