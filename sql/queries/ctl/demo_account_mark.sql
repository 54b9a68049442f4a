-- An account of the living example.
-- role: owner
-- returns: none
update office.account set is_sample = true where id = :account_id
