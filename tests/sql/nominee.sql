-- The register of nominees: who reads what, numbers behind functions only, merging that cannot go round in a circle.
begin;
select plan(47);

create function pg_temp.person(text, office.role, text) returns bigint language sql as $$
	with a as (insert into office.account (username, full_name) values ($1, 'Người ' || $1) returning id),
	g as (insert into office.role_grant (account_id, role, unit_id) select a.id, $2, u.id from a, office.unit u where u.code = $3)
	select id from a $$;
create temporary table who (name text primary key, id bigint);
insert into who values
	('drafter a', pg_temp.person('t.a', 'drafter', '30742')), ('head a', pg_temp.person('t.ha', 'unit_head', '30742')),
	('drafter b', pg_temp.person('t.b', 'drafter', '30307')),
	('appraiser', pg_temp.person('t.appraiser', 'appraiser', '91')), ('appraiser b', pg_temp.person('t.app.b', 'appraiser', '30307')),
	('auditor', pg_temp.person('t.auditor', 'auditor', '91')), ('press', pg_temp.person('t.press', 'press', '91')),
	('secretary', pg_temp.person('t.secretary', 'council_secretary', '91')), ('member', pg_temp.person('t.member', 'council_member', '91')),
	('administrator', pg_temp.person('t.admin', 'administrator', '91')), ('signatory', pg_temp.person('t.sign', 'signatory', '91')),
	('publisher', pg_temp.person('t.publish', 'publisher', '91'));
create temporary table thing (name text primary key, id bigint);
with s as (insert into office.season (name, year, opens_at, closes_at) values ('t', 2026, now() - interval '1 day', now() + interval '1 day') returning id)
insert into thing select 'season', id from s;
with d as (insert into office.dossier (season_id, unit_id, title, created_by)
	select t.id, u.id, 'Hồ sơ ' || u.code, w.id from thing t, office.unit u, who w where u.code in ('30742', '30307') and w.name = 'drafter a' returning id, unit_id)
insert into thing select 'dossier ' || case u.code when '30742' then 'a' else 'b' end, d.id from d join office.unit u on u.id = d.unit_id;
with n as (insert into office.nomination (dossier_id, unit_id, ordinal, kind, name, name_folded, born_on, award_type_id)
	select d.id, d.unit_id, 1, 'person', 'Nguyễn Thị Kín', 'nguyen thi kin', '1985-09-28', (select id from office.award_type where code = 'LDTT')
	from office.dossier d join thing t on t.name in ('dossier a', 'dossier b') and t.id = d.id returning id, dossier_id)
insert into thing select replace(t.name, 'dossier', 'nomination'), n.id from n join thing t on t.id = n.dossier_id and t.name like 'dossier %';
grant select on who, thing to vd_app, vd_public;

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
create function pg_temp.thing(text) returns bigint language sql as $$ select id from thing where name = $1 $$;
grant execute on function pg_temp.thing(text) to vd_app;

-- A number given by commune a.
select is(pg_temp.as_person('drafter a', $$select office.identity_put(pg_temp.thing('nomination a'), sha256('h'), 'secret cipher', 'secret tail')$$), 'true', 'a drafter gives the number of the own nominee');
select is(pg_temp.as_person('drafter b', $$select office.identity_put(pg_temp.thing('nomination a'), sha256('x'), 'x', 'x')$$), '42501', 'the next commune does not');
select is(pg_temp.as_person('appraiser', $$select office.identity_put(pg_temp.thing('nomination a'), sha256('x'), 'x', 'x')$$), '42501', 'nor does an appraiser');
select is(pg_temp.as_person('drafter b', $$select office.identity_remove(pg_temp.thing('nomination a'))$$), 'false', 'nor takes it out');
select is(pg_temp.as_person('drafter a', format('select office.nominee_match(%L)', json_build_array(
	json_build_object('id', pg_temp.thing('nomination a'), 'key', 'k', 'folded', 'nguyen thi kin')))), '1', 'a nomination is matched by who writes for its unit');
