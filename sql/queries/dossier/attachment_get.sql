-- One file, without its bytes, and whether it is one's own unit's.
-- returns: one
select t.id as attachment_id, t.dossier_id, t.unit_id, t.nomination_id, t.file_name, t.content_type, t.size, t.sha256,
	t.uploaded_at, t.document, t.looks_secret, t.secrecy, t.scan, t.scan_at, t.scan_finding,
	t.unit_id in (select office.my_units(role_bit('drafter') | role_bit('unit_head'))) as "mine!"
from attachment t
where t.id = :attachment_id and t.dossier_id = :dossier_id and t.removed_at is null
