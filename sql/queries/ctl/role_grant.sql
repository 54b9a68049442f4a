-- Grant a role on a unit and everything below it; nothing when it is held already.
-- role: owner
-- returns: none
insert into office.role_grant (account_id, role, unit_id)
values (:account_id, :role, :unit_id)
on conflict (account_id, role, unit_id) where revoked_at is null do nothing
