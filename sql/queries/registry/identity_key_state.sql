-- The key that hashes, as the command line sees it, and whether a key is known and fits.
-- role: owner
-- returns: one
select (select k.key_id from office.identity_key k where k.hashes) as "hash_key?",
	(select count(*) from office.identity_key k) as "keys!"
