-- One file, without its bytes.
-- returns: one
select t.id as attachment_id, t.dossier_id, t.unit_id, t.file_name, t.content_type, t.size, t.sha256,
	t.uploaded_at
from attachment t
where t.id = :attachment_id and t.dossier_id = :dossier_id and t.removed_at is null
