-- What a dossier already holds, to find doubles in a sheet.
-- returns: many
select n.ordinal, n.kind, n.name_folded, n.award_type_id, n.born_on, n.achievement
from nomination n
where n.dossier_id = :dossier_id
