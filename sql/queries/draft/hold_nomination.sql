-- The nomination as it stands, held until the transaction ends.
-- returns: maybe
select n.id as nomination_id, n.state, n.version, n.kind, n.name, n.gender, n.born_on, n.born_year, n.position,
	n.workplace, n.award_type_id, n.field, n.achievement
from nomination n
where n.id = :nomination_id and n.dossier_id = :dossier_id
for update
