-- The register of nominees: people, collectives and households that live across years and units.
set local lock_timeout = '2s';

create table office.nominee (
	id bigint generated always as identity,
	kind office.nominee_kind not null,
	name text not null,
	name_key text not null,
	gender office.gender,
	born_on date,
	born_year integer,
	unit_id bigint not null,
	id_hash bytea,
	id_cipher bytea,
	id_tail bytea,
	merged_into bigint,
	root_id bigint not null,
	created_at timestamptz not null default now(),
	version integer not null default 1,
	constraint nominee_pkey primary key (id),
	constraint nominee_unit_fkey foreign key (unit_id) references office.unit (id),
	constraint nominee_merged_into_fkey foreign key (merged_into) references office.nominee (id),
	constraint nominee_root_fkey foreign key (root_id) references office.nominee (id),
	constraint nominee_id_hash_unique unique (id_hash),
	constraint nominee_id_hash_check check (octet_length(id_hash) = 32),
	constraint nominee_identity_check check ((id_hash is null) = (id_cipher is null) and (id_hash is null) = (id_tail is null)),
	constraint nominee_identity_person_check check (kind = 'person' or id_hash is null),
	constraint nominee_name_check check (char_length(name) between 1 and 200),
	constraint nominee_person_check check (kind = 'person' or (gender is null and born_on is null and born_year is null)),
	constraint nominee_merged_check check ((merged_into is null) = (root_id = id) and merged_into <> id)
);
comment on table office.nominee is 'Register of nominees: one entry for a person, collective or household, through years and units.';
comment on column office.nominee.id is 'Internal identifier.';
comment on column office.nominee.kind is 'Person, collective or household.';
comment on column office.nominee.name is 'Name when the entry was made; all names are in nominee_name.';
comment on column office.nominee.name_key is 'vn_key of the name: what matching compares.';
comment on column office.nominee.gender is 'Only where recorded.';
comment on column office.nominee.born_on is 'Date of birth once known to the day.';
comment on column office.nominee.born_year is 'Year of birth when only that is known.';
comment on column office.nominee.unit_id is 'Unit where last seen.';
comment on column office.nominee.id_hash is 'Keyed BLAKE2b of the identity number: finds the same number again, tells nothing without the key.';
comment on column office.nominee.id_cipher is 'The identity number, encrypted: key id, nonce, secretbox.';
comment on column office.nominee.id_tail is 'Its last four digits, encrypted alike, so that a masked number is shown without opening the whole.';
comment on column office.nominee.merged_into is 'Entry it was merged into; what points here keeps pointing here.';
comment on column office.nominee.root_id is 'End of the merged_into chain, the entry itself when it stands alone: compare this.';
comment on column office.nominee.created_at is 'When it was made.';
comment on column office.nominee.version is 'Counts changes.';
create index nominee_name_key_idx on office.nominee (name_key, kind);
create index nominee_unit_idx on office.nominee (unit_id);
create index nominee_root_idx on office.nominee (root_id);
create index nominee_merged_into_idx on office.nominee (merged_into);

create table office.nominee_name (
	nominee_id bigint not null,
	name_key text not null,
	unit_id bigint not null,
	name text not null,
	name_folded text not null default '',
	first_seen timestamptz not null default now(),
	constraint nominee_name_pkey primary key (nominee_id, name_key, unit_id),
	constraint nominee_name_nominee_fkey foreign key (nominee_id) references office.nominee (id) on delete cascade,
	constraint nominee_name_unit_fkey foreign key (unit_id) references office.unit (id)
);
comment on table office.nominee_name is 'Names an entry was seen under, and in which units.';
comment on column office.nominee_name.nominee_id is 'Of this entry.';
comment on column office.nominee_name.name_key is 'vn_key of the name.';
comment on column office.nominee_name.unit_id is 'In this unit.';
comment on column office.nominee_name.name is 'As written when first seen.';
comment on column office.nominee_name.name_folded is 'vn_fold of the name, for search.';
comment on column office.nominee_name.first_seen is 'When.';
create index nominee_name_key_unit_idx on office.nominee_name (name_key, unit_id);
create index nominee_name_folded_idx on office.nominee_name (name_folded text_pattern_ops);
create index nominee_name_unit_idx on office.nominee_name (unit_id);

