-- Nominations an import changed get back what they held before.
-- returns: none
update nomination n
set kind = o.kind, name = o.name, name_folded = o.name_folded, gender = o.gender, born_on = o.born_on,
	born_year = o.born_year, position = o.position, workplace = o.workplace, award_type_id = o.award_type_id,
	field = o.field, achievement = o.achievement, version = n.version + 1
from import_row r
cross join lateral jsonb_populate_record(null::nomination, r.old) o
where r.import_id = :import_id and r.class = 'changed' and r.old is not null and n.id = r.nomination_id
  and n.dossier_id = :dossier_id and n.state = 'draft'
