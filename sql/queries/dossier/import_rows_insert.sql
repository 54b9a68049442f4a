-- All lines of a sheet at once; lines is a JSON array of objects.
-- returns: none
insert into import_row (import_id, row_no, raw, kind, name, name_folded, gender, born_on, born_year, position,
	workplace, award_type_id, field, achievement, problems, warnings, duplicate)
select :import_id, r.row_no, r.raw, r.kind, r.name, r.name_folded, r.gender, r.born_on, r.born_year, r.position,
	r.workplace, r.award_type_id, r.field, r.achievement, r.problems, r.warnings, r.duplicate
from jsonb_to_recordset(:lines::jsonb) as r (row_no integer, raw jsonb, kind nominee_kind, name text,
	name_folded text, gender gender, born_on date, born_year integer, position text, workplace text,
	award_type_id bigint, field achievement_field, achievement text, problems text, warnings text, duplicate boolean)
