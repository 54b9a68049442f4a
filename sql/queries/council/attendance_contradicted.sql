-- Members whose vote on an open item no longer fits their attendance.
-- returns: many
select distinct a.full_name
from agenda_item i
join vote v on v.agenda_item_id = i.id
join session_attendance t on t.council_session_id = i.council_session_id and t.council_member_id = v.council_member_id
join council_member m on m.id = v.council_member_id
join account a on a.id = m.account_id
where i.council_session_id = :council_session_id and i.state = 'open'
  and t.attendance <> case when v.written then 'written' else 'present' end::attendance
order by a.full_name
