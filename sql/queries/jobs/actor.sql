-- Who the job acts for, after assume.sql; an account locked meanwhile runs nothing.
-- returns: maybe
select a.id as account_id, a.username, a.full_name, office.my_roles() as "roles!"
from office.account a
where a.id = :account_id and a.active
