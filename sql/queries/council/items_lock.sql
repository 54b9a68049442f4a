-- Hold items until the transaction ends, in one order for everybody; votes under way finish first.
-- returns: many
select i.id as agenda_item_id, i.state
from agenda_item i
where i.council_session_id = :council_session_id and i.id = any(:ids::bigint[])
order by i.id
for update
