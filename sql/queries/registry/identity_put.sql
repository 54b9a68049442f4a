-- Keep the identity number of a nomination; changed tells whether it is another than before.
-- returns: one
select office.identity_put(:nomination_id::bigint, :hash::bytea, :cipher::bytea, :tail::bytea) as "changed!"
