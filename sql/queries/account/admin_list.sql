-- Accounts by name for the administrator, keyset by user name.
-- returns: many
select a.id as account_id, a.username, a.full_name, a.email, a.active, a.is_sample,
	coalesce((select string_agg(distinct g.role::text, ',' order by g.role::text) from role_grant g
		where g.account_id = a.id and g.revoked_at is null), '') as "roles!"
from account a
where a.username > :after
  and (:search = '' or a.username like '%' || :search || '%' or lower(a.full_name) like '%' || lower(:search) || '%')
order by a.username
limit :count
