-- From here to the end of the transaction nobody else reads or writes a number.
-- role: owner
-- returns: one
select office.identity_rekey_begin() is null as "done!"
