-- The annexed list of a decision, in its order, page by page.
-- returns: many
select h.id as honour_id, h.nomination_id, h.ordinal, h.kind, h.name, h.gender, h.position, h.workplace, u.name_vi as unit_name,
	t.name_vi as award_name, h.coefficient::text as "coefficient!", h.bonus_dong, h.state, h.achievement
from honour h
join unit u on u.id = h.unit_id
join award_type t on t.id = h.award_type_id
where h.decision_id = :decision_id and h.ordinal > :after
order by h.ordinal
limit :count
