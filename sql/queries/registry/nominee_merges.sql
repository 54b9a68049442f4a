-- Merges an entry took part in, the newest first.
-- returns: many
select m.id as nominee_merge_id, m.from_id, f.name as from_name, m.into_id, t.name as into_name, m.reason, m.merged_at,
	coalesce(a.full_name, '') as "merged_by!", m.undone_at, m.undone_reason, coalesce(b.full_name, '') as "undone_by!"
from nominee_merge m
join nominee f on f.id = m.from_id
join nominee t on t.id = m.into_id
left join account a on a.id = m.merged_by
left join account b on b.id = m.undone_by
where m.from_id in (select o.id from nominee o where o.root_id = :nominee_id)
	or m.into_id in (select o.id from nominee o where o.root_id = :nominee_id)
order by m.id desc
limit 100
