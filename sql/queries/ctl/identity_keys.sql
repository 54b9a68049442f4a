-- Keys identity numbers were encrypted with, and whether there is a number.
-- role: owner
-- returns: many
select k.key_id as "key_id!", k.check_value, k.first_used from office.identity_key k order by k.key_id