create table office.nomination_identity (
	nomination_id bigint not null,
	unit_id bigint not null,
	id_hash bytea not null,
	id_cipher bytea not null,
	id_tail bytea not null,
	entered_by bigint,
	entered_at timestamptz not null default now(),
	constraint nomination_identity_pkey primary key (nomination_id),
	constraint nomination_identity_nomination_fkey foreign key (nomination_id) references office.nomination (id) on delete cascade,
	constraint nomination_identity_unit_fkey foreign key (unit_id) references office.unit (id),
	constraint nomination_identity_entered_by_fkey foreign key (entered_by) references office.account (id),
	constraint nomination_identity_hash_check check (octet_length(id_hash) = 32)
);
comment on table office.nomination_identity is 'The identity number a unit gave for its nominee; another unit never sees it, not even of the same person.';
comment on column office.nomination_identity.nomination_id is 'For this nomination.';
comment on column office.nomination_identity.unit_id is 'The nomination''s unit, for row-level security.';
comment on column office.nomination_identity.id_hash is 'Keyed BLAKE2b of the number.';
comment on column office.nomination_identity.id_cipher is 'The number, encrypted; only office.identity_look() reads it, and that is audited.';
comment on column office.nomination_identity.id_tail is 'Its last four digits, encrypted.';
comment on column office.nomination_identity.entered_by is 'Who entered it.';
comment on column office.nomination_identity.entered_at is 'When.';
create index nomination_identity_hash_idx on office.nomination_identity (id_hash);

create table office.identity_key (
	key_id smallint not null,
	check_value bytea not null,
	first_used timestamptz not null default now(),
	constraint identity_key_pkey primary key (key_id),
	constraint identity_key_id_check check (key_id between 1 and 255),
	constraint identity_key_value_check check (octet_length(check_value) = 32)
);
comment on table office.identity_key is 'Which keys identity numbers were encrypted with: tells a wrong key file before it does harm.';
comment on column office.identity_key.key_id is 'Number of the key in the key file.';
comment on column office.identity_key.check_value is 'Keyed hash of a fixed text: the same only with the same key.';
comment on column office.identity_key.first_used is 'When.';

create table office.nominee_merge (
	id bigint generated always as identity,
	from_id bigint not null,
	into_id bigint not null,
	reason text not null,
	merged_by bigint,
	merged_at timestamptz not null default now(),
	undone_by bigint,
	undone_at timestamptz,
	undone_reason text not null default '',
	constraint nominee_merge_pkey primary key (id),
	constraint nominee_merge_from_fkey foreign key (from_id) references office.nominee (id),
	constraint nominee_merge_into_fkey foreign key (into_id) references office.nominee (id),
	constraint nominee_merge_merged_by_fkey foreign key (merged_by) references office.account (id),
	constraint nominee_merge_undone_by_fkey foreign key (undone_by) references office.account (id),
	constraint nominee_merge_reason_check check (char_length(reason) between 1 and 500),
	constraint nominee_merge_undone_check check ((undone_at is null) = (undone_reason = '') and char_length(undone_reason) <= 500)
);
comment on table office.nominee_merge is 'Merges of entries and their undoing: nothing is moved, so undoing is exact.';
comment on column office.nominee_merge.id is 'Internal identifier.';
comment on column office.nominee_merge.from_id is 'Entry that was merged.';
comment on column office.nominee_merge.into_id is 'Entry it became part of.';
comment on column office.nominee_merge.reason is 'Why they are the same.';
comment on column office.nominee_merge.merged_by is 'Who.';
comment on column office.nominee_merge.merged_at is 'When.';
comment on column office.nominee_merge.undone_by is 'Who took it back.';
comment on column office.nominee_merge.undone_at is 'When; NULL: it stands.';
comment on column office.nominee_merge.undone_reason is 'Why.';
create unique index nominee_merge_standing_unique on office.nominee_merge (from_id) where undone_at is null;
create index nominee_merge_into_idx on office.nominee_merge (into_id);

