-- One decision.
-- returns: one
select d.id as decision_id, d.unit_id, u.name_vi as unit_name, d.number, d.decided_on, d.signatory_name, d.signatory_position,
	a.full_name as recorded_by, d.recorded_at, d.base_salary_dong, d.total_bonus_dong, d.is_sample
from decision d
join unit u on u.id = d.unit_id
join account a on a.id = d.recorded_by
where d.id = :decision_id
