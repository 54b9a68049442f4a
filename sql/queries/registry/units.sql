-- Units that exist on a day or do not any more, by name, keyset by (name, id).
-- returns: many
select u.id as unit_id, u.code, u.name_vi, u.name_folded, u.name_en, u.kind, p.name_vi as "parent_name?", u.valid_from, u.valid_to,
	coalesce((select string_agg(s.name_vi, ', ' order by s.name_vi) from unit_succession x
		join unit s on s.id = x.successor_id where x.predecessor_id = u.id), '') as "successors!",
	coalesce((select string_agg(s.name_vi, ', ' order by s.name_vi) from unit_succession x
		join unit s on s.id = x.predecessor_id where x.successor_id = u.id), '') as "predecessors!"
from unit u
left join unit p on p.id = u.parent_id
where (:search = '' or u.name_folded like '%' || :search || '%' or u.code = upper(:search))
  and case :which when 'communes' then u.kind in ('ward', 'commune', 'special_zone') and u.valid_to is null
	when 'agencies' then u.kind not in ('province', 'city', 'town', 'district', 'ward', 'commune', 'township', 'special_zone')
	when 'abolished' then u.valid_to is not null
	else true end
  and (u.name_folded, u.id) > (:after_name, :after_id::bigint)
order by u.name_folded, u.id
limit :count
