-- Take out what an import brought in.
-- returns: none
delete from nomination where import_id = :import_id and dossier_id = :dossier_id and state = 'draft'
