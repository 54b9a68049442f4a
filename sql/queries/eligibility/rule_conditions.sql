-- Conditions of a rule in order.
-- returns: many
select c.id as condition_id, c.ordinal, c.alternative, c.kind, c.wording
from eligibility_condition c
where c.rule_id = :rule_id
order by c.ordinal
