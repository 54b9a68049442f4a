-- The key that hashes the numbers of this database, unchanged while this transaction lasts; none before the first number.
-- returns: one
select office.identity_hash_key() as "key_id?"
