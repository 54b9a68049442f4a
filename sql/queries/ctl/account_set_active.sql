-- Lock or unlock.
-- role: owner
-- returns: none
update office.account set active = :active, version = version + 1
where id = :account_id and active <> :active
