-- Seasons to choose from, with the closing time of the units one writes for: open ones first, then the latest closed.
-- returns: many
select s.id as season_id, s.name, s.year, s.opens_at, w.closes_at as "closes_at!",
	(s.opens_at <= now() and w.closes_at > now()) as "open!"
from season s
cross join lateral (select office.my_closes_at(s.id) as closes_at) w
order by (s.opens_at <= now() and w.closes_at > now()) desc, w.closes_at desc, s.id
limit 50
