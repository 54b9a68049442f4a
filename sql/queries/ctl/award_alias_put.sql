-- A name people write for an award; one already known keeps its meaning unless it is a seeded one that changed.
-- A name that is as good as the official one stays so.
-- role: owner
-- returns: none
insert into office.award_alias (folded, recipient, award_type_id, loose)
values (:folded, :recipient, :award_type_id, :loose)
on conflict (folded, recipient) do update set award_type_id = excluded.award_type_id,
	loose = award_alias.loose and excluded.loose
where award_alias.award_type_id <> excluded.award_type_id or (award_alias.loose and not excluded.loose)
