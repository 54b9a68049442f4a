-- Imports of a dossier that can still be confirmed or undone.
-- returns: many
select i.id as import_id, i.file_name, i.state, i.created_at
from import i
where i.dossier_id = :dossier_id and i.state in ('loading', 'preview', 'confirmed')
order by i.id desc
limit 20
