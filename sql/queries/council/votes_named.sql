-- Who voted how on an item, as far as one may see it.
-- returns: many
select a.full_name, m.member_role, v.choice, v.written, v.at
from vote v
join council_member m on m.id = v.council_member_id
join account a on a.id = m.account_id
where v.agenda_item_id = :agenda_item_id
order by m.member_role, m.id
