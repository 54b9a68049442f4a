-- Roles an account holds, with their units.
-- returns: many
select g.id as role_grant_id, g.role, g.granted_at, u.name_vi as unit_name, u.code as unit_code
from role_grant g
join unit u on u.id = g.unit_id
where g.account_id = :account_id and g.revoked_at is null
order by g.role, u.name_vi collate "vi-x-icu"
