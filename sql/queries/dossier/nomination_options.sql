-- Nominations of a dossier to choose from.
-- returns: many
select n.id as nomination_id, n.ordinal, n.name
from nomination n
where n.dossier_id = :dossier_id
order by n.ordinal
