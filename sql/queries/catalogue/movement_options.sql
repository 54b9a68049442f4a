-- Movements to choose from, newest first.
-- returns: many
select m.id as movement_id, m.name, m.starts_on
from movement m
order by m.starts_on desc, m.id desc
limit 200
