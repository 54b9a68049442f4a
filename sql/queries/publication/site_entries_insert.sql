-- The entries of a version; rows is a JSON array.
-- returns: none
insert into site.entry (list_slug, list_version, anchor, ordinal, kind, name, name_folded, position, unit_code, unit_name,
	award_code, award_name_vi, award_name_en, field, year, achievement, decision_no, decision_date, state, revoked_on, note,
	search_folded, visible_from)
select :slug, :list_version, r.anchor, r.ordinal, r.kind::nominee_kind, r.name, r.name_folded, r.position, r.unit_code, r.unit_name,
	r.award_code, r.award_name_vi, r.award_name_en, r.field::achievement_field, r.year, r.achievement, r.decision_no,
	r.decision_date, r.state::site.entry_state, r.revoked_on, r.note, r.search_folded, :visible_from
from jsonb_to_recordset(:rows::jsonb) as r (anchor text, ordinal integer, kind text, name text, name_folded text,
	position text, unit_code text, unit_name text, award_code text, award_name_vi text, award_name_en text, field text,
	year integer, achievement text, decision_no text, decision_date date, state text, revoked_on date, note text,
	search_folded text)
order by r.ordinal desc
