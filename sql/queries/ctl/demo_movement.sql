-- A movement of the living example, launched by a unit.
-- role: owner
-- returns: one
insert into office.movement (unit_id, name, basis, purpose, scope, criteria, starts_on, ends_on, is_sample)
values (:unit_id, :name, :basis, :purpose, :scope, :criteria, :starts_on, :ends_on, true)
returning id as movement_id
