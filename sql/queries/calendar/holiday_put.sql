-- Set what a day is.
-- returns: none
insert into holiday (day, kind, name, legal_basis, confirmed, set_by)
values (:day, :kind, :name, :legal_basis, true, office.me())
on conflict (day) do update set kind = excluded.kind, name = excluded.name, legal_basis = excluded.legal_basis,
	confirmed = true, set_by = excluded.set_by, set_at = now()
