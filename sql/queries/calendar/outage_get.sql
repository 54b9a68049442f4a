-- One outage.
-- returns: one
select o.id as outage_id, o.began_at, o.ended_at, o.note
from outage o
where o.id = :outage_id
