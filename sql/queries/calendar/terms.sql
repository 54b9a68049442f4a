-- Every term with its time of force.
-- returns: many
select t.id, t.kind, t.working_days, t.legal_basis, t.valid_from, t.valid_to, t.confirmed
from term t
order by t.kind, t.valid_from desc
