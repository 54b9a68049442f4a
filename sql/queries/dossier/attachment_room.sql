-- Bytes kept for files of a dossier, taken out or not, and what its unit sent within a day.
-- returns: one
select coalesce(sum(t.size) filter (where t.dossier_id = :dossier_id), 0)::bigint as "dossier_bytes!",
	coalesce(sum(t.size) filter (where t.uploaded_at > now() - interval '1 day'), 0)::bigint as "day_bytes!"
from dossier d
join attachment t on t.dossier_id = d.id and t.scan <> 'infected'
where d.unit_id = :unit_id
