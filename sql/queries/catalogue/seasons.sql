-- Seasons, the latest closing first.
-- returns: many
select s.id as season_id, s.name, s.year, s.kind, s.opens_at, s.closes_at, s.is_sample, m.name as "movement_name?",
	(select count(*) from dossier d where d.season_id = s.id) as "dossiers!"
from season s
left join movement m on m.id = s.movement_id
where (s.closes_at, s.id) < (:before_at, :before_id::bigint)
order by s.closes_at desc, s.id desc
limit :count
