-- Identity numbers of a sheet: sealed cell by cell as it comes in; given-up sheets are dropped; keys can be changed.
set local lock_timeout = '2s';

-- One number for each cell that looks like one, whatever its column is found to mean later.
alter table office.import_identity add column column_no smallint not null default 0;
update office.import_identity s
set column_no = coalesce(array_position(string_to_array(i.mapping, ','), 'id_number') - 1, 0)
from office.import i where i.id = s.import_id;
alter table office.import_identity alter column column_no drop default;
alter table office.import_identity drop constraint import_identity_pkey;
alter table office.import_identity add constraint import_identity_pkey primary key (import_id, row_no, column_no);
alter table office.import_identity add constraint import_identity_column_check check (column_no between 0 and 59);
comment on table office.import_identity is 'Identity numbers that stood in cells of a sheet, until it is confirmed or dropped; the cells themselves only keep them masked.';
comment on column office.import_identity.column_no is 'In this column, from 0: which one counts is known when the sheet is confirmed.';
comment on column office.import_row.raw is 'Cells as sent: text, number, boolean, null, {"d": date}, {"f": formula, "v": value}; what looks like an identity number is masked.';

-- Numbers of a sheet: [{"row_no": 1, "column_no": 2, "hash": hex, "cipher": hex, "tail": hex}]; how many were kept.
create or replace function office.identity_import(of_import bigint, numbers jsonb) returns bigint
	language plpgsql volatile security definer set search_path = office, pg_temp
	as $$
	declare
		n bigint;
	begin
		if not exists (select 1 from office.import i where i.id = of_import
			and i.unit_id in (select office.my_units(office.role_bit('drafter') | office.role_bit('unit_head')))) then
			raise exception 'not yours' using errcode = '42501';
		end if;
		insert into office.import_identity (import_id, row_no, column_no, id_hash, id_cipher, id_tail)
		select of_import, x.row_no, x.column_no, decode(x.hash, 'hex'), decode(x.cipher, 'hex'), decode(x.tail, 'hex')
		from jsonb_to_recordset(numbers) as x (row_no integer, column_no smallint, hash text, cipher text, tail text);
		get diagnostics n = row_count;
		return n;
	end $$;
/*
 * The sheet is confirmed: the numbers of its column go to the nominations its rows made or changed, which are then
 * to be matched.  Nothing else of the sheet's numbers is kept.
 */
drop function office.identity_import_confirm(bigint);
create function office.identity_import_confirm(of_import bigint, of_column integer) returns bigint
	language plpgsql volatile security definer set search_path = office, pg_temp
	as $$
	declare
		changed bigint[];
	begin
		if not exists (select 1 from office.import i where i.id = of_import
			and i.unit_id in (select office.my_units(office.role_bit('drafter') | office.role_bit('unit_head')))) then
			raise exception 'not yours' using errcode = '42501';
		end if;
		if not exists (select 1 from office.import_identity i where i.import_id = of_import) then
			return 0;
		end if;
		select array_agg(n.id) into changed
		from office.import_identity i
		join office.import_row r on r.import_id = i.import_id and r.row_no = i.row_no
		join office.nomination n on n.id = r.nomination_id and n.kind = 'person'
		join office.import m on m.id = i.import_id and m.dossier_id = n.dossier_id
		where i.import_id = of_import and i.column_no = of_column
		  and n.unit_id in (select office.my_units(office.role_bit('drafter') | office.role_bit('unit_head')))
		  and not exists (select 1 from office.nomination_identity o where o.nomination_id = n.id and o.id_hash = i.id_hash);
		delete from office.nomination_identity o where o.nomination_id = any (changed);
		insert into office.nomination_identity (nomination_id, unit_id, id_hash, id_cipher, id_tail, entered_by)
		select n.id, n.unit_id, i.id_hash, i.id_cipher, i.id_tail, office.me()
		from office.import_identity i
		join office.import_row r on r.import_id = i.import_id and r.row_no = i.row_no
		join office.nomination n on n.id = r.nomination_id
		where i.import_id = of_import and i.column_no = of_column and n.id = any (changed);
		update office.nomination set nominee_id = null, name_key = null where id = any (changed) and nominee_id is not null;
		delete from office.import_identity i where i.import_id = of_import;
		return coalesce(cardinality(changed), 0);
	end $$;

-- The first rows a connection updates decide how this joins for ever: by a nested loop after one row, and then 10,000
-- rows of a confirmed sheet take 10 s where they take 2.
alter function office.nomination_forget() set enable_nestloop = off;

-- Which key hashes: one for all rows at any time, so that equal numbers have equal hashes, also while keys change.
alter table office.identity_key add column hashes boolean not null default false;
-- The value of a later key named the lowest as well; it is taken down anew at its next use.
delete from office.identity_key k where k.key_id > (select min(o.key_id) from office.identity_key o);
update office.identity_key set hashes = true;
create unique index identity_key_hashes_unique on office.identity_key (hashes) where hashes;
comment on table office.identity_key is 'Keys of identity numbers in use: tells a wrong key file before it does harm, and which key finds numbers again.';
comment on column office.identity_key.hashes is 'Every id_hash was made with this key; vinhdanhctl identity rekey moves all of them to another at once.';
-- Whether a key is the one numbers were encrypted with; the first use decides, and the first key of all hashes.
create or replace function office.identity_key_fits(which integer, value bytea) returns boolean
	language plpgsql volatile security definer set search_path = office, pg_temp
	as $$ begin
		insert into office.identity_key (key_id, check_value, hashes)
		values (which, value, not exists (select 1 from office.identity_key k where k.hashes)) on conflict do nothing;
		return coalesce((select k.check_value = value from office.identity_key k where k.key_id = which), false);
	end $$;