create table office.nominee_distinct (
	first_id bigint not null,
	second_id bigint not null,
	reason text not null default '',
	decided_by bigint,
	decided_at timestamptz not null default now(),
	constraint nominee_distinct_pkey primary key (first_id, second_id),
	constraint nominee_distinct_first_fkey foreign key (first_id) references office.nominee (id) on delete cascade,
	constraint nominee_distinct_second_fkey foreign key (second_id) references office.nominee (id) on delete cascade,
	constraint nominee_distinct_decided_by_fkey foreign key (decided_by) references office.account (id),
	constraint nominee_distinct_order_check check (first_id < second_id),
	constraint nominee_distinct_reason_check check (char_length(reason) <= 500)
);
comment on table office.nominee_distinct is 'Pairs somebody said are not the same: never offered again.';
comment on column office.nominee_distinct.first_id is 'The lower number.';
comment on column office.nominee_distinct.second_id is 'The higher number.';
comment on column office.nominee_distinct.reason is 'Why, where given.';
comment on column office.nominee_distinct.decided_by is 'Who said so.';
comment on column office.nominee_distinct.decided_at is 'When.';
create index nominee_distinct_second_idx on office.nominee_distinct (second_id);

alter table office.nomination add column nominee_id bigint;
alter table office.nomination add constraint nomination_nominee_fkey foreign key (nominee_id) references office.nominee (id);
comment on column office.nomination.nominee_id is 'Who it is in the register; NULL until matched.';
create index nomination_nominee_idx on office.nomination (nominee_id);
alter table office.honour add column nominee_id bigint;
alter table office.honour add constraint honour_nominee_fkey foreign key (nominee_id) references office.nominee (id);
comment on column office.honour.nominee_id is 'Whose honour it is in the register; NULL until matched.';
create index honour_nominee_idx on office.honour (nominee_id);

-- An entry stands alone until merged.
create function office.nominee_root() returns trigger language plpgsql
	as $$ begin new.root_id := coalesce(new.root_id, new.id); return new; end $$;
create trigger nominee_root before insert on office.nominee for each row execute function office.nominee_root();

-- Another name or birth is perhaps another person: matched anew by whoever changed it.
create function office.nomination_unmatch() returns trigger language plpgsql
	as $$ begin new.nominee_id := null; return new; end $$;
create trigger nomination_unmatch before update of name, kind, born_on, born_year on office.nomination
	for each row when (old.nominee_id is not distinct from new.nominee_id and (old.name <> new.name or old.kind <> new.kind
		or old.born_on is distinct from new.born_on or old.born_year is distinct from new.born_year))
	execute function office.nomination_unmatch();

-- Entries nothing points to any more go: what was typed into a draft and taken out is not kept as a person.
create function office.nominee_forget(ids bigint[]) returns void
	language plpgsql volatile security definer set search_path = office, pg_temp
	as $$
	declare
		orphans bigint[];
		one bigint;
	begin
		select array_agg(e.id) into orphans from office.nominee e where e.id = any (ids)
			and not exists (select 1 from office.nomination n where n.nominee_id = e.id)
			and not exists (select 1 from office.honour h where h.nominee_id = e.id)
			and not exists (select 1 from office.nominee o where o.merged_into = e.id)
			and not exists (select 1 from office.nominee_merge m where e.id in (m.from_id, m.into_id));
		if orphans is null then
			return;
		end if;
		begin
			delete from office.nominee where id = any (orphans);
		exception when foreign_key_violation then
			foreach one in array orphans loop
				begin
					delete from office.nominee where id = one;
				exception when foreign_key_violation then
					null;	-- something else is known about it
				end;
			end loop;
		end;
	end $$;
create function office.nomination_forget() returns trigger
	language plpgsql security definer set search_path = office, pg_temp
	as $$
	declare
		left_behind bigint[];
	begin
		if tg_op = 'DELETE' then
			select array_agg(distinct o.nominee_id) into left_behind from old_rows o where o.nominee_id is not null;
		else
			select array_agg(distinct o.nominee_id) into left_behind
			from old_rows o join new_rows n on n.id = o.id
			where o.nominee_id is not null and n.nominee_id is distinct from o.nominee_id;
		end if;
		if left_behind is not null then
			perform office.nominee_forget(left_behind);
		end if;
		return null;
	end $$;
