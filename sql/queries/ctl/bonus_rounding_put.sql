-- Rounding of bonuses from a day on; a day already known is not touched.
-- role: owner
-- returns: none
insert into office.bonus_rounding (valid_from, unit_dong, mode, legal_basis)
values (:valid_from, :unit_dong, :mode, :legal_basis)
on conflict (valid_from) do nothing
