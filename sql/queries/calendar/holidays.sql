-- The calendar of a year.
-- returns: many
select h.day, h.kind, h.name, h.legal_basis, h.confirmed, a.full_name as "set_by?", h.set_at
from holiday h
left join account a on a.id = h.set_by
where h.day between make_date(:year::integer, 1, 1) and make_date(:year, 12, 31)
order by h.day