select is(pg_temp.as_person('drafter a', format('select office.nominee_match(%L)', json_build_array(
	json_build_object('id', pg_temp.thing('nomination b'), 'key', 'k', 'folded', 'nguyen thi kin')))), '0', 'and by nobody else');
insert into thing select 'nominee', nominee_id from office.nomination where id = pg_temp.thing('nomination a');
select isnt(pg_temp.thing('nominee'), null, 'it has its entry');

-- Nobody reads a number, its hash or its cipher by select.
select is(pg_temp.as_person(w, 'select ' || c || ' from office.nominee'), '42501', w || ' does not read nominee.' || c)
	from unnest(array['appraiser', 'drafter a']) w, unnest(array['id_hash', 'id_cipher', 'id_tail']) c;
select is(pg_temp.as_person('drafter a', 'select ' || c || ' from office.nomination_identity'), '42501', 'nor nomination_identity.' || c)
	from unnest(array['id_hash', 'id_cipher']) c;
select is(pg_temp.as_person('appraiser', 'select check_value from office.identity_key'), '42501', 'nor what tells a key');

-- Who sees the last digits: the own unit's writers and appraisers.
select is(pg_temp.as_person(w, 'select count(id_tail) from office.nomination_identity'), n, w || case n when '1' then ' sees' else ' does not see' end || ' the last digits')
	from (values ('drafter a', '1'), ('head a', '1'), ('appraiser', '1'), ('drafter b', '0'), ('appraiser b', '0'), ('auditor', '0'), ('secretary', '0'),
		('member', '0'), ('press', '0'), ('signatory', '0'), ('publisher', '0'), ('administrator', '0')) v (w, n);

-- Who opens it, and that it is written down.
select is(pg_temp.as_person(w, $$select convert_from(office.identity_look(pg_temp.thing('nomination a'), 'r', 'x'), 'UTF8')$$), n, w || case when n = 'P0002' then ' does not open it' else ' opens it' end)
	from (values ('head a', 'secret cipher'), ('appraiser', 'secret cipher'), ('drafter b', 'P0002'), ('appraiser b', 'P0002'), ('auditor', 'P0002'),
		('secretary', 'P0002'), ('member', 'P0002'), ('press', 'P0002'), ('administrator', 'P0002')) v (w, n);
select is((select count(*) from office.audit_log where action = 'identity.look'), 2::bigint, 'every look is in the audit log, no refused one');
select is(pg_temp.as_person('administrator', $$select office.nominee_look(pg_temp.thing('nominee'), 'r', 'x')$$), 'P0002', 'the administrator opens no entry''s number');

-- The register.
select is(pg_temp.as_person(w, 'select count(*) from office.nominee'), n, w || ' reads ' || n || ' entries')
	from (values ('drafter a', '1'), ('drafter b', '0'), ('press', '0'), ('member', '0'), ('administrator', '1')) v (w, n);
select is(pg_temp.as_person('drafter a', $$update office.nominee set name = 'x' returning 1$$), '42501', 'nobody changes an entry by hand');
select is(pg_temp.as_person('drafter a', $$select office.nominee_merge_into(1, 2, 1, 1, 'x')$$), '42501', 'only the register''s keepers merge');

-- A chain that would close upon itself is refused, whoever writes it.
insert into office.nominee (kind, name, name_key, unit_id) select 'person', 'x' || i, 'x' || i, (select id from office.unit where code = '91') from generate_series(1, 3) i;
update office.nominee a set merged_into = b.id, root_id = b.id from office.nominee b where a.name = 'x1' and b.name = 'x2';
update office.nominee a set merged_into = b.id, root_id = b.id from office.nominee b where a.name = 'x2' and b.name = 'x3';
select throws_ok($$update office.nominee a set merged_into = b.id, root_id = b.id from office.nominee b where a.name = 'x3' and b.name = 'x1'$$,
	'VD002', null, 'merging never goes round in a circle');

select * from finish();
rollback;
