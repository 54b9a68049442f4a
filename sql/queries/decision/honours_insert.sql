-- Enter the granted awards into the register; lines is a JSON array in the order of the annexed list.
-- returns: none
insert into honour (decision_id, nomination_id, unit_id, kind, name, name_folded, gender, born_on, position, workplace,
	award_type_id, field, achievement, period_year, decision_no, decision_date, ordinal, coefficient, bonus_dong, nominee_id, commendation_kind)
select :decision_id, n.id, n.unit_id, n.kind, n.name, n.name_folded, n.gender, n.born_on, n.position, n.workplace,
	n.award_type_id, n.field, n.achievement, q.year, :number, :decided_on, r.ordinal, t.bonus_coefficient, r.bonus_dong, n.nominee_id, q.kind
from jsonb_to_recordset(:lines::jsonb) as r (nomination_id bigint, ordinal integer, bonus_dong bigint)
join nomination n on n.id = r.nomination_id
join dossier d on d.id = n.dossier_id
join season q on q.id = d.season_id
join award_type t on t.id = n.award_type_id
