-- Announce a file; its pieces follow in the same transaction.
-- returns: one
insert into attachment (dossier_id, unit_id, nomination_id, document, file_name, content_type, size, sha256, looks_secret, secrecy, scan, uploaded_by)
values (:dossier_id, :unit_id, :nomination_id?, :document, :file_name, :content_type, :size, :sha256, :looks_secret, :secrecy, :scan, office.me())
returning id as attachment_id
