-- What a dossier already holds, to compare a sheet with.
-- returns: many
select n.id as nomination_id, n.version, n.ordinal, n.kind, n.name, n.gender, n.born_on, n.born_year, n.position, n.workplace,
	n.award_type_id, n.field, n.achievement
from nomination n
where n.dossier_id = :dossier_id
order by n.ordinal
