-- The account of a user name.
-- role: owner
-- returns: maybe
select id as account_id, full_name, active from office.account where username = :username
