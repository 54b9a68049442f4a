-- Whether this key is the one the numbers of this database were encrypted with; the first use decides.
-- returns: one
select office.identity_key_fits(:key_id::integer, :check_value::bytea) as "fits!"
