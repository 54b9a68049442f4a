-- Names an entry and those merged into it were seen under.
-- returns: many
select s.nominee_id, s.name, u.name_vi as unit_name, u.valid_to as unit_ended, s.first_seen
from nominee_name s
join nominee e on e.id = s.nominee_id
join unit u on u.id = s.unit_id
where e.root_id = :nominee_id
order by s.first_seen, s.nominee_id, s.name_key, s.unit_id
limit 200
