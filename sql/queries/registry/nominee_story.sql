-- Nominations and honours of an entry and those merged into it, the newest first.
-- returns: many
select s.what as "what!", s.id as "id!", s.nominee_id as "nominee_id!", s.on_day, s.year as "year!", s.name as "name!", s.unit as "unit!",
	s.place as "place!", s.award as "award!", s.state as "state!", s.no as "no!"
from office.nominee_story(:nominee_id::bigint) s
order by s.year desc, s.on_day desc, s.what, s.id desc
limit 300
