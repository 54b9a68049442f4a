-- Base salary and rounding in force on a day.
-- returns: maybe
select b.amount_dong, b.legal_basis, r.unit_dong as rounding_dong, r.mode as rounding_mode,
	r.legal_basis as rounding_basis, r.confirmed as rounding_confirmed
from base_salary b
cross join lateral (select x.unit_dong, x.mode, x.legal_basis, x.confirmed from bonus_rounding x
	where x.valid_from <= :on::date order by x.valid_from desc limit 1) r
where b.valid_from <= :on::date
order by b.valid_from desc
limit 1
