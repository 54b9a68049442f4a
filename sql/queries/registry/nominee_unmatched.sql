-- Nominations of a dossier that have no entry in the register yet.
-- returns: many
select n.id as nomination_id, n.name
from nomination n
where n.dossier_id = :dossier_id and n.nominee_id is null
order by n.id
