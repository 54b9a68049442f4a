-- Whether the person acting holds one of the roles in the mask on a unit or an ancestor of it.
-- returns: one
select exists (select 1 from office.my_units(:mask) u(id) where u.id = :unit_id) as "holds!"
