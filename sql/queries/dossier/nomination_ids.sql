-- Nominations of a dossier in one of two states, in their order.
-- returns: many
select n.id as nomination_id
from nomination n
where n.dossier_id = :dossier_id and n.state in ('draft', 'returned')
order by n.ordinal
