-- The changed rows of an import are written; nobody saved these nominations since they were compared.
-- returns: none
update nomination n
set kind = r.kind, name = r.name, name_folded = r.name_folded, gender = r.gender, born_on = r.born_on,
	born_year = r.born_year, position = r.position, workplace = r.workplace, award_type_id = r.award_type_id,
	field = r.field, achievement = r.achievement, version = n.version + 1
from import_row r
where r.import_id = :import_id and r.class = 'changed' and n.id = r.nomination_id and n.dossier_id = :dossier_id
  and n.version = r.nomination_version and n.state = 'draft'
