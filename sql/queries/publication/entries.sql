-- The entries of a list for the publisher's table, in order, page by page; also those left out.
-- returns: many
select e.honour_id, h.ordinal, e.shown, e.left_out_reason, coalesce(nullif(e.name, ''), h.name) as "name!",
	coalesce(nullif(e.position, ''), h.position) as "position!", u.name_vi as unit_name, t.name_vi as award_name,
	coalesce(nullif(e.achievement, ''), h.achievement) as "achievement!", e.achievement <> '' as "reworded!",
	(e.revoked_on is not null or h.state = 'revoked') as "revoked!", h.kind
from honour_list_entry e
join honour h on h.id = e.honour_id
join unit u on u.id = h.unit_id
join award_type t on t.id = h.award_type_id
where e.honour_list_id = :honour_list_id and h.ordinal > :after
order by h.ordinal
limit :count
