-- Take out what an import brought in.
-- returns: none
delete from nomination n
where n.import_id = :import_id and n.dossier_id = :dossier_id and n.state = 'draft'
