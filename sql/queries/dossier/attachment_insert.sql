-- Announce a file; its pieces follow in the same transaction.
-- returns: one
insert into attachment (dossier_id, unit_id, file_name, content_type, size, sha256, uploaded_by)
values (:dossier_id, :unit_id, :file_name, :content_type, :size, :sha256, office.me())
returning id as attachment_id
