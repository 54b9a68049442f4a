-- Decisions that have no honour list yet, oldest first.
-- returns: many
select d.id as decision_id, d.number, d.decided_on, u.name_vi as unit_name, d.is_sample,
	(select count(*) from honour h where h.decision_id = d.id) as "honours!"
from decision d
join unit u on u.id = d.unit_id
where not exists (select 1 from honour_list l where l.decision_id = d.id)
	and d.unit_id in (select office.my_units(office.role_bit('publisher')))
order by d.decided_on, d.id
limit :count
