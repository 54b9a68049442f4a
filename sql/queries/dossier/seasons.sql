-- Seasons to choose from: open ones first, then the latest closed.
-- returns: many
select s.id as season_id, s.name, s.year, s.opens_at, s.closes_at,
	(s.opens_at <= now() and s.closes_at > now()) as "open!"
from season s
order by (s.opens_at <= now() and s.closes_at > now()) desc, s.closes_at desc, s.id
limit 50
