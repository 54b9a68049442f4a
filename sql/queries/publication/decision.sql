-- The decision a list is to be made from.
-- returns: one
select d.id as decision_id, d.unit_id, d.number, d.decided_on, u.name_vi as unit_name, d.is_sample,
	(select count(*) from honour h where h.decision_id = d.id) as "honours!",
	(select max(l.id) from honour_list l where l.decision_id = d.id) as "honour_list_id?"
from decision d
join unit u on u.id = d.unit_id
where d.id = :decision_id