create trigger nomination_forget_delete after delete on office.nomination
	referencing old table as old_rows for each statement execute function office.nomination_forget();
create trigger nomination_forget_update after update on office.nomination
	referencing old table as old_rows new table as new_rows for each statement execute function office.nomination_forget();

-- A unit with those before and after it and what lies within them: "the same place" through 1 July 2025.
create function office.unit_kin(of_unit bigint) returns setof bigint
	language sql stable security definer set search_path = office, pg_temp
	as $$
		with recursive back (id) as (
			select of_unit union
			select s.predecessor_id from back b join office.unit_succession s on s.successor_id = b.id),
		ahead (id) as (
			select of_unit union
			select s.successor_id from ahead a join office.unit_succession s on s.predecessor_id = a.id),
		same (id) as (select id from back union select id from ahead)
		select id from same
		union
		select c.unit_id from same join office.unit u on u.id = same.id and u.parent_id is not null
		join office.unit_closure c on c.ancestor_id = same.id
		union
		select c.ancestor_id from same join office.unit_closure c on c.unit_id = same.id
		join office.unit u on u.id = c.ancestor_id and u.parent_id is not null
	$$;

-- Whether two births may be one: 2 to the day, 1 by the year, 0 not known, -1 not the same.
create function office.birth_agrees(a_on date, a_year integer, b_on date, b_year integer) returns integer
	language sql immutable parallel safe
	as $$ select case
		when a_on is not null and b_on is not null then case when a_on = b_on then 2 else -1 end
		when coalesce(a_on, b_on) is null and (a_year is null or b_year is null) then 0
		when coalesce(a_year, extract(year from a_on)::integer) is null or coalesce(b_year, extract(year from b_on)::integer) is null then 0
		when coalesce(a_year, extract(year from a_on)::integer) = coalesce(b_year, extract(year from b_on)::integer) then 1
		else -1 end $$;

create type office.nominee_line as (ref bigint, kind office.nominee_kind, name text, name_key text, name_folded text,
	gender office.gender, born_on date, born_year integer, unit_id bigint, id_hash bytea, id_cipher bytea, id_tail bytea);

/*
 * The entry of each line, found or made, all at once.  By the number where given, else by name, birth and
 * unit; where several fit, or a birth is not known, nothing is decided: the line gets an entry of its own and
 * the others are offered as candidates.  ref names the lines of the caller.
 */
