-- One season.
-- returns: one
select s.id as season_id, s.movement_id, m.name as "movement_name?", s.name, s.year, s.kind, s.opens_at, s.closes_at, s.is_sample, s.version
from season s
left join movement m on m.id = s.movement_id
where s.id = :season_id
