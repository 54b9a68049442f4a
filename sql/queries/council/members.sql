-- Members of a council, past ones last.
-- returns: many
select m.id as council_member_id, m.account_id, a.full_name, a.username, m.member_role, m.position, m.valid_from, m.valid_to
from council_member m
join account a on a.id = m.account_id
where m.council_id = :council_id
order by m.valid_to is not null, m.member_role, m.id
