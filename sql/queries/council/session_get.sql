-- One session with its council and one's own seat in it.
-- returns: one
select s.id as council_session_id, s.council_id, s.title, s.held_on, s.place, s.state, s.members_total, s.opened_at, s.closed_at,
	s.version, c.name as council_name, c.level, c.unit_id, c.established_by,
	c.unit_id in (select office.my_units(role_bit('council_secretary'))) as "may_manage!",
	m.id as "council_member_id?", a.attendance as "attendance?", now() as "now!"
from council_session s
join council c on c.id = s.council_id
left join council_member m on m.council_id = s.council_id and m.account_id = (select office.me())
	and m.valid_from <= s.held_on and (m.valid_to is null or m.valid_to >= s.held_on)
left join session_attendance a on a.council_session_id = s.id and a.council_member_id = m.id
where s.id = :council_session_id
