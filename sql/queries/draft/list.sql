-- Everything typed into forms of a dossier that is not in the record: whose, where, why.
-- returns: many
select o.object, o.field, o.at, o.outcome, o.account_id, o.account_id = office.me() as "own!", a.full_name as who,
	case when o.account_id = office.me() or (o.field = 'name' and o.object like 'new:%') then o.value else '' end as "value!",
	coalesce(n.name, x.name, '') as "name!", n.id is not null as "there!"
from draft_open o
join account a on a.id = o.account_id
cross join lateral (select case when o.object like 'can-cu:%' then split_part(o.object, ':', 2) else o.object end) k(nomination)
left join nomination n on n.dossier_id = o.dossier_id and n.id::text = k.nomination
left join nomination_deleted x on x.dossier_id = o.dossier_id and x.nomination_id::text = k.nomination and x.restored_at is null
where o.dossier_id = :dossier_id
order by o.account_id = office.me() desc, o.account_id, o.object, o.at, o.field
limit 400
