-- What an appraiser found about a condition.
-- returns: none
insert into eligibility_judgement (nomination_id, condition_id, unit_id, met, reason, judged_by)
select :nomination_id, c.id, :unit_id, :met, :reason, office.me()
from eligibility_condition c
where c.id = :condition_id and c.kind = 'judged'
on conflict (nomination_id, condition_id) do update set met = excluded.met, reason = excluded.reason,
	judged_by = excluded.judged_by, judged_at = now()
