-- Since when the system is there without a break, and its last sign.
-- returns: maybe
select b.began_at as "began_at!", b.last_at as "last_at!"
from office.last_beat() b
