-- Make an account; its password is set apart.
-- returns: one
insert into account (username, full_name, email)
values (:username, :full_name, :email)
returning id as account_id
