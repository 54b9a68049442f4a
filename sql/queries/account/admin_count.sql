-- How many accounts match.
-- returns: one
select count(*) as "total!"
from account a
where :search = '' or a.username like '%' || :search || '%' or lower(a.full_name) like '%' || lower(:search) || '%'
