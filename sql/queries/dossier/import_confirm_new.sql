-- The new rows of an import become nominations, all in one statement; the caller holds the dossier.
-- returns: none
insert into nomination (dossier_id, unit_id, ordinal, kind, name, name_folded, gender, born_on, born_year, position,
	workplace, award_type_id, field, achievement, import_id)
select :dossier_id, :unit_id,
	coalesce((select max(o.ordinal) from nomination o where o.dossier_id = :dossier_id), 0)
		+ row_number() over (order by r.row_no),
	r.kind, r.name, r.name_folded, r.gender, r.born_on, r.born_year, r.position, r.workplace, r.award_type_id, r.field,
	r.achievement, r.import_id
from import_row r
where r.import_id = :import_id and r.class = 'new'
order by r.row_no
