-- Whether this very file is already attached.
-- returns: maybe
select t.id as attachment_id, t.file_name
from attachment t
where t.dossier_id = :dossier_id and t.sha256 = :sha256 and t.removed_at is null
order by t.id
limit 1
