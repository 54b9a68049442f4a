-- The paper count of an item.
-- returns: maybe
select p.approve, p.disapprove, p.abstain, p.entered_by, a.full_name as entered_by_name, p.entered_at,
	p.confirmed_by is not null as "confirmed!"
from paper_count p
join account a on a.id = p.entered_by
where p.agenda_item_id = :agenda_item_id
