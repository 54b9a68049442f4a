-- Rows with what was understood, all at once; lines is a JSON array of objects.
-- returns: none
insert into import_row (import_id, row_no, raw, class, kind, name, name_folded, gender, born_on, born_year, position,
	workplace, award_type_id, award_typed, award_pending, field, achievement, problems, warnings, nomination_id,
	nomination_version, changes, digest)
select :import_id, r.row_no, r.raw, r.class, r.kind, r.name, r.name_folded, r.gender, r.born_on, r.born_year, r.position,
	r.workplace, r.award_type_id, r.award_typed, r.award_pending, r.field, r.achievement, r.problems, r.warnings,
	r.nomination_id, r.nomination_version, r.changes, r.digest
from jsonb_to_recordset(:lines::jsonb) as r (row_no integer, raw jsonb, class import_class, kind nominee_kind, name text,
	name_folded text, gender gender, born_on date, born_year integer, position text, workplace text,
	award_type_id bigint, award_typed text, award_pending boolean, field achievement_field, achievement text,
	problems text, warnings text, nomination_id bigint, nomination_version integer, changes text, digest text)
