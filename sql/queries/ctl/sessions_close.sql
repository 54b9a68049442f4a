-- Sign an account out everywhere.
-- role: owner
-- returns: none
delete from office.session where account_id = :account_id
