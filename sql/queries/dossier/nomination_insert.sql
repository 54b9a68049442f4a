-- Add one nomination at the end of the list; the caller holds the dossier.
-- returns: one
insert into nomination (dossier_id, unit_id, ordinal, kind, name, name_folded, gender, born_on, born_year, position,
	workplace, award_type_id, field, achievement)
select :dossier_id, :unit_id, coalesce((select max(o.ordinal) from nomination o where o.dossier_id = :dossier_id), 0) + 1,
	:kind, :name, :name_folded, :gender?, :born_on?, :born_year?, :position, :workplace, :award_type_id, :field, :achievement
returning id as nomination_id, ordinal
