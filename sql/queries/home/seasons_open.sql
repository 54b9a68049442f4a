-- Seasons that take dossiers now or soon, the one that closes first on top.
-- returns: many
select s.id as season_id, s.name, s.opens_at, s.closes_at, s.is_sample
from season s
where s.closes_at > :now
order by s.closes_at
limit 5
