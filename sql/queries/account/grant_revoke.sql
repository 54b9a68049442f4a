-- Take a role back; the row stays for history.
-- returns: none
update role_grant
set revoked_at = now(), revoked_by = office.me()
where id = :role_grant_id and account_id = :account_id and revoked_at is null
