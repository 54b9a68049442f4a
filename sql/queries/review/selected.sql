-- The nominations somebody chose, as far as they are in this dossier.
-- returns: many
select n.id as nomination_id, n.ordinal, n.name, n.kind, w.name_vi as award_name, n.state
from nomination n
join award_type w on w.id = n.award_type_id
where n.dossier_id = :dossier_id and n.id = any(:ids::bigint[])
order by n.ordinal
