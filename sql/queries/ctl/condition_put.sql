-- A condition of a rule; frozen with it.
-- role: owner
-- returns: none
insert into office.eligibility_condition as c (rule_id, ordinal, alternative, kind, award_type_id, since_award_type_id, count, years,
	percent, rating, scope, level, wording)
select r.id, :ordinal, :alternative, :kind, :award_type_id?, :since_award_type_id?::bigint, :count, :years, :percent, :rating?,
	:scope?, :level?, :wording
from office.eligibility_rule r
where r.code = :code and r.valid_from = :valid_from and r.confirmed_at is null
  and not exists (select 1 from office.dossier_rule p where p.rule_id = r.id)
on conflict (rule_id, ordinal) do update set alternative = excluded.alternative, kind = excluded.kind,
	award_type_id = excluded.award_type_id, since_award_type_id = excluded.since_award_type_id, count = excluded.count,
	years = excluded.years, percent = excluded.percent, rating = excluded.rating, scope = excluded.scope, level = excluded.level,
	wording = excluded.wording
where (c.alternative, c.kind, c.award_type_id, c.since_award_type_id, c.count, c.years, c.percent, c.rating, c.scope, c.level, c.wording)
	is distinct from (excluded.alternative, excluded.kind, excluded.award_type_id, excluded.since_award_type_id, excluded.count,
	excluded.years, excluded.percent, excluded.rating, excluded.scope, excluded.level, excluded.wording)
