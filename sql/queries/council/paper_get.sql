-- The paper count of an item, and how many are there to have put in a paper.
-- returns: maybe
select p.approve, p.disapprove, p.abstain, p.entered_by, a.full_name as entered_by_name, p.entered_at,
	p.confirmed_by is not null as "confirmed!",
	(select count(*) from session_attendance t join agenda_item i on i.council_session_id = t.council_session_id
		where i.id = p.agenda_item_id and t.attendance = 'present') as "present!"
from paper_count p
join account a on a.id = p.entered_by
where p.agenda_item_id = :agenda_item_id
