-- Sessions one may see, the latest first.
-- returns: many
select s.id as council_session_id, s.title, s.held_on, s.place, s.state, c.name as council_name,
	(select count(*) from agenda_item i where i.council_session_id = s.id) as "items!",
	(select count(*) from agenda_item i where i.council_session_id = s.id and i.state = 'open') as "open!",
	(select count(*) from agenda_item i where i.council_session_id = s.id and i.state = 'passed') as "passed!",
	(select count(*) from agenda_item i where i.council_session_id = s.id and i.state = 'failed') as "failed!",
	a.attendance as "attendance?", m.id as "council_member_id?"
from council_session s
join council c on c.id = s.council_id
left join council_member m on m.council_id = s.council_id and m.account_id = (select office.me())
	and m.valid_from <= s.held_on and (m.valid_to is null or m.valid_to >= s.held_on)
left join session_attendance a on a.council_session_id = s.id and a.council_member_id = m.id
where s.id < :before_id::bigint
order by s.id desc
limit :count