create function office.nominee_resolve(lines office.nominee_line[]) returns table (ref bigint, nominee_id bigint)
	language plpgsql volatile security definer set search_path = office, pg_temp
	as $$
	#variable_conflict use_column
	declare
		with_number boolean;
	begin
		-- Those with a number first: the others may then find them by name.
		foreach with_number in array array[true, false] loop
			if not exists (select 1 from unnest(lines) l where (l.id_hash is not null) = with_number) then
				continue;
			end if;
			return query
			with l as materialized (
				select x.*, case when x.id_hash is not null then encode(x.id_hash, 'hex')
					when x.kind = 'person' and x.born_on is null and x.born_year is null then 'ref ' || x.ref
					else concat_ws(E'\t', x.kind, x.name_key, x.born_on, x.born_year, x.unit_id) end as grp
				from unnest(lines) x where (x.id_hash is not null) = with_number),
			kin as materialized (
				select u.unit_id, k.kin_id from (select distinct l.unit_id from l) u
				cross join lateral office.unit_kin(u.unit_id) k (kin_id)),
			by_number as (
				select l.ref, e.root_id from l join office.nominee e on e.id_hash = l.id_hash),
			near as (
				select l.ref, l.grp, e.root_id,
					case when l.kind <> 'person' then 2 else office.birth_agrees(l.born_on, l.born_year, e.born_on, e.born_year) end as fit
				from l
				join office.nominee_name s on s.name_key = l.name_key
				join office.nominee e on e.id = s.nominee_id and e.kind = l.kind
				join kin on kin.unit_id = l.unit_id and kin.kin_id = s.unit_id
				where not exists (select 1 from by_number b where b.ref = l.ref)
				  and (l.id_hash is null or not exists (select 1 from office.nominee o
					where o.root_id = e.root_id and o.id_hash is not null))),
			best as (
				select n.ref, min(n.root_id) as root_id, min(n.grp) as grp
				from near n
				where n.fit > 0 and n.fit = (select max(m.fit) from near m where m.ref = n.ref)
				group by n.ref having count(distinct n.root_id) = 1),
			-- Two numbers never claim one entry by its name.
			by_name as (
				select b.ref, b.root_id from best b
				where not with_number or (select count(distinct o.grp) from best o where o.root_id = b.root_id) = 1),
			known as (
				select b.ref, b.root_id, true as numbered from by_number b
				union all select b.ref, b.root_id, false from by_name b),
			grp as materialized (
				select g.*, nextval('office.nominee_id_seq') as id from (
					select distinct on (l.grp) l.* from l
					where not exists (select 1 from known k where k.ref = l.ref) order by l.grp, l.ref) g),
			made as (
				insert into office.nominee (id, kind, name, name_key, gender, born_on, born_year, unit_id, id_hash, id_cipher, id_tail)
				overriding system value
				select g.id, g.kind, g.name, g.name_key, g.gender, g.born_on, case when g.born_on is null then g.born_year end,
					g.unit_id, g.id_hash, g.id_cipher, g.id_tail from grp g),
			filled as (
				update office.nominee e set unit_id = l.unit_id, gender = coalesce(e.gender, l.gender),
					born_on = coalesce(e.born_on, case when not k.numbered then l.born_on end),
					born_year = case when e.born_on is null and (k.numbered or l.born_on is null) then e.born_year end,
					id_hash = coalesce(e.id_hash, case when not k.numbered then l.id_hash end),
					id_cipher = coalesce(e.id_cipher, case when not k.numbered then l.id_cipher end),
					id_tail = coalesce(e.id_tail, case when not k.numbered then l.id_tail end),
					version = e.version + 1
				from known k join l on l.ref = k.ref
				where e.id = k.root_id and (e.unit_id <> l.unit_id or (e.gender is null and l.gender is not null)
					or (not k.numbered and ((e.born_on is null and l.born_on is not null)
						or (e.id_hash is null and l.id_hash is not null))))),
			settled as (
				select k.ref, k.root_id as id, k.numbered from known k
				union all
				select l.ref, g.id, false from grp g join l on l.grp = g.grp
				where not exists (select 1 from known k where k.ref = l.ref)),
			-- A number that came with quite another name is shown as a doubt, not learnt as a name.
			named as (
				insert into office.nominee_name (nominee_id, name_key, unit_id, name, name_folded)
				select distinct on (s.id, l.name_key, l.unit_id) s.id, l.name_key, l.unit_id, l.name, l.name_folded
				from settled s join l on l.ref = s.ref
				where not s.numbered or exists (select 1 from office.nominee_name o join office.nominee e on e.id = o.nominee_id
					where e.root_id = s.id and o.name_key = l.name_key)
				order by s.id, l.name_key, l.unit_id, s.ref
				on conflict do nothing)
			select s.ref, s.id from settled s;
		end loop;
	exception when unique_violation then
		-- Somebody entered the same new number at this very moment: again, it will be found.
		raise exception 'identity number entered twice at once' using errcode = '40001';
	end $$;

/*
 * Nominations not matched yet, with the keys of their names: [{"id": 1, "key": "...", "folded": "..."}].  Only
 * those of units the person acting writes for; how many got their entry.
 */
