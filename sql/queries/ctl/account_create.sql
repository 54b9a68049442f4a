-- A new account; the password comes with password_set.sql in the same transaction.
-- role: owner
-- returns: one
insert into office.account (username, full_name, email)
values (:username, :full_name, :email?)
returning id as account_id
