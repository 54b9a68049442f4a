-- What becomes the entries of a list.
-- returns: many
select h.id as honour_id, h.ordinal, h.name
from honour h
where h.decision_id = :decision_id
order by h.ordinal
