-- Row-level security by trying: what one commune files, the next commune, the press and the public cannot see or change.
begin;
select plan(53);

-- Two communes with a full case each, made by the owner.
create function pg_temp.person(text, office.role, text) returns bigint language sql as $$
	with a as (insert into office.account (username, full_name) values ($1, 'Người ' || $1) returning id),
	g as (insert into office.role_grant (account_id, role, unit_id) select a.id, $2, u.id from a, office.unit u where u.code = $3)
	select id from a $$;
create temporary table who (name text primary key, id bigint);
insert into who values
	('drafter a', pg_temp.person('t.a', 'drafter', '30742')), ('drafter b', pg_temp.person('t.b', 'drafter', '30307')),
	('appraiser', pg_temp.person('t.appraiser', 'appraiser', '91')), ('auditor', pg_temp.person('t.auditor', 'auditor', '91')),
	('press', pg_temp.person('t.press', 'press', '91')), ('secretary', pg_temp.person('t.secretary', 'council_secretary', '91')),
	('member', pg_temp.person('t.member', 'council_member', '91')), ('stranger', pg_temp.person('t.stranger', 'council_member', '91')),
	('administrator', pg_temp.person('t.admin', 'administrator', '91')), ('signatory', pg_temp.person('t.sign', 'signatory', '91')),
	('publisher', pg_temp.person('t.publish', 'publisher', '91'));
insert into who values ('two hats', pg_temp.person('t.two', 'council_secretary', '30307')), ('admin b', pg_temp.person('t.admin.b', 'administrator', '30307')),
	('auditor b', pg_temp.person('t.auditor.b', 'auditor', '30307'));
create temporary table thing (name text primary key, id bigint);
with s as (insert into office.season (name, year, opens_at, closes_at) values ('t', 2026, now() - interval '1 day', now() + interval '1 day') returning id)
insert into thing select 'season', id from s;
with d as (insert into office.dossier (season_id, unit_id, title, created_by)
	select t.id, u.id, 'Hồ sơ của a', w.id from thing t, office.unit u, who w where t.name = 'season' and u.code = '30742' and w.name = 'drafter a' returning id)
insert into thing select 'dossier', id from d;
with n as (insert into office.nomination (dossier_id, unit_id, ordinal, kind, name, name_folded, award_type_id)
	select d.id, d.unit_id, 1, 'person', 'Nguyễn Thị Kín', 'nguyen thi kin', (select id from office.award_type where code = 'LDTT')
	from office.dossier d join thing t on t.name = 'dossier' and t.id = d.id returning id)
insert into thing select 'nomination', id from n;
with a as (insert into office.attachment (dossier_id, unit_id, file_name, content_type, size, sha256, uploaded_by)
	select d.id, d.unit_id, 'a.pdf', 'application/pdf', 1, repeat('0', 64), d.created_by from office.dossier d join thing t on t.name = 'dossier' and t.id = d.id returning id)
insert into thing select 'attachment', id from a;
insert into office.attachment_chunk select id, 0, 'x' from thing where name = 'attachment';
insert into office.filing (dossier_id, unit_id, receipt_no, filed_by, nominations, content, sha256)
	select d.id, d.unit_id, 'T-1', d.created_by, 1, '{}', repeat('0', 64) from office.dossier d join thing t on t.name = 'dossier' and t.id = d.id;
with c as (insert into office.council (unit_id, level, name, established_by) select id, 'province', 't', 't' from office.unit where code = '91' returning id)
insert into thing select 'council', id from c;
insert into office.council_member (council_id, account_id, valid_from) select t.id, w.id, '2026-01-01' from thing t, who w where t.name = 'council' and w.name = 'member';
insert into office.council_member (council_id, account_id, valid_from) select t.id, w.id, '2026-01-01' from thing t, who w where t.name = 'council' and w.name = 'two hats';
with s as (insert into office.council_session (council_id, title, held_on, members_total, state) select id, 't', current_date, 1, 'open' from thing where name = 'council' returning id)
insert into thing select 'session', id from s;
with i as (insert into office.agenda_item (council_session_id, nomination_id, ordinal, members_total, percent, state)
	select s.id, n.id, 1, 1, 50, 'open' from thing s, thing n where s.name = 'session' and n.name = 'nomination' returning id)
insert into thing select 'item', id from i;
insert into office.session_attendance (council_session_id, council_member_id, attendance)
	select s.id, m.id, 'present' from thing s, thing c join office.council_member m on m.council_id = c.id where s.name = 'session' and c.name = 'council';
insert into office.vote (agenda_item_id, council_member_id, choice, entered_by)
	select i.id, m.id, 'approve', m.account_id from thing i, thing c join office.council_member m on m.council_id = c.id
	join who w on w.id = m.account_id and w.name = 'member' where i.name = 'item' and c.name = 'council';
