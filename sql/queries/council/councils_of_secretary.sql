-- Councils one is the secretary of.
-- returns: many
select c.id as council_id, c.name
from council c
where c.unit_id in (select office.my_units(role_bit('council_secretary')))
order by c.name collate "vi-x-icu", c.id
