-- Lines of an import in their order; with only_problems those that need a look.
-- returns: many
select r.row_no, r.kind, r.name, r.gender, r.born_on, r.born_year, r.position, r.workplace,
	coalesce(w.name_vi, '') as "award_name!", r.achievement, r.problems, r.warnings, r.duplicate
from import_row r
left join award_type w on w.id = r.award_type_id
where r.import_id = :import_id and r.row_no > :after
  and (not :only_problems::boolean or r.problems <> '' or r.warnings <> '' or r.duplicate)
order by r.row_no
limit :count
