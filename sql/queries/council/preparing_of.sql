-- Sessions that still take items.
-- returns: many
select s.id as council_session_id, s.title, s.held_on, c.name as council_name
from council_session s
join council c on c.id = s.council_id
where s.state = 'preparing'
order by s.held_on, s.id
