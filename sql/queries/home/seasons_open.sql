-- Seasons that take dossiers now or soon, the one that closes first on top; closing for the units one writes for.
-- returns: many
select s.id as season_id, s.name, s.opens_at, w.closes_at as "closes_at!", s.closes_at as set_at, s.is_sample
from season s
cross join lateral (select office.my_closes_at(s.id) as closes_at) w
where w.closes_at > :now
order by w.closes_at, s.id
limit 5
