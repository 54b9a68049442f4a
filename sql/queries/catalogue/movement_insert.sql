-- Open a movement.
-- returns: one
insert into movement (unit_id, name, basis, purpose, scope, criteria, starts_on, ends_on)
values (:unit_id, :name, coalesce(:basis, ''), coalesce(:purpose, ''), coalesce(:scope, ''), coalesce(:criteria, ''), :starts_on, :ends_on)
returning id as movement_id
