-- One membership, held until the transaction ends.
-- returns: one
select m.id as council_member_id, m.account_id, a.full_name, m.valid_from, m.valid_to
from council_member m
join account a on a.id = m.account_id
where m.id = :council_member_id and m.council_id = :council_id
for update of m
