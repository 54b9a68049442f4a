-- Give a role on a unit.
-- returns: one
insert into role_grant (account_id, role, unit_id, granted_by)
values (:account_id, :role, :unit_id, office.me())
returning id as role_grant_id
