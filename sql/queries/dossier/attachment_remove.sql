-- Take a file out of a draft; it is kept for history.
-- returns: none
update attachment
set removed_at = now()
where id = :attachment_id and dossier_id = :dossier_id and removed_at is null
