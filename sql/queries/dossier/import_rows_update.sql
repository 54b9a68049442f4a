-- What is understood differently now; lines as for import_rows_insert.
-- returns: none
update import_row w
set class = r.class, kind = r.kind, name = r.name, name_folded = r.name_folded, gender = r.gender, born_on = r.born_on,
	born_year = r.born_year, position = r.position, workplace = r.workplace, award_type_id = r.award_type_id,
	award_typed = r.award_typed, award_pending = r.award_pending, field = r.field, achievement = r.achievement,
	problems = r.problems, warnings = r.warnings, nomination_id = r.nomination_id,
	nomination_version = r.nomination_version, changes = r.changes, digest = r.digest
from jsonb_to_recordset(:lines::jsonb) as r (row_no integer, class import_class, kind nominee_kind, name text,
	name_folded text, gender gender, born_on date, born_year integer, position text, workplace text,
	award_type_id bigint, award_typed text, award_pending boolean, field achievement_field, achievement text,
	problems text, warnings text, nomination_id bigint, nomination_version integer, changes text, digest text)
where w.import_id = :import_id and w.row_no = r.row_no
