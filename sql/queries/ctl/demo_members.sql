-- Members of a council with their accounts, the chair first.
-- role: owner
-- returns: many
select m.id as council_member_id, m.account_id, a.username
from office.council_member m
join office.account a on a.id = m.account_id
where m.council_id = :council_id
order by m.member_role, m.id
