-- Honourees whose folded name begins so, by name.
-- role: public
-- returns: many
select e.id as entry_id, e.list_slug, e.anchor, e.ordinal, e.kind, e.name, e.position, e.unit_code, e.unit_name, e.award_code,
	e.award_name_vi, e.award_name_en, e.field, e.year, e.achievement, e.decision_no, e.decision_date, e.state, e.revoked_on, e.note
from site.entry e
where e.current and e.name_folded ~>~ :folded and e.name_folded ~<~ :folded_end
order by e.name_folded using ~<~
limit :count
