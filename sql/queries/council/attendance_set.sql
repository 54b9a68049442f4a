-- Who is there, all members at once; rows that stay the same are not touched.
-- returns: none
insert into session_attendance (council_session_id, council_member_id, attendance)
select :council_session_id::bigint, x.member, x.attendance
from unnest(:members::bigint[], :attendances::attendance[]) as x (member, attendance)
on conflict (council_session_id, council_member_id) do update set attendance = excluded.attendance
	where session_attendance.attendance <> excluded.attendance
