-- Every day that is not what its weekday says.
-- returns: many
select h.day, h.kind
from holiday h
order by h.day