-- The key that hashes, until this transaction ends; NULL before the first number.
create function office.identity_hash_key() returns integer
	language plpgsql volatile security definer set search_path = office, pg_temp
	as $$ begin
		perform 1 from office.identity_key k order by k.key_id for share;
		return (select k.key_id from office.identity_key k where k.hashes);
	end $$;

-- Moving all hashes to another key: nobody reads or writes a number meanwhile; only the command line calls these.
create function office.identity_rekey_begin() returns void
	language plpgsql volatile set search_path = office, pg_temp
	as $$ begin
		perform set_config('lock_timeout', '10s', true);
		lock table office.identity_key, office.nominee, office.nomination_identity, office.identity_deleted, office.import_identity
			in access exclusive mode;
	end $$;
create function office.identity_rekey_end(to_key integer) returns void
	language sql volatile set search_path = office, pg_temp
	as $$
		delete from office.identity_key k where k.key_id <> to_key;
		update office.identity_key k set hashes = true where k.key_id = to_key;
		insert into office.audit_log (action, object, object_id) values ('identity.rekey', 'identity_key', to_key);
	$$;

-- A sheet that was begun and never sent to its end goes, with all its rows; pages say when.
create function office.import_waits() returns interval
	language sql immutable parallel safe
	as $$ select interval '24 hours' $$;
create function office.import_drop_abandoned() returns bigint
	language plpgsql volatile security definer set search_path = office, pg_temp
	as $$
	declare
		gone bigint[];
	begin
		with dropped as (
			update office.import i set state = 'dropped'
			where i.state = 'loading' and i.created_at < now() - office.import_waits()
			returning i.id, i.unit_id, i.dossier_id),
		told as (
			insert into office.audit_log (action, object, object_id, unit_id, detail)
			select 'import.abandoned', 'import', d.id, d.unit_id, jsonb_build_object('dossier_id', d.dossier_id) from dropped d)
		select array_agg(d.id) into gone from dropped d;
		delete from office.import_row r where r.import_id = any (gone);
		return coalesce(cardinality(gone), 0);
	end $$;
create index import_loading_idx on office.import (created_at) where state = 'loading';

-- What came in before is cleaned: rows of unfinished sheets go, numbers in cells and typed fixes are masked.
update office.import set state = 'dropped' where state = 'loading';
delete from office.import_row r using office.import i where i.id = r.import_id and i.state = 'dropped';
create function office.hide_numbers(cell text) returns text
	language sql immutable
	as $$
		select case when regexp_replace(cell, '[[:space:].,''_\u00a0-]', '', 'g') ~ '^[0-9]{9,}$'
			then '•••• •••• ' || right(regexp_replace(cell, '[^0-9]', '', 'g'), 4)
			else regexp_replace(cell, '(?<![0-9])0[0-9][0-9][0-9]{5}([0-9]{4})(?![0-9])', '•••• •••• \1', 'g') end
	$$;
update office.import_row r
set raw = x.cells
from (select o.import_id, o.row_no, jsonb_agg(case
		when jsonb_typeof(c.cell) in ('string', 'number') and office.hide_numbers(c.cell #>> '{}') <> c.cell #>> '{}'
			then to_jsonb(office.hide_numbers(c.cell #>> '{}'))
		when jsonb_typeof(c.cell) = 'object' and c.cell ? 'f'
			then (select jsonb_object_agg(p.key, case when jsonb_typeof(p.value) in ('string', 'number')
					then to_jsonb(office.hide_numbers(p.value #>> '{}')) else p.value end) from jsonb_each(c.cell) p)
		else c.cell end order by c.place) as cells
	from office.import_row o cross join lateral jsonb_array_elements(o.raw) with ordinality c(cell, place)
	where o.raw::text ~ '[0-9]([[:space:].,''_\u00a0-]*[0-9]){8}'
	group by o.import_id, o.row_no) x
where r.import_id = x.import_id and r.row_no = x.row_no and r.raw <> x.cells;
update office.import_row r
set fix = (select jsonb_object_agg(p.key, to_jsonb(office.hide_numbers(p.value #>> '{}'))) from jsonb_each(r.fix) p)
where r.fix <> '{}' and r.fix::text ~ '[0-9]{9}';
drop function office.hide_numbers(text);

revoke all on function office.identity_import_confirm(bigint, integer), office.identity_hash_key(), office.identity_rekey_begin(), office.identity_rekey_end(integer),
	office.import_waits(), office.import_drop_abandoned() from public;
grant execute on function office.identity_import_confirm(bigint, integer), office.identity_hash_key(), office.import_waits(), office.import_drop_abandoned() to vd_app;
