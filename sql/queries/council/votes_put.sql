-- Votes of one member; a second vote on an item replaces the first. In the order of items, as everybody locks them.
-- returns: none
insert into vote (agenda_item_id, council_member_id, choice, written, entered_by)
select x.item, :council_member_id::bigint, x.choice, :written, office.me()
from unnest(:items::bigint[], :choices::vote_choice[]) as x (item, choice)
order by x.item
on conflict (agenda_item_id, council_member_id) do update
	set choice = excluded.choice, written = excluded.written, entered_by = excluded.entered_by, at = now()
