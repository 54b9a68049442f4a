-- Units that exist today, for choosing one: the province and its agencies first, then communes by name.
-- returns: many
select u.id as unit_id, u.code, u.name_vi
from unit u
where u.valid_to is null
order by u.kind in ('ward', 'commune', 'special_zone'), u.parent_id is not null, u.name_vi collate "vi-x-icu"
