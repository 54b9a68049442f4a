-- What the workbook lacks leaves the list; nobody saved these nominations since they were compared.
-- returns: none
delete from nomination n
using import_row r
where r.import_id = :import_id and r.class = 'removed' and n.id = r.nomination_id and n.dossier_id = :dossier_id
  and n.version = r.nomination_version and n.state = 'draft'
