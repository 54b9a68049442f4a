-- Entries that may be the same as this one.
-- returns: many
select e.id as nominee_id, e.kind, e.name, e.born_on, e.born_year, u.name_vi as unit_name, c.reason as "reason!"
from office.nominee_candidates(:nominee_id::bigint) c
join nominee e on e.id = c.other_id
join unit u on u.id = e.unit_id
order by e.id
limit 50
