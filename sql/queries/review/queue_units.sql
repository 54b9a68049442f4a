-- Units that filed something.
-- returns: many
select u.id as unit_id, u.name_vi
from unit u
where exists (select 1 from dossier d where d.unit_id = u.id and d.submitted_at is not null)
order by u.name_vi collate "vi-x-icu"
