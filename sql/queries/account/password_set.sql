-- Set a password.
-- returns: none
select office.password_set(:account_id, :password_hash, :must_change)
