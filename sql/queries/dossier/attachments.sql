-- Files of a dossier.
-- returns: many
select t.id as attachment_id, t.nomination_id, t.file_name, t.content_type, t.size, t.sha256, t.uploaded_at,
	a.full_name as uploaded_by
from attachment t
join account a on a.id = t.uploaded_by
where t.dossier_id = :dossier_id and t.removed_at is null
order by t.id