insert into office.honour (unit_id, nomination_id, kind, name, name_folded, award_type_id, period_year, decision_no, decision_date, ordinal)
	select n.unit_id, n.id, n.kind, n.name, n.name_folded, n.award_type_id, 2025, 't', '2025-12-01', 1
	from office.nomination n join thing t on t.name = 'nomination' and t.id = n.id;
insert into office.session (token_hash, account_id, csrf, expires_at) select sha256(name::bytea), id, 'x', now() + interval '1 day' from who;
insert into office.audit_log (account_id, action, object, object_id) select id, 't.t', 't', 1 from who where name = 'drafter a';
insert into site.list (slug, version, title, unit_code, unit_name, decision_no, decision_date, year, entries, visible_from)
	values ('t-hom-nay', 1, 't', '91', 't', 't', current_date, 2026, 0, now() - interval '1 minute'),
	('t-ngay-mai', 1, 't', '91', 't', 't', current_date, 2026, 0, now() + interval '1 day');
grant select on who, thing to vd_app, vd_public;

create function pg_temp.count_as(who_is text, sql text) returns bigint language plpgsql as $$
	declare n bigint; begin
		set local role vd_app;
		perform office.assume((select id from who where name = who_is));
		execute sql into n;
		reset role;
		return n;
	end $$;
create function pg_temp.try_as(who_is text, sql text) returns text language plpgsql as $$
	declare n bigint; begin
		set local role vd_app;
		perform office.assume((select id from who where name = who_is));
		execute sql;
		get diagnostics n = row_count;
		reset role;
		return n::text;
	exception when others then
		reset role;
		return sqlstate;
	end $$;

-- Reading.
select is(pg_temp.count_as('drafter a', 'select count(*) from office.dossier where title = ''Hồ sơ của a'''), 1::bigint, 'a drafter sees the own dossier');
select is(pg_temp.count_as('drafter b', 'select count(*) from office.dossier'), 0::bigint, 'the drafter of the next commune sees no dossier of it');
select is(pg_temp.count_as('drafter b', 'select count(*) from office.nomination'), 0::bigint, 'nor a nomination');
select is(pg_temp.count_as('drafter b', 'select count(*) from office.nomination_event'), 0::bigint, 'nor its story');
select is(pg_temp.count_as('drafter b', 'select count(*) from office.attachment'), 0::bigint, 'nor a file');
select is(pg_temp.count_as('drafter b', 'select count(*) from office.attachment_chunk'), 0::bigint, 'nor a byte of one');
select is(pg_temp.count_as('drafter b', 'select count(*) from office.filing'), 0::bigint, 'nor a receipt');
select is(pg_temp.count_as('drafter b', 'select count(*) from office.agenda_item'), 0::bigint, 'nor an agenda');
select is(pg_temp.count_as('drafter b', 'select count(*) from office.vote'), 0::bigint, 'nor a vote');
select is(pg_temp.count_as('drafter b', 'select count(*) from office.honour'), 0::bigint, 'nor the register of others');
select is(pg_temp.count_as('drafter b', 'select count(*) from office.audit_log'), 0::bigint, 'nor the audit log');
select is(pg_temp.count_as('drafter b', 'select count(*) from office.session where account_id <> office.me()'), 0::bigint, 'nor sessions of others');
select is(pg_temp.count_as('drafter b', 'select count(*) from office.role_grant where account_id <> office.me()'), 0::bigint, 'nor roles of others');
select is(pg_temp.count_as('press', 'select count(*) from office.dossier'), 0::bigint, 'the press sees no dossier');
select is(pg_temp.count_as('press', 'select count(*) from office.honour_list'), 0::bigint, 'nor a list that is not published');
select is(pg_temp.count_as('administrator', 'select count(*) from office.nomination'), 0::bigint, 'an administrator sees no nomination');
select is(pg_temp.count_as('appraiser', 'select count(*) from office.nomination where name = ''Nguyễn Thị Kín'''), 1::bigint, 'an appraiser of the province does');
select is(pg_temp.count_as('auditor', 'select count(*) from office.nomination where name = ''Nguyễn Thị Kín'''), 1::bigint, 'so does the auditor');
select is(pg_temp.count_as('member', 'select count(*) from office.nomination'), 1::bigint, 'a council member sees what is on the agenda');
select is(pg_temp.count_as('member', 'select count(*) from office.dossier'), 0::bigint, 'but no dossier');
select is(pg_temp.count_as('stranger', 'select count(*) from office.nomination'), 0::bigint, 'a member of no council sees no nomination');
select is(pg_temp.count_as('stranger', 'select count(*) from office.council_session'), 0::bigint, 'nor a session');
select is(pg_temp.try_as('administrator', 'select password_hash from office.credential'), '42501', 'nobody reads a password hash');
select is(pg_temp.try_as('administrator', 'select * from office.login_attempt'), '42501', 'nor sign-in attempts');

select is(pg_temp.count_as('auditor', 'select count(*) from office.vote'), 1::bigint, 'the auditor sees the votes');

