-- Who may touch closing times, outages and receipts: least rights, and what the public role can learn.
begin;
select plan(15);

select ok(not has_table_privilege('vd_app', 'office.heartbeat', 'select, insert, update, delete'), 'heartbeats are written through beat() alone');
select ok(not has_table_privilege('vd_app', 'office.outage', 'insert, delete'), 'nobody makes up an outage or removes one');
select ok(not has_column_privilege('vd_app', 'office.outage', 'ended_at', 'update'), 'nor lengthens one');
select ok(not has_table_privilege('vd_app', 'office.deadline_extension', 'delete'), 'an extension is never deleted');
select ok(not has_column_privilege('vd_app', 'office.deadline_extension', 'closes_at', 'update'), 'nor changed');
select ok(not has_table_privilege('vd_app', 'office.receipt_file', 'insert, update, delete'), 'a receipt is kept through receipt_keep() alone');
select ok(not has_column_privilege('vd_app', 'office.filing', 'check_code', 'update'), 'its code is never changed');
select ok(not has_function_privilege('vd_public', 'office.closes_at(bigint, bigint)', 'execute'), 'the public role asks no closing time');
select ok(has_function_privilege('vd_public', 'site.receipt_check(text, text)', 'execute'), 'it checks receipts');

-- As an administrator of one commune and as nobody: the policies, not the pages.
insert into office.account (username, full_name) values ('t-xa', 'Quản trị xã'), ('t-tinh', 'Quản trị tỉnh');
insert into office.role_grant (account_id, role, unit_id)
select a.id, 'administrator', u.id from office.account a join office.unit u on u.code = case a.username when 't-xa' then '30742' else '91' end
where a.username in ('t-xa', 't-tinh');
create temporary table t_season as
	with s as (insert into office.season (name, year, opens_at, closes_at) values ('t', 2026, now() - interval '1 day', now() + interval '1 day') returning id)
	select s.id, a.id as account, a.username from s, office.account a where a.username in ('t-xa', 't-tinh');
grant select on t_season to vd_app;
create function pg_temp.be(who text) returns void language sql as
	$$ select set_config('app.account_id', account::text, true), set_config('app.roles', office.role_bit('administrator')::text, true) from t_season where username = who $$;

select pg_temp.be('t-xa');
set local role vd_app;
select throws_ok($$insert into office.deadline_extension (season_id, closes_at, reason, made_by) select id, now() + interval '9 days', 'x', account from t_season where username = 't-xa'$$,
	'42501', null, 'the administrator of a commune extends nothing');
select throws_ok($$insert into office.holiday (day, kind, name) values ('2026-03-03', 'holiday', 'x')$$, '42501', null, 'nor makes a holiday');
reset role;
select pg_temp.be('t-tinh');
set local role vd_app;
select lives_ok($$insert into office.deadline_extension (season_id, closes_at, reason, made_by) select id, now() + interval '9 days', 'x', account from t_season where username = 't-tinh'$$,
	'that of the province does');
select throws_ok($$insert into office.deadline_extension (season_id, closes_at, reason, made_by) select id, now() + interval '9 days', 'x', (select account from t_season where username = 't-xa') from t_season limit 1$$,
	'42501', null, 'in the own name only');
select is((select count(*) from office.receipt_facts(1)), 0::bigint, 'what a receipt says is for the jobs process, not for anybody signed in');
reset role;

set local role vd_public;
select is((select count(*) from site.receipt_check('AG-2026-000001', '')), 0::bigint, 'without the code the check says nothing');
reset role;

select * from finish();
rollback;