create function office.nominee_match_lines(keys jsonb, everywhere boolean) returns bigint
	language plpgsql volatile security definer set search_path = office, pg_temp
	as $$
	declare
		lines office.nominee_line[];
		n bigint;
	begin
		select array_agg(row(x.id, x.kind, x.name, k.key, k.folded, x.gender, x.born_on, x.born_year, x.unit_id,
				i.id_hash, i.id_cipher, i.id_tail)::office.nominee_line order by x.id)
		into lines
		from jsonb_to_recordset(keys) as k (id bigint, key text, folded text)
		join office.nomination x on x.id = k.id and x.nominee_id is null
		left join office.nomination_identity i on i.nomination_id = x.id
		where k.key <> '' and (everywhere or x.unit_id in (select office.my_units(office.writing_roles())));
		if lines is null then
			return 0;
		end if;
		update office.nomination x set nominee_id = r.nominee_id
		from office.nominee_resolve(lines) r where x.id = r.ref;
		get diagnostics n = row_count;
		return n;
	end $$;
create function office.nominee_match(keys jsonb) returns bigint
	language sql volatile security definer set search_path = office, pg_temp
	as $$ select office.nominee_match_lines(keys, false) $$;
-- The same for honours of imported history; only the command line calls it.
create function office.nominee_match_honours(keys jsonb) returns bigint
	language plpgsql volatile security definer set search_path = office, pg_temp
	as $$
	declare
		lines office.nominee_line[];
		n bigint;
	begin
		select array_agg(row(x.id, x.kind, x.name, k.key, k.folded, x.gender, x.born_on, k.born_year, x.unit_id,
				null::bytea, null::bytea, null::bytea)::office.nominee_line order by x.decision_date, x.id)
		into lines
		from jsonb_to_recordset(keys) as k (id bigint, key text, folded text, born_year integer)
		join office.honour x on x.id = k.id and x.nominee_id is null
		where k.key <> '';
		if lines is null then
			return 0;
		end if;
		update office.honour x set nominee_id = r.nominee_id
		from office.nominee_resolve(lines) r where x.id = r.ref;
		get diagnostics n = row_count;
		return n;
	end $$;

-- Rights.
do $$
declare
	t text;
begin
	foreach t in array array['nominee', 'nominee_name', 'nomination_identity', 'identity_key', 'nominee_merge', 'nominee_distinct'] loop
		execute format('revoke all on office.%I from public', t);
		execute format('alter table office.%I enable row level security', t);
		execute format('alter table office.%I force row level security', t);
		execute format('create policy owner_all on office.%I to vd_owner using (true) with check (true)', t);
	end loop;
end $$;
revoke all on function office.nominee_root(), office.nomination_unmatch(), office.nominee_forget(bigint[]), office.nomination_forget(),
	office.unit_kin(bigint), office.birth_agrees(date, integer, date, integer), office.nominee_resolve(office.nominee_line[]),
	office.nominee_match_lines(jsonb, boolean), office.nominee_match(jsonb), office.nominee_match_honours(jsonb) from public;
grant execute on function office.nominee_match(jsonb), office.unit_kin(bigint),
	office.birth_agrees(date, integer, date, integer) to vd_app;

-- Numbers and hashes: never in a plain select.
grant select (id, kind, name, name_key, gender, born_on, born_year, unit_id, merged_into, root_id, created_at, version)
	on office.nominee to vd_app;
grant select on office.nominee_name, office.nominee_merge, office.nominee_distinct to vd_app;
grant select (nomination_id, unit_id, id_tail, entered_at) on office.nomination_identity to vd_app;
create policy nominee_read on office.nominee for select to vd_app
	using ((select office.sees_all()) or unit_id in (select office.my_units(office.reading_roles()))
		or (select office.holds_at_root(office.role_bit('administrator'))));
create policy name_read on office.nominee_name for select to vd_app
	using (exists (select 1 from office.nominee e where e.id = nominee_id));
create policy merge_read on office.nominee_merge for select to vd_app
	using ((select office.holds_at_root(office.role_bit('administrator') | office.role_bit('appraiser') | office.role_bit('auditor'))));
create policy distinct_read on office.nominee_distinct for select to vd_app
	using ((select office.holds_at_root(office.role_bit('administrator') | office.role_bit('appraiser') | office.role_bit('auditor'))));
create policy identity_read on office.nomination_identity for select to vd_app
	using (unit_id in (select office.my_units(office.role_bit('drafter') | office.role_bit('unit_head') | office.role_bit('appraiser'))));
