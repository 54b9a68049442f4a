-- Seasons in which something was filed.
-- returns: many
select s.id as season_id, s.name
from season s
where exists (select 1 from dossier d where d.season_id = s.id and d.submitted_at is not null)
order by s.closes_at desc, s.id
