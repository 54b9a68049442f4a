-- Record a decision.
-- returns: one
insert into decision (unit_id, number, decided_on, signatory_name, signatory_position, recorded_by, base_salary_dong, total_bonus_dong)
values (:unit_id, :number, :decided_on, :signatory_name, :signatory_position, office.me(), :base_salary_dong, :total_bonus_dong)
returning id as decision_id
