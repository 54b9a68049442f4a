-- Decisions, newest first.
-- returns: many
select d.id as decision_id, d.number, d.decided_on, d.signatory_name, d.total_bonus_dong, d.is_sample, u.name_vi as unit_name,
	(select count(*) from honour h where h.decision_id = d.id) as "honours!"
from decision d
join unit u on u.id = d.unit_id
where (d.decided_on, d.id) < (:before_on, :before_id::bigint)
order by d.decided_on desc, d.id desc
limit :count
