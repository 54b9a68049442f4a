-- The hash of a new password, to be changed at the next sign-in unless it is the person's own choice.
-- role: owner
-- returns: none
insert into office.credential (account_id, password_hash, must_change)
values (:account_id, :password_hash, :must_change)
on conflict (account_id) do update set password_hash = excluded.password_hash,
	must_change = excluded.must_change, changed_at = now()
