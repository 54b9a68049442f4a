-- Say anew what paper a file is and whose.
-- returns: none
update attachment
set nomination_id = :nomination_id?, document = :document
where id = :attachment_id and dossier_id = :dossier_id and removed_at is null
