-- One account.
-- returns: one
select a.id as account_id, a.username, a.full_name, a.email, a.active, a.is_sample, a.created_at, a.version
from account a
where a.id = :account_id
