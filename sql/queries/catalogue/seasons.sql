-- Seasons, the latest closing first.
-- returns: many
select s.id as season_id, s.name, s.year, s.kind, s.opens_at, s.closes_at, s.is_sample,
	office.closes_at(s.id, null) as "effective_at!",
	(select count(*) from deadline_extension e where e.season_id = s.id and e.unit_id is not null and e.withdrawn_at is null) as "unit_extensions!",
	m.name as "movement_name?"
from season s
left join movement m on m.id = s.movement_id
where (s.closes_at, s.id) < (:before_at, :before_id::bigint)
order by s.closes_at desc, s.id desc
limit :count
