-- Base salary from a day on; a day already known is not touched.
-- role: owner
-- returns: none
insert into office.base_salary (valid_from, amount_dong, legal_basis, confidence)
values (:valid_from, :amount_dong, :legal_basis, :confidence)
on conflict (valid_from) do nothing
