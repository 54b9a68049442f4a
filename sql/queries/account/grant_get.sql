-- One role held.
-- returns: one
select g.role, g.unit_id
from role_grant g
where g.id = :role_grant_id and g.account_id = :account_id and g.revoked_at is null
