-- Honours of before this system; a row that is there already stays as it is.
-- role: owner
-- returns: none
insert into office.honour (unit_id, kind, name, name_folded, gender, born_on, award_type_id, period_year, decision_no, decision_date,
	ordinal, commendation_kind, import_key)
select r.unit_id, 'person', r.name, r.name_folded, r.gender, r.born_on, r.award_type_id, r.period_year, r.decision_no, r.decision_date,
	0, r.commendation_kind, r.import_key
from jsonb_to_recordset(:lines::jsonb) as r (unit_id bigint, name text, name_folded text, gender office.gender, born_on date,
	award_type_id bigint, period_year integer, decision_no text, decision_date date, commendation_kind office.commendation_kind,
	import_key text)
on conflict (import_key) do nothing
