-- Rows of an import in their order, of one class or all, with the nomination they change as it stands or stood.
-- returns: many
select r.row_no, r.class, r.decision, r.kind, r.name, r.gender, r.born_on, r.born_year, r.position, r.workplace, r.field,
	r.award_type_id, r.award_typed, r.award_pending, coalesce(w.name_vi, '') as "award_name!", r.achievement, r.problems,
	r.warnings, r.changes, case when r.changes <> '' then coalesce(r.old, to_jsonb(n))::text end as "old?", r.raw::text as "raw!", r.fix::text as "fix!"
from import_row r
left join award_type w on w.id = r.award_type_id
left join nomination n on n.id = r.nomination_id and r.changes <> ''
where r.import_id = :import_id and r.row_no > :after and (:class?::import_class is null or r.class = :class?::import_class)
order by r.row_no
limit :count
