-- The entry of a nomination, as merged today.
-- returns: maybe
select n.nominee_id, e.root_id as "root_nominee_id?"
from nomination n
left join nominee e on e.id = n.nominee_id
where n.id = :nomination_id
