-- The key that made all hashes and ciphers now is the only one in use.
-- role: owner
-- returns: one
select office.identity_rekey_end(:key_id::integer) is null as "done!"
