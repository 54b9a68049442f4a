-- Whether this very file is already attached; one that was refused is not.
-- returns: maybe
select t.id as attachment_id, t.file_name
from attachment t
where t.dossier_id = :dossier_id and t.sha256 = :sha256 and t.removed_at is null and t.secrecy <> 'stamp'
order by t.id
limit 1
