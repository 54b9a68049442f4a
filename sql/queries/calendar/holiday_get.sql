-- One day of the calendar.
-- returns: maybe
select h.day, h.kind, h.name, h.legal_basis, h.confirmed
from holiday h
where h.day = :day
