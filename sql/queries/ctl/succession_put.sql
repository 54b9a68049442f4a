-- Which unit took over from which.
-- role: owner
-- returns: none
insert into office.unit_succession (predecessor_id, successor_id, effective_on)
values (:predecessor_id, :successor_id, :effective_on)
on conflict (predecessor_id, successor_id) do update set effective_on = excluded.effective_on
where unit_succession.effective_on <> excluded.effective_on
