-- The journal of drafts: append-only, for its author and who writes for the same unit; deleted nominations can only be put back.
begin;
select plan(17);

create function pg_temp.person(text, office.role, text) returns bigint language sql as $$
	with a as (insert into office.account (username, full_name) values ($1, 'Người ' || $1) returning id),
	g as (insert into office.role_grant (account_id, role, unit_id) select a.id, $2, u.id from a, office.unit u where u.code = $3)
	select id from a $$;
create temporary table who (name text primary key, id bigint);
insert into who values
	('drafter a', pg_temp.person('t.a', 'drafter', '30742')), ('head a', pg_temp.person('t.ha', 'unit_head', '30742')),
	('drafter b', pg_temp.person('t.b', 'drafter', '30307')), ('appraiser', pg_temp.person('t.appraiser', 'appraiser', '91')),
	('auditor', pg_temp.person('t.auditor', 'auditor', '91'));
create temporary table thing (id bigint, unit_id bigint);
with s as (insert into office.season (name, year, opens_at, closes_at) values ('t', 2026, now() - interval '1 day', now() + interval '1 day') returning id)
insert into thing select 0, s.id from s;
with d as (insert into office.dossier (season_id, unit_id, title, created_by)
	select t.unit_id, u.id, 'Hồ sơ', w.id from thing t, office.unit u, who w where u.code = '30742' and w.name = 'drafter a' returning id, unit_id)
insert into thing select id, unit_id from d;
delete from thing where id = 0;
grant select on who, thing to vd_app;
create function pg_temp.as_person(who_is text, sql text) returns text language plpgsql as $$
	declare result text; begin
		set local role vd_app;
		perform office.assume((select id from who where name = who_is));
		execute sql into result;
		reset role;
		return result;
	exception when others then
		reset role;
		return sqlstate;
	end $$;
create function pg_temp.entry(client text, account text default 'office.me()', outcome text default 'kept') returns text language sql as $$
	select format('insert into office.draft_entry (account_id, dossier_id, unit_id, object, field, value, base, client, seq, outcome)
		select %s, id, unit_id, ''dossier'', ''title'', ''x'', '''', %L, 1, %L from thing returning ''written''', account, client, outcome) $$;

select is(pg_temp.as_person('drafter a', pg_temp.entry('trang-mot')), 'written', 'a drafter writes the own journal');
select is(pg_temp.as_person('drafter a', pg_temp.entry('trang-mot')), '23505', 'a change of a page is there once');
select is(pg_temp.as_person('head a', pg_temp.entry('trang-mot')), 'written', 'numbers of pages are each person''s own');
select is(pg_temp.as_person('drafter a', pg_temp.entry('trang-hai', '(select id from who where name = ''head a'')')), '42501', 'nobody writes in another''s name');
select is(pg_temp.as_person('drafter b', pg_temp.entry('trang-ba')), '42501', 'nor into another commune''s dossier');
select is(pg_temp.as_person('appraiser', pg_temp.entry('trang-bon')), '42501', 'an appraiser types nothing into a dossier');
select is(pg_temp.as_person('drafter a', 'update office.draft_entry set value = ''y'' returning ''changed'''), '42501', 'the journal is not changed');
select is(pg_temp.as_person('drafter a', 'delete from office.draft_entry returning ''gone'''), '42501', 'nor emptied');
select is(pg_temp.as_person('head a', 'select count(*) from office.draft_entry'), '2', 'who writes for the same unit reads it');
select is(pg_temp.as_person('drafter b', 'select count(*) from office.draft_entry'), '0', 'the next commune does not');
select is(pg_temp.as_person('appraiser', 'select count(*) from office.draft_entry'), '0', 'unfinished text is not for appraisers');
select is(pg_temp.as_person('auditor', 'select count(*) from office.draft_entry'), '0', 'nor for auditors');
select is(pg_temp.as_person('drafter a', 'insert into office.draft_open (dossier_id, account_id, object, field, unit_id, value, base, client, at, outcome)
	select id, office.me(), ''dossier'', ''title'', unit_id, ''x'', '''', ''trang-mot'', now(), ''applied'' from thing returning ''written'''), '23514', 'what is in the record is not open');
select is(pg_temp.as_person('drafter a', 'insert into office.draft_open (dossier_id, account_id, object, field, unit_id, value, base, client, at, outcome)
	select id, office.me(), ''dossier'', ''title'', unit_id, ''x'', '''', ''trang-mot'', now(), ''kept'' from thing returning ''written'''), 'written', 'what is kept is');
select is(pg_temp.as_person('head a', 'delete from office.draft_open returning ''gone'''), null, 'nobody drops what another typed');
select is(pg_temp.as_person('drafter a', 'insert into office.nomination_deleted (nomination_id, dossier_id, unit_id, ordinal, name, content, deleted_by)
	select 1, id, unit_id, 1, ''x'', ''{}'', office.me() from thing returning ''written'''), 'written', 'a deleted nomination is kept');
select is(pg_temp.as_person('head a', 'update office.nomination_deleted set content = ''{"name": "y"}'' returning ''changed'''), '42501', 'as it was');

select * from finish();
rollback;
