-- Members serving on the day of a session, with who is there.
-- returns: many
select m.id as council_member_id, a.full_name, m.member_role, m.position, t.attendance as "attendance?"
from council_session s
join council_member m on m.council_id = s.council_id and m.valid_from <= s.held_on and (m.valid_to is null or m.valid_to >= s.held_on)
join account a on a.id = m.account_id
left join session_attendance t on t.council_session_id = s.id and t.council_member_id = m.id
where s.id = :council_session_id
order by m.member_role, m.id