select is(pg_temp.count_as('secretary', 'select count(*) from office.vote'), 1::bigint, 'so does the secretary of the council');
select is(pg_temp.count_as('two hats', 'select count(*) from office.vote'), 0::bigint, 'not a member who is secretary of another one');
select is(pg_temp.count_as('auditor b', 'select count(*) from office.audit_log'), 0::bigint, 'the auditor of a commune reads no log of the province');

-- Writing.
select is(pg_temp.try_as('admin b', $$select office.password_set((select id from who where name = 'administrator'), '$argon2id$x', false)$$), '42501', 'the administrator of a commune sets no password of the province');
select is(pg_temp.try_as('admin b', $$update office.account set active = false where id in (select id from who where name in ('administrator', 'drafter a'))$$), '0', 'nor locks who holds roles elsewhere');
select is(pg_temp.try_as('admin b', 'update office.season set closes_at = now() + interval ''9 days'''), '0', 'nor moves a closing time');
select is(pg_temp.try_as('drafter b', 'update office.dossier set title = ''x'''), '0', 'the next commune changes no dossier of it');
select is(pg_temp.try_as('drafter b', 'update office.nomination set name = ''x'''), '0', 'nor a nomination');
select is(pg_temp.try_as('drafter b', 'delete from office.nomination'), '0', 'nor deletes one');
select is(pg_temp.try_as('drafter b', $$insert into office.dossier (season_id, unit_id, title, created_by)
	select s.id, u.id, 'x', office.me() from thing s, office.unit u where s.name = 'season' and u.code = '30742'$$), '42501', 'nor begins one in its name');
select is(pg_temp.try_as('drafter b', $$insert into office.attachment (dossier_id, unit_id, file_name, content_type, size, sha256, uploaded_by)
	select d.id, u.id, 'x', 'x', 1, 'x', office.me() from thing d, office.unit u where d.name = 'dossier' and u.code = '30307'$$), '23503', 'nor attaches a file to it under the own unit');
select is(pg_temp.try_as('auditor', 'update office.nomination set name = ''x'''), '0', 'the auditor changes no nomination');
select is(pg_temp.try_as('auditor', 'update office.dossier set title = ''x'''), '0', 'nor a dossier');
select is(pg_temp.try_as('auditor', $$insert into office.season (name, year, opens_at, closes_at) values ('x', 2026, now(), now() + interval '1 day')$$), '42501', 'nor opens a season');
select is(pg_temp.try_as('drafter a', $$insert into office.role_grant (account_id, role, unit_id) select office.me(), 'signatory', id from office.unit where code = '91'$$), '42501', 'nobody gives oneself a role');
select is(pg_temp.try_as('drafter a', 'update office.role_grant set role = ''administrator'''), '0', 'nor changes the own one');
select is(pg_temp.try_as('drafter a', $$select office.password_set((select id from who where name = 'administrator'), '$argon2id$x', false)$$), '42501', 'nor sets somebody else''s password');
select is(pg_temp.try_as('administrator', 'update office.audit_log set action = ''x.y'''), '42501', 'no audit row is changed');
select is(pg_temp.try_as('administrator', 'delete from office.audit_log'), '42501', 'nor deleted');
select is(pg_temp.try_as('drafter a', $$insert into office.audit_log (account_id, action, object, object_id) select id, 'x.y', 'x', 1 from who where name = 'auditor'$$), '42501', 'nor written in another''s name');
select is(pg_temp.try_as('drafter a', 'update office.filing set sha256 = ''x'''), '42501', 'what was filed is never changed');
select is(pg_temp.try_as('drafter a', 'update office.nomination set state = ''published'''), 'VD002', 'a draft is never published at once');
select is(pg_temp.try_as('stranger', $$insert into office.vote (agenda_item_id, council_member_id, choice, entered_by)
	select i.id, m.id, 'approve', office.me() from thing i, office.council_member m where i.name = 'item'$$), '0', 'who is not of the council casts no vote');
select is(pg_temp.try_as('appraiser', $$insert into office.honour (unit_id, kind, name, name_folded, award_type_id, period_year, decision_no, decision_date, ordinal)
	select u.id, 'person', 'x', 'x', (select min(id) from office.award_type), 2026, 'x', current_date, 1 from office.unit u where u.code = '91'$$), '42501', 'only a signatory enters the register');
select is(pg_temp.try_as('signatory', $$insert into site.list (slug, version, title, unit_code, unit_name, decision_no, decision_date, year, entries, visible_from)
	values ('x', 1, 'x', 'x', 'x', 'x', current_date, 2026, 0, now())$$), '42501', 'only a publisher writes to the site');

-- The public role.
set local role vd_public;
select is((select string_agg(slug, ',') from site.list where slug like 't-%'), 't-hom-nay', 'the public sees a list from its release on and not before');
select throws_ok('select count(*) from office.nomination', '42501', null, 'and no table of the office');
select throws_ok('insert into site.list (slug) values (''x'')', '42501', null, 'and writes nothing');
reset role;

select * from finish();
rollback;
