-- Save a nomination that nobody saved since.
-- returns: none
update nomination
set name = :name, name_folded = :name_folded, gender = :gender?, born_on = :born_on?, born_year = :born_year?,
	position = :position, workplace = :workplace, award_type_id = :award_type_id, field = :field,
	achievement = :achievement, version = version + 1
where id = :nomination_id and version = :version
