-- Files of a dossier, those of the whole dossier first; of one nomination only when it is named.
-- returns: many
select t.id as attachment_id, t.nomination_id, n.name as "nomination_name?", n.ordinal as "nomination_ordinal?", t.document, t.file_name,
	t.content_type, t.size, t.sha256, t.uploaded_at, a.full_name as uploaded_by, t.looks_secret, t.secrecy, t.scan, t.scan_at,
	t.scan_finding
from attachment t
join account a on a.id = t.uploaded_by
left join nomination n on n.id = t.nomination_id
where t.dossier_id = :dossier_id and t.removed_at is null
  and (:nomination_id?::bigint is null or t.nomination_id = :nomination_id)
order by t.nomination_id is not null, n.ordinal, t.id
