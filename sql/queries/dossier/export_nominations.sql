-- Everything a workbook of the list holds, in its order; never the number of a person.
-- returns: many
select n.id as nomination_id, n.version, n.ordinal, n.kind, n.name, n.gender, n.born_on, n.born_year, n.position,
	n.workplace, n.field, n.achievement, w.name_vi as award_name
from nomination n
join award_type w on w.id = n.award_type_id
where n.dossier_id = :dossier_id
order by n.ordinal
