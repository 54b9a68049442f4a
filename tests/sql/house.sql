-- Rules every table keeps: comments, named constraints, row-level security, owners, privileges.
begin;
select plan(13);

create temporary view our_table as
select c.oid, c.oid::regclass::text as name, n.nspname, c.relrowsecurity, c.relforcerowsecurity, c.relowner
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where n.nspname in ('office', 'site', 'meta') and c.relkind in ('r', 'p');

select isnt_empty('select 1 from our_table', 'there are tables');
select is_empty($$select name from our_table where obj_description(oid, 'pg_class') is null$$,
	'every table has a comment');
select is_empty($$select t.name, a.attname from our_table t join pg_attribute a on a.attrelid = t.oid
	where a.attnum > 0 and not a.attisdropped and col_description(t.oid, a.attnum) is null$$,
	'every column has a comment');
select is_empty($$select t.name from our_table t where not exists
	(select from pg_constraint c where c.conrelid = t.oid and c.contype = 'p')$$,
	'every table has a primary key');
select is_empty($$select t.name, c.conname from our_table t join pg_constraint c on c.conrelid = t.oid
	where c.conname !~ '_(pkey|fkey|unique|check|excl|exclude|key)$'$$,
	'every constraint is named by its kind');
select is_empty($$select t.name, a.attname from our_table t join pg_attribute a on a.attrelid = t.oid
	where a.attnum > 0 and not a.attisdropped and a.atttypid in ('timestamp'::regtype, 'varchar'::regtype, 'money'::regtype, 'json'::regtype)$$,
	'no column has a type the house does not use');
select is_empty($$select name from our_table where relowner <> 'vd_owner'::regrole$$,
	'vd_owner owns every table');
select is_empty($$select name from our_table where nspname <> 'meta' and not (relrowsecurity and relforcerowsecurity)$$,
	'row-level security is forced on every table');
select is_empty($$select name from our_table where nspname <> 'site'
	and has_table_privilege('vd_public', oid, 'select, insert, update, delete, truncate, references, trigger')$$,
	'vd_public has no right on any table outside site');
select is_empty($$select name from our_table
	where has_table_privilege('vd_public', oid, 'insert, update, delete, truncate')$$,
	'vd_public changes nothing');
select is_empty($$select name from our_table where has_table_privilege('vd_app', oid, 'truncate, references, trigger')$$,
	'vd_app empties no table and hangs nothing on one');
select is_empty($$select p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid = p.pronamespace
	where n.nspname in ('office', 'site') and p.prosecdef
	and not coalesce(array_to_string(p.proconfig, ' ') like '%search_path=%', false)$$,
	'every security definer function fixes its search_path');
select is_empty($$select nspname, r from pg_namespace, unnest(array['vd_app', 'vd_public']) r
	where nspname in ('office', 'site', 'meta', 'public') and has_schema_privilege(r, nspname, 'create')$$,
	'the runtime roles create nothing in any schema');

select * from finish();
rollback;
