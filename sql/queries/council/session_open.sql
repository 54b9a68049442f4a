-- Open a session: all members serving on its day become the denominator.
-- returns: none
update council_session s
set state = 'open', opened_at = now(), version = version + 1, members_total = (
	select count(*) from council_member m where m.council_id = s.council_id and m.valid_from <= s.held_on
	and (m.valid_to is null or m.valid_to >= s.held_on))
where s.id = :council_session_id and s.state = 'preparing'
