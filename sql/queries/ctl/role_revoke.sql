-- Take a role back; the row stays as history.
-- role: owner
-- returns: none
update office.role_grant set revoked_at = now()
where account_id = :account_id and role = :role and unit_id = :unit_id and revoked_at is null
