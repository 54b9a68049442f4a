-- Units for which the signed-in person records decisions.
-- returns: many
select distinct u.id as unit_id, u.name_vi
from role_grant g
join unit u on u.id = g.unit_id
where g.account_id = office.me() and g.role = 'signatory' and g.revoked_at is null
order by u.name_vi
