-- Everything "vinhdanhctl check" looks at: one row per rule, found names what breaks it.
-- role: owner
-- returns: many
with office_table as (
	select c.oid, n.nspname || '.' || c.relname as name, n.nspname as schema,
		c.relrowsecurity and c.relforcerowsecurity as forced
	from pg_class c join pg_namespace n on n.oid = c.relnamespace
	where n.nspname in ('office', 'site') and c.relkind in ('r', 'p')),
append_only (name) as (
	values ('office.audit_log'), ('office.nomination_event'), ('office.filing'), ('office.decision'),
		('office.attachment_chunk'), ('site.list'), ('site.artifact')),
finding (ordinal, rule, found) as (
	select 1, 'the three database roles exist',
		array(select r from unnest(array['vd_owner', 'vd_app', 'vd_public']) r
			where not exists (select 1 from pg_roles p where p.rolname = r))
	union all
	select 2, 'no role of ours is a superuser or bypasses row-level security',
		array(select rolname::text from pg_roles where rolname in ('vd_owner', 'vd_app', 'vd_public')
			and (rolsuper or rolbypassrls))
	union all
	select 3, 'vd_app and vd_public are not members of vd_owner',
		array(select m.rolname::text from pg_auth_members a join pg_roles m on m.oid = a.member
			join pg_roles g on g.oid = a.roleid
			where g.rolname = 'vd_owner' and m.rolname in ('vd_app', 'vd_public'))
	union all
	select 4, 'row-level security is forced on every table',
		array(select name from office_table where not forced order by name)
	union all
	select 5, 'vd_app cannot change or delete what is append-only',
		array(select a.name from append_only a where has_table_privilege('vd_app', a.name, 'update')
			or has_any_column_privilege('vd_app', a.name, 'update')
			or has_table_privilege('vd_app', a.name, 'delete')
			or has_table_privilege('vd_app', a.name, 'truncate'))
	union all
	select 6, 'vd_app cannot read password hashes',
		array(select 'office.credential' where has_table_privilege('vd_app', 'office.credential', 'select')
			or has_any_column_privilege('vd_app', 'office.credential', 'select'))
	union all
	select 7, 'vd_public reads no table of the office',
		array(select name from office_table where schema = 'office'
			and (has_table_privilege('vd_public', oid, 'select,insert,update,delete,truncate')
				or has_any_column_privilege('vd_public', oid, 'select,insert,update')) order by name)
	union all
	select 8, 'vd_public changes nothing of the site',
		array(select name from office_table where schema = 'site'
			and (has_table_privilege('vd_public', oid, 'insert,update,delete,truncate')
				or has_any_column_privilege('vd_public', oid, 'insert,update')) order by name)
	union all
	select 9, 'the tree of units is closed',
		array(select u.code from office.unit u where not exists (
				select 1 from office.unit_closure c where c.unit_id = u.id and c.ancestor_id = u.id)
			or (u.parent_id is not null and not exists (
				select 1 from office.unit_closure c where c.unit_id = u.id and c.ancestor_id = u.parent_id))
			order by u.code limit 10)
	union all
	select 10, 'every active account has a password',
		array(select a.username from office.account a where a.active and not exists (
			select 1 from office.credential c where c.account_id = a.id) order by a.username limit 10)
	union all
	select 11, 'somebody is administrator',
		array(select 'nobody' where not exists (
			select 1 from office.role_grant g join office.account a on a.id = g.account_id and a.active
			where g.role = 'administrator' and g.revoked_at is null))
	union all
	select 12, 'no role is held on a unit that no longer exists',
		array(select a.username || ' ' || g.role || ' ' || u.code from office.role_grant g
			join office.account a on a.id = g.account_id and a.active join office.unit u on u.id = g.unit_id
			where g.revoked_at is null and u.valid_to < current_date order by 1 limit 10)
	union all
	select 13, 'no job was given up for dead',
		array(select kind || ' ' || id from office.job where state = 'dead' order by id limit 10)
	union all
	select 14, 'no job waits longer than a quarter of an hour',
		array(select kind || ' ' || id from office.job
			where state = 'waiting' and run_after < now() - interval '15 minutes' order by id limit 10)
	union all
	select 30, 'every nomination and honour has its entry in the register (vinhdanhctl nominees match)',
		array(select 'nomination ' || id from (select id from office.nomination where nominee_id is null order by id limit 10) n
			union all
			select 'honour ' || id from (select id from office.honour where nominee_id is null order by id limit 10) h)
	union all
	select 31, 'merged entries of the register lead to the entry they became part of',
		array(select 'nominee ' || e.id from office.nominee e join office.nominee r on r.id = e.root_id
			where r.merged_into is not null
			  or (e.merged_into is not null and (select p.root_id from office.nominee p where p.id = e.merged_into) <> e.root_id)
			order by e.id limit 10))
select rule as "rule!", coalesce(array_to_string(found, ', '), '') as "found!"
from finding order by ordinal
