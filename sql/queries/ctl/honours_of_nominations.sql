-- An honour is the nominee's it came from.
-- role: owner
-- returns: none
update office.honour h set nominee_id = n.nominee_id
from office.nomination n where n.id = h.nomination_id and h.nominee_id is null and n.nominee_id is not null
