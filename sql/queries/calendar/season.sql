-- A round with its closing time as set and as it counts for all now.
-- returns: one
select s.id as season_id, s.name, s.year, s.opens_at, s.closes_at as set_at, office.closes_at(s.id, null) as "closes_at!", s.is_sample, now() as "now!"
from season s
where s.id = :season_id
