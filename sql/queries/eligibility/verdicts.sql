-- Verdicts kept of a nomination, newest first.
-- returns: many
select v.id as verdict_id, v.at, v.rules_on, v.status, v.on_hold, v.earliest_year, v.sha256
from eligibility_verdict v
where v.nomination_id = :nomination_id
order by v.id desc
