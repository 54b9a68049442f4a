-- Whether the same nominee is already proposed for the same award in this dossier.
-- returns: maybe
select n.id as nomination_id, n.ordinal
from nomination n
where n.dossier_id = :dossier_id and n.name_folded = :name_folded and n.kind = :kind
  and n.award_type_id = :award_type_id and n.born_on is not distinct from :born_on?::date
  and n.id <> :except_id::bigint
order by n.ordinal
limit 1
