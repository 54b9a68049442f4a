-- Evidence of a dossier; of one nomination and of the whole dossier when a nomination is named.
-- returns: many
select t.id as attachment_id, t.nomination_id, t.document, t.file_name, t.content_type, t.size, t.uploaded_at,
	t.nomination_id is not null as "own!", t.looks_secret, t.secrecy, t.scan
from attachment t
where t.dossier_id = :dossier_id and t.removed_at is null
  and (:nomination_id?::bigint is null or t.nomination_id is null or t.nomination_id = :nomination_id)
order by t.nomination_id is null, t.id
