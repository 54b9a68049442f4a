-- One entry as the register has it and as it is worded for the public.
-- returns: one
select e.honour_id, e.anchor, e.shown, e.left_out_reason, e.name as public_name, e.position as public_position,
	e.achievement as public_achievement, e.revoked_on, e.note, e.version,
	h.ordinal, h.kind, h.name, h.position, h.achievement, u.name_vi as unit_name, t.name_vi as award_name
from honour_list_entry e
join honour h on h.id = e.honour_id
join unit u on u.id = h.unit_id
join award_type t on t.id = h.award_type_id
where e.honour_list_id = :honour_list_id and e.honour_id = :honour_id
