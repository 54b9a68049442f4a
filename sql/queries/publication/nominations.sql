-- Nominations behind a list, with what the list now says about them.
-- returns: many
select n.id as nomination_id, n.state,
	(l.revoked_on is not null or e.revoked_on is not null or h.state = 'revoked') as "revoked!",
	coalesce(p.state = 'corrected' or p.state = 'revoked', false) as "corrected!", e.note
from honour_list_entry e
join honour_list l on l.id = e.honour_list_id
join honour h on h.id = e.honour_id
join nomination n on n.id = h.nomination_id
left join site.entry p on p.list_slug = l.slug and p.list_version = :list_version and p.anchor = e.anchor
where e.honour_list_id = :honour_list_id and e.shown
order by h.ordinal
