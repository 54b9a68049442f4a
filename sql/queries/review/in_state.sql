-- Ids of a dossier's nominations in one state.
-- returns: many
select n.id as nomination_id
from nomination n
where n.dossier_id = :dossier_id and n.state = :state
order by n.id
