-- The three roles and the database.  Run by scripts/migrate as an administrator, safe to repeat.
-- vd_owner owns and migrates; vd_app runs the office; vd_public serves the public site and sees
-- only schema site.  Passwords and the database name come from the environment.
\set ON_ERROR_STOP 1
\getenv database VD_DATABASE
\getenv owner_password VD_OWNER_PASSWORD
\getenv app_password VD_APP_PASSWORD
\getenv public_password VD_PUBLIC_PASSWORD

select format('create role %I', r) from unnest(array['vd_owner', 'vd_app', 'vd_public']) r
where not exists (select from pg_roles where rolname = r) \gexec

set password_encryption = 'scram-sha-256';
-- Passwords stay out of the server's log even where it logs DDL, when we may say so.
select 'set log_statement = ''none''' where current_setting('is_superuser') = 'on' \gexec
alter role vd_owner login nosuperuser nocreatedb nocreaterole noreplication password :'owner_password';
alter role vd_app login nosuperuser nocreatedb nocreaterole noreplication password :'app_password';
alter role vd_public login nosuperuser nocreatedb nocreaterole noreplication password :'public_password';
comment on role vd_owner is 'Owns and migrates Vinh Danh';
comment on role vd_app is 'Office part of Vinh Danh: no DDL, row-level security applies';
comment on role vd_public is 'Public site of Vinh Danh: reads schema site only';

-- An administrator who is not superuser gives a database away only as a member of the new owner.
select format('grant vd_owner to %I', current_user) where current_setting('is_superuser') = 'off'
and not pg_has_role(current_user, 'vd_owner', 'member') \gexec
select format('create database %I owner vd_owner encoding ''UTF8'' template template0', :'database')
where not exists (select from pg_database where datname = :'database') \gexec
revoke all on database :"database" from public;
grant connect on database :"database" to vd_owner, vd_app, vd_public;
