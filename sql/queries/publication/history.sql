-- The story of a list.
-- returns: many
select a.at, a.action, coalesce(x.full_name, '') as "who!"
from audit_log a
left join account x on x.id = a.account_id
where a.object = 'honour_list' and a.object_id = :honour_list_id::bigint
order by a.id
