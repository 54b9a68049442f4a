-- A loose name for an award; one already known keeps its meaning unless it is a seeded one that changed.
-- role: owner
-- returns: none
insert into office.award_alias (folded, recipient, award_type_id)
values (:folded, :recipient, :award_type_id)
on conflict (folded, recipient) do update set award_type_id = excluded.award_type_id
where award_alias.award_type_id <> excluded.award_type_id
