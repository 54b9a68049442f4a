-- Entries of a version on the site.
-- returns: many
select e.anchor, e.ordinal, e.kind, e.name, e.position, e.unit_code, e.unit_name, e.award_code, e.award_name_vi,
	e.award_name_en, e.field, e.year, e.achievement, e.decision_no, e.decision_date, e.state, e.revoked_on, e.note
from site.entry e
where e.list_slug = :slug and e.list_version = :list_version
order by e.ordinal
