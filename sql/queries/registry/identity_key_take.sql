-- As identity_key_fits, for the command line.
-- role: owner
-- returns: one
select office.identity_key_fits(:key_id::integer, :check_value::bytea) as "fits!"
