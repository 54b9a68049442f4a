-- THE whitelist: everything of an honour the world may see, and nothing else.  Left-out entries are not in it.
-- returns: many
select h.ordinal, e.anchor, h.kind,
	coalesce(nullif(e.name, ''), h.name) as "name!",
	coalesce(nullif(e.position, ''), h.position) as "position!",
	u.code as unit_code, u.name_vi as unit_name,
	t.code as award_code, t.name_vi as award_name_vi, t.name_en as award_name_en,
	h.field, h.period_year as year,
	coalesce(nullif(e.achievement, ''), h.achievement) as "achievement!",
	h.decision_no, h.decision_date,
	(case when l.revoked_on is not null or e.revoked_on is not null or h.state = 'revoked' then 'revoked'
		when p.anchor is not null and (p.state = 'corrected'
			or p.name <> coalesce(nullif(e.name, ''), h.name)
			or p.position <> coalesce(nullif(e.position, ''), h.position)
			or p.achievement <> coalesce(nullif(e.achievement, ''), h.achievement)) then 'corrected'
		else 'shown' end)::site.entry_state as "state!",
	(case when e.revoked_on is not null then e.revoked_on when h.state = 'revoked' then h.revoked_on
		else l.revoked_on end) as "revoked_on?",
	e.note
from honour_list_entry e
join honour_list l on l.id = e.honour_list_id
join honour h on h.id = e.honour_id
join unit u on u.id = h.unit_id
join award_type t on t.id = h.award_type_id
left join site.entry p on p.list_slug = l.slug and p.list_version = l.published_version and p.anchor = e.anchor
where e.honour_list_id = :honour_list_id and e.shown
order by h.ordinal
