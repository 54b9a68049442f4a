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

create table office.identity_deleted (
	nomination_id bigint not null,
	unit_id bigint not null,
	id_hash bytea not null,
	id_cipher bytea not null,
	id_tail bytea not null,
	deleted_at timestamptz not null default now(),
	constraint identity_deleted_pkey primary key (nomination_id),
	constraint identity_deleted_unit_fkey foreign key (unit_id) references office.unit (id)
);
comment on table office.identity_deleted is 'Identity numbers of deleted nominations for thirty days, so that putting one back brings its number.';
comment on column office.identity_deleted.nomination_id is 'Of this nomination, which is gone: no foreign key.';
comment on column office.identity_deleted.unit_id is 'Its unit.';
comment on column office.identity_deleted.id_hash is 'As it was.';
comment on column office.identity_deleted.id_cipher is 'As it was.';
comment on column office.identity_deleted.id_tail is 'As it was.';
comment on column office.identity_deleted.deleted_at is 'When.';
create index identity_deleted_at_idx on office.identity_deleted (deleted_at);

create table office.import_identity (
	import_id bigint not null,
	row_no integer not null,
	id_hash bytea not null,
	id_cipher bytea not null,
	id_tail bytea not null,
	constraint import_identity_pkey primary key (import_id, row_no),
	constraint import_identity_row_fkey foreign key (import_id, row_no) references office.import_row (import_id, row_no) on delete cascade,
	constraint import_identity_hash_check check (octet_length(id_hash) = 32)
);
comment on table office.import_identity is 'Identity numbers of a sheet until it is confirmed; the sheet''s own cells only keep them masked.';
comment on column office.import_identity.import_id is 'Of this import.';
comment on column office.import_identity.row_no is 'Of this row.';
comment on column office.import_identity.id_hash is 'Keyed BLAKE2b of the number.';
comment on column office.import_identity.id_cipher is 'The number, encrypted.';
comment on column office.import_identity.id_tail is 'Its last four digits, encrypted.';

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
alter table office.nomination add column name_key text;
comment on column office.nomination.name_key is 'vn_key of the name as it was matched; NULL until then.';
create index nomination_nominee_idx on office.nomination (nominee_id);
create index nomination_unmatched_idx on office.nomination (dossier_id) where nominee_id is null;
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
	as $$ begin new.nominee_id := null; new.name_key := null; return new; end $$;
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
		part office.nominee_line[];
	begin
		-- Those with a number first, unit by unit in the order given, full births before years alone: what comes
		-- later finds by name what came before, through successions too.
		for with_number, part in
			select g.numbered, array_agg(g.l order by g.pos)
			from (select q.l, q.pos, (q.l).id_hash is not null as numbered, (q.l).born_on is null as vague,
					min(q.pos) over (partition by (q.l).id_hash is null, (q.l).unit_id) as place
				from (select unnest(lines) as l, generate_subscripts(lines, 1) as pos) q) g
			group by g.numbered, g.place, g.vague
			order by g.numbered desc, g.place, g.vague
		loop
			return query
			with l as materialized (
				select x.*, case when x.id_hash is not null then encode(x.id_hash, 'hex')
					when x.kind = 'person' and x.born_on is null and x.born_year is null then 'ref ' || x.ref
					else concat_ws(E'\t', x.kind, x.name_key, x.born_on, x.born_year, x.unit_id) end as grp
				from unnest(part) x),
			kin as materialized (
				select u.unit_id, array(select office.unit_kin(u.unit_id)) as kins from (select distinct l.unit_id from l) u),
			by_number as materialized (
				select l.*, e.root_id from l join office.nominee e on e.id_hash = l.id_hash),
			near as (
				select l.*, e.root_id,
					case when l.kind <> 'person' then 2 else office.birth_agrees(l.born_on, l.born_year, e.born_on, e.born_year) end as fit
				from l
				join kin on kin.unit_id = l.unit_id
				join office.nominee_name s on s.name_key = l.name_key and kin.kins @> array[s.unit_id]
				join office.nominee e on e.id = s.nominee_id and e.kind = l.kind
				where not exists (select 1 from by_number b where b.ref = l.ref)
				  and (l.id_hash is null or not exists (select 1 from office.nominee o
					where o.root_id = e.root_id and o.id_hash is not null))),
			-- The best fit, where it is one; and two numbers never claim one entry by its name.
			best as (
				select x.*, min(x.root_id) over w as lowest, max(x.root_id) over w as highest
				from (select y.*, max(y.fit) over (partition by y.ref) as best_fit from near y) x
				where x.fit > 0 and x.fit = x.best_fit window w as (partition by x.ref)),
			by_name as materialized (
				select distinct on (b.ref) b.*
				from (select x.*, min(x.grp) over w as first_grp, max(x.grp) over w as last_grp from best x
					where x.lowest = x.highest window w as (partition by x.root_id)) b
				where not with_number or b.first_grp = b.last_grp order by b.ref),
			known as materialized (
				select b.ref, b.root_id, b.unit_id, b.gender, b.born_on, b.name, b.name_key, b.name_folded,
					b.id_hash, b.id_cipher, b.id_tail, true as numbered from by_number b
				union all
				select b.ref, b.root_id, b.unit_id, b.gender, b.born_on, b.name, b.name_key, b.name_folded,
					b.id_hash, b.id_cipher, b.id_tail, false from by_name b),
			fresh as materialized (
				select g.*, nextval('office.nominee_id_seq') as id from (
					select distinct on (l.grp) l.*, array_agg(l.ref) over (partition by l.grp) as refs from l
					where not exists (select 1 from known k where k.ref = l.ref) order by l.grp, l.ref) g),
			made as (
				insert into office.nominee (id, kind, name, name_key, gender, born_on, born_year, unit_id, id_hash, id_cipher, id_tail)
				overriding system value
				select g.id, g.kind, g.name, g.name_key, g.gender, g.born_on, case when g.born_on is null then g.born_year end,
					g.unit_id, g.id_hash, g.id_cipher, g.id_tail from fresh g),
			filled as (
				update office.nominee e set unit_id = k.unit_id, gender = coalesce(e.gender, k.gender),
					born_on = coalesce(e.born_on, case when not k.numbered then k.born_on end),
					born_year = case when e.born_on is null and (k.numbered or k.born_on is null) then e.born_year end,
					id_hash = coalesce(e.id_hash, case when not k.numbered then k.id_hash end),
					id_cipher = coalesce(e.id_cipher, case when not k.numbered then k.id_cipher end),
					id_tail = coalesce(e.id_tail, case when not k.numbered then k.id_tail end),
					version = e.version + 1
				from known k
				where e.id = k.root_id and (e.unit_id <> k.unit_id or (e.gender is null and k.gender is not null)
					or (not k.numbered and ((e.born_on is null and k.born_on is not null)
						or (e.id_hash is null and k.id_hash is not null))))),
			-- A number that came with quite another name is shown as a doubt, not learnt as a name.
			named as (
				insert into office.nominee_name (nominee_id, name_key, unit_id, name, name_folded)
				select g.id, g.name_key, g.unit_id, g.name, g.name_folded from fresh g
				union all
				select distinct on (k.root_id, k.name_key, k.unit_id) k.root_id, k.name_key, k.unit_id, k.name, k.name_folded
				from known k
				where not exists (select 1 from office.nominee_name o
					where o.nominee_id = k.root_id and o.name_key = k.name_key and o.unit_id = k.unit_id)
				  and (not k.numbered or exists (select 1 from office.nominee_name o join office.nominee e on e.id = o.nominee_id
					where e.root_id = k.root_id and o.name_key = k.name_key))
				on conflict do nothing)
			select k.ref, k.root_id from known k
			union all
			select unnest(g.refs), g.id from fresh g;
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
		update office.nomination x set nominee_id = r.nominee_id, name_key = l.name_key
		from office.nominee_resolve(lines) r join unnest(lines) l on l.ref = r.ref where x.id = r.ref;
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

-- Identity numbers -------------------------------------------------------------------------------------

-- Whether a key is the one numbers were encrypted with; the first use decides.
create function office.identity_key_fits(which integer, value bytea) returns boolean
	language plpgsql volatile security definer set search_path = office, pg_temp
	as $$ begin
		insert into office.identity_key (key_id, check_value) values (which, value) on conflict do nothing;
		return (select k.check_value = value from office.identity_key k where k.key_id = which);
	end $$;
-- A number nobody gives any more is not kept with the entry either.
create function office.identity_release() returns trigger
	language plpgsql security definer set search_path = office, pg_temp
	as $$ begin
		update office.nominee e set id_hash = null, id_cipher = null, id_tail = null, version = e.version + 1
		from old_rows o where e.id_hash = o.id_hash
		  and not exists (select 1 from office.nomination_identity i where i.id_hash = o.id_hash);
		-- Gone with its nomination, not replaced by another number: it can come back with it.
		delete from office.identity_deleted d where d.deleted_at < now() - interval '30 days';
		insert into office.identity_deleted (nomination_id, unit_id, id_hash, id_cipher, id_tail)
		select o.nomination_id, o.unit_id, o.id_hash, o.id_cipher, o.id_tail from old_rows o
		where not exists (select 1 from office.nomination n where n.id = o.nomination_id)
		on conflict (nomination_id) do update set id_hash = excluded.id_hash, id_cipher = excluded.id_cipher,
			id_tail = excluded.id_tail, deleted_at = now();
		return null;
	end $$;
create function office.identity_restore(of_nomination bigint) returns boolean
	language plpgsql volatile security definer set search_path = office, pg_temp
	as $$ begin
		insert into office.nomination_identity (nomination_id, unit_id, id_hash, id_cipher, id_tail, entered_by)
		select n.id, n.unit_id, d.id_hash, d.id_cipher, d.id_tail, office.me()
		from office.identity_deleted d join office.nomination n on n.id = d.nomination_id and n.unit_id = d.unit_id and n.kind = 'person'
		where d.nomination_id = of_nomination
		  and n.unit_id in (select office.my_units(office.role_bit('drafter') | office.role_bit('unit_head')))
		on conflict do nothing;
		if not found then
			return false;
		end if;
		delete from office.identity_deleted d where d.nomination_id = of_nomination;
		update office.nomination n set nominee_id = null, name_key = null where n.id = of_nomination and n.nominee_id is not null;
		return true;
	end $$;
create trigger identity_release after delete on office.nomination_identity
	referencing old table as old_rows for each statement execute function office.identity_release();
-- Keep the number of a nomination, in place of an earlier one; it is then to be matched anew.  True when it is another.
create function office.identity_put(of_nomination bigint, hash bytea, cipher bytea, tail bytea) returns boolean
	language plpgsql volatile security definer set search_path = office, pg_temp
	as $$
	declare
		n record;
	begin
		select x.id, x.unit_id, x.kind into n from office.nomination x
		where x.id = of_nomination and x.unit_id in (select office.my_units(office.role_bit('drafter') | office.role_bit('unit_head')));
		if not found or n.kind <> 'person' then
			raise exception 'not yours' using errcode = '42501';
		end if;
		if exists (select 1 from office.nomination_identity i where i.nomination_id = n.id and i.id_hash = hash) then
			return false;
		end if;
		delete from office.nomination_identity i where i.nomination_id = n.id;
		insert into office.nomination_identity (nomination_id, unit_id, id_hash, id_cipher, id_tail, entered_by)
		values (n.id, n.unit_id, hash, cipher, tail, office.me());
		update office.nomination set nominee_id = null, name_key = null where id = n.id;
		return true;
	end $$;
create function office.identity_remove(of_nomination bigint) returns boolean
	language plpgsql volatile security definer set search_path = office, pg_temp
	as $$ begin
		delete from office.nomination_identity i where i.nomination_id = of_nomination
			and i.unit_id in (select office.my_units(office.role_bit('drafter') | office.role_bit('unit_head')));
		if not found then
			return false;
		end if;
		update office.nomination set nominee_id = null, name_key = null where id = of_nomination;
		return true;
	end $$;
-- The number to be opened; who looks is written down by the same act.
create function office.identity_look(of_nomination bigint, request text, client text) returns bytea
	language plpgsql volatile security definer set search_path = office, pg_temp
	as $$
	declare
		i record;
	begin
		select x.id_cipher, x.unit_id into i from office.nomination_identity x
		where x.nomination_id = of_nomination and x.unit_id in (select office.my_units(
			office.role_bit('drafter') | office.role_bit('unit_head') | office.role_bit('appraiser')));
		if not found then
			raise exception 'no number, or not yours to see' using errcode = 'P0002';
		end if;
		insert into office.audit_log (account_id, action, object, object_id, unit_id, request_id, address)
		values (office.me(), 'identity.look', 'nomination', of_nomination, i.unit_id, request, client);
		return i.id_cipher;
	end $$;
create function office.nominee_look(of_nominee bigint, request text, client text) returns bytea
	language plpgsql volatile security definer set search_path = office, pg_temp
	as $$
	declare
		e record;
	begin
		select x.id_cipher, x.unit_id into e from office.nominee x
		where x.id = of_nominee and x.id_cipher is not null and office.holds_at_root(office.role_bit('appraiser'));
		if not found then
			raise exception 'no number, or not yours to see' using errcode = 'P0002';
		end if;
		insert into office.audit_log (account_id, action, object, object_id, unit_id, request_id, address)
		values (office.me(), 'identity.look', 'nominee', of_nominee, e.unit_id, request, client);
		return e.id_cipher;
	end $$;
-- Last digits, for the register's pages: appraisers of the whole province only.
create function office.nominee_tail(of_nominee bigint) returns bytea
	language sql stable security definer set search_path = office, pg_temp
	as $$ select x.id_tail from office.nominee x
		where x.id = of_nominee and office.holds_at_root(office.role_bit('appraiser')) $$;

-- Numbers of a sheet: [{"row_no": 1, "hash": hex, "cipher": hex, "tail": hex}]; how many were kept.
create function office.identity_import(of_import bigint, numbers jsonb) returns bigint
	language plpgsql volatile security definer set search_path = office, pg_temp
	as $$
	declare
		n bigint;
	begin
		if not exists (select 1 from office.import i where i.id = of_import
			and i.unit_id in (select office.my_units(office.role_bit('drafter') | office.role_bit('unit_head')))) then
			raise exception 'not yours' using errcode = '42501';
		end if;
		insert into office.import_identity (import_id, row_no, id_hash, id_cipher, id_tail)
		select of_import, x.row_no, decode(x.hash, 'hex'), decode(x.cipher, 'hex'), decode(x.tail, 'hex')
		from jsonb_to_recordset(numbers) as x (row_no integer, hash text, cipher text, tail text)
		on conflict on constraint import_identity_pkey do update
			set id_hash = excluded.id_hash, id_cipher = excluded.id_cipher, id_tail = excluded.id_tail;
		get diagnostics n = row_count;
		return n;
	end $$;
-- The sheet is confirmed: its numbers go to the nominations its rows made or changed, which are then to be matched.
create function office.identity_import_confirm(of_import bigint) returns bigint
	language plpgsql volatile security definer set search_path = office, pg_temp
	as $$
	declare
		changed bigint[];
	begin
		if not exists (select 1 from office.import_identity i where i.import_id = of_import) then
			return 0;
		end if;
		select array_agg(n.id) into changed
		from office.import_identity i
		join office.import_row r on r.import_id = i.import_id and r.row_no = i.row_no
		join office.nomination n on n.id = r.nomination_id and n.kind = 'person'
		join office.import m on m.id = i.import_id and m.dossier_id = n.dossier_id
		where i.import_id = of_import and n.unit_id in (select office.my_units(office.role_bit('drafter') | office.role_bit('unit_head')))
		  and not exists (select 1 from office.nomination_identity o where o.nomination_id = n.id and o.id_hash = i.id_hash);
		delete from office.nomination_identity o where o.nomination_id = any (changed);
		insert into office.nomination_identity (nomination_id, unit_id, id_hash, id_cipher, id_tail, entered_by)
		select n.id, n.unit_id, i.id_hash, i.id_cipher, i.id_tail, office.me()
		from office.import_identity i
		join office.import_row r on r.import_id = i.import_id and r.row_no = i.row_no
		join office.nomination n on n.id = r.nomination_id
		where i.import_id = of_import and n.id = any (changed);
		update office.nomination set nominee_id = null, name_key = null where id = any (changed) and nominee_id is not null;
		delete from office.import_identity i where i.import_id = of_import;
		return coalesce(cardinality(changed), 0);
	end $$;

-- Who may be the same ------------------------------------------------------------------------------------

create function office.register_reader() returns boolean
	language sql stable security definer set search_path = office, pg_temp
	as $$ select office.holds_at_root(office.role_bit('appraiser') | office.role_bit('administrator')) $$;

/*
 * Entries that may be the same as each of these roots, with the reason; pairs once told apart are left out.
 *   several        same name, birth and unit        number_differs  the same, but another number
 *   birth_unknown  same name and unit, a birth is not known
 *   birth_differs  same name and unit, births differ but little (same year, or day and month changed about)
 *   unit_differs   same name and birth to the day, another unit
 */
create function office.nominee_near(roots bigint[]) returns table (root_id bigint, other_id bigint, reason text)
	language sql stable security definer set search_path = office, pg_temp
	as $$
		with mine as materialized (
			select e.root_id, s.name_key, s.unit_id, r.kind, r.born_on, r.born_year, r.id_hash
			from office.nominee e join office.nominee r on r.id = e.root_id
			join office.nominee_name s on s.nominee_id = e.id
			where e.root_id = any (roots)),
		kin as materialized (
			select u.unit_id, k.kin_id from (select distinct m.unit_id from mine m) u
			cross join lateral office.unit_kin(u.unit_id) k (kin_id)),
		pair as (
			select m.root_id, o.id as other_id, min(m.kind) as kind,
				bool_or(exists (select 1 from kin k where k.unit_id = m.unit_id and k.kin_id = s.unit_id)) as near,
				min(case when m.kind <> 'person' then 2 else office.birth_agrees(m.born_on, m.born_year, o.born_on, o.born_year) end) as fit,
				bool_or(m.born_on is not null and o.born_on is not null
					and (extract(year from m.born_on) = extract(year from o.born_on)
						or (extract(day from m.born_on) = extract(month from o.born_on)
							and extract(month from m.born_on) = extract(day from o.born_on)))) as close,
				bool_or(m.id_hash is not null and o.id_hash is not null) as two_numbers
			from mine m
			join office.nominee_name s on s.name_key = m.name_key
			join office.nominee e on e.id = s.nominee_id and e.root_id <> m.root_id and e.kind = m.kind
			join office.nominee o on o.id = e.root_id
			group by m.root_id, o.id),
		told as (
			select p.*, case
				when p.near and p.fit > 0 and p.two_numbers then 'number_differs'
				when p.near and p.fit > 0 then 'several'
				when p.near and p.fit = 0 then 'birth_unknown'
				when p.near and p.close then 'birth_differs'
				when not p.near and p.fit = 2 and p.kind = 'person' then 'unit_differs' end as reason
			from pair p)
		select t.root_id, t.other_id, t.reason from told t
		where t.reason is not null and not exists (
			select 1 from office.nominee_distinct d
			join office.nominee a on a.id = d.first_id join office.nominee b on b.id = d.second_id
			where (a.root_id = t.root_id and b.root_id = t.other_id) or (a.root_id = t.other_id and b.root_id = t.root_id))
	$$;

-- Whether an entry may be named to the person acting: what only stands in the drafts of other units is theirs.
create function office.nominee_tellable(entry bigint) returns boolean
	language sql stable security definer set search_path = office, pg_temp
	as $$ select office.sees_all() or exists (
		select 1 from office.nominee f where f.root_id = entry and (
			exists (select 1 from office.honour h where h.nominee_id = f.id)
			or exists (select 1 from office.nomination x where x.nominee_id = f.id
				and (x.state <> 'draft' or x.unit_id in (select office.my_units(office.reading_roles())))))) $$;

/*
 * What is to be known about the nominees of a dossier (or of one nomination of it) before it is filed.  place
 * orders and pages.  Of other units only their name is told, unless the viewer sees everything.
 *   same_award, two_titles     in this dossier      own_elsewhere, elsewhere   in another one of the season
 *   held_same, held_year       an honour of the season's year    number_name, number_birth   the number was given
 *   for somebody of another name or birth           maybe   nominee_near: other_text holds its reason
 */
create function office.nominee_findings(of_dossier bigint, of_nomination bigint)
	returns table (place bigint, nomination_id bigint, ordinal integer, name text, award text, reason text, other_id bigint,
		other_dossier_id bigint, other_text text, other_award text, other_year integer, other_no text)
	language plpgsql stable security definer set search_path = office, pg_temp
	as $$
	#variable_conflict use_column
	declare
		d record;
	begin
		select x.id, x.unit_id, x.season_id, s.year into d
		from office.dossier x join office.season s on s.id = x.season_id
		where x.id = of_dossier and (office.sees_all() or x.unit_id in (select office.my_units(office.reading_roles())));
		if not found then
			return;
		end if;
		return query
		with everything as materialized (select office.sees_all() as yes),
		my_unit as materialized (select u.unit_id from office.my_units(office.reading_roles()) u (unit_id)),
		mine as materialized (
			select n.id, n.ordinal, n.name, n.name_key, n.kind, n.born_on, n.born_year, n.award_type_id, w.name_vi as award,
				w.category, e.root_id
			from office.nomination n join office.nominee e on e.id = n.nominee_id
			join office.award_type w on w.id = n.award_type_id
			where n.dossier_id = d.id),
		latest as materialized (select m.root_id, max(m.ordinal) as latest from mine m group by m.root_id),
		asked as materialized (select m.* from mine m where of_nomination is null or m.id = of_nomination),
		found as (
			select a.id, 1 as rank, case when o.award_type_id = a.award_type_id then 'same_award' else 'two_titles' end as reason,
				o.id as other_id, d.id as other_dossier_id, o.ordinal::text as other_text, o.award as other_award,
				null::integer as other_year, ''::text as other_no
			from asked a join mine o on o.root_id = a.root_id and o.id <> a.id
				and (of_nomination is not null or o.ordinal < a.ordinal)
			where o.award_type_id = a.award_type_id or (o.category = 'danh_hieu' and a.category = 'danh_hieu')
			union all
			select a.id, 2, case when x.unit_id in (select unit_id from my_unit) then 'own_elsewhere' else 'elsewhere' end,
				case when e2.yes or x.unit_id in (select unit_id from my_unit) then x.id end,
				case when e2.yes or x.unit_id in (select unit_id from my_unit) then x.dossier_id end,
				u.name_vi, case when e2.yes or x.unit_id in (select unit_id from my_unit) then w.name_vi else '' end,
				null, case when x.unit_id in (select unit_id from my_unit) then x.state::text else '' end
			from asked a
			join office.nominee f on f.root_id = a.root_id
			join office.nomination x on x.nominee_id = f.id and x.dossier_id <> d.id
			join office.dossier xd on xd.id = x.dossier_id and xd.season_id = d.season_id
			join office.unit u on u.id = x.unit_id
			join office.award_type w on w.id = x.award_type_id
			cross join everything e2
			where x.state not in ('ineligible', 'rejected', 'revoked')
			  and (x.state <> 'draft' or x.unit_id in (select unit_id from my_unit))
			union all
			select a.id, 3, case when h.award_type_id = a.award_type_id then 'held_same' else 'held_year' end,
				h.id, null, u.name_vi, w.name_vi, h.period_year, h.decision_no
			from asked a
			join office.nominee f on f.root_id = a.root_id
			join office.honour h on h.nominee_id = f.id and h.state = 'held' and h.period_year = d.year
				and h.nomination_id is distinct from a.id
			join office.unit u on u.id = h.unit_id
			join office.award_type w on w.id = h.award_type_id
			union all
			select a.id, 4, case when not k.known then 'number_name' else 'number_birth' end, null, null, '', '', null, ''
			from asked a
			join office.nomination_identity i on i.nomination_id = a.id
			join office.nominee r on r.id = a.root_id
			cross join lateral (select exists (select 1 from office.nominee f join office.nominee_name s on s.nominee_id = f.id
				where f.root_id = a.root_id and s.name_key = a.name_key) as known) k
			where not k.known or office.birth_agrees(a.born_on, a.born_year, r.born_on, r.born_year) = -1
			union all
			select a.id, 5, 'maybe', o.id, null, c.reason, o.name, coalesce(o.born_year, extract(year from o.born_on)::integer), u.name_vi
			from (select array_agg(distinct m.root_id) as roots from asked m) q
			cross join lateral office.nominee_near(q.roots) c
			join asked a on a.root_id = c.root_id
			left join latest k on k.root_id = c.other_id
			join office.nominee o on o.id = c.other_id
			join office.unit u on u.id = o.unit_id
			cross join everything e2
			-- Two of one list are asked about once, at the later; and nominee_tellable(o.id), for the whole list at once.
			where (of_nomination is not null or k.latest is null or a.ordinal >= k.latest) and (e2.yes or exists (select 1 from office.nominee f where f.root_id = o.id and (
				exists (select 1 from office.honour h where h.nominee_id = f.id)
				or exists (select 1 from office.nomination x where x.nominee_id = f.id
					and (x.state <> 'draft' or x.unit_id in (select unit_id from my_unit)))))))
		select a.ordinal::bigint * 1000 + row_number() over (partition by a.id order by f.rank, f.other_id), a.id, a.ordinal, a.name,
			a.award, f.reason, f.other_id, f.other_dossier_id, f.other_text, f.other_award, f.other_year, f.other_no
		from found f join asked a on a.id = f.id
		order by 1;
	end $$;

-- The drafter says: this is that one.  Every nomination of the dossier under the same entry goes with it.
create function office.nominee_link(of_nomination bigint, other bigint) returns bigint
	language plpgsql volatile security definer set search_path = office, pg_temp
	as $$
	declare
		n record;
		moved bigint;
	begin
		select x.id, x.dossier_id, x.nominee_id, e.root_id into n
		from office.nomination x join office.nominee e on e.id = x.nominee_id
		where x.id = of_nomination and x.unit_id in (select office.my_units(office.role_bit('drafter') | office.role_bit('unit_head')));
		if not found then
			raise exception 'not yours' using errcode = '42501';
		end if;
		if not exists (select 1 from office.nominee_near(array[n.root_id]) c where c.other_id = other and office.nominee_tellable(other)) then
			raise exception 'no candidate' using errcode = 'VD002';
		end if;
		-- A number on each side says they are two: only the register's keepers may say otherwise.
		if exists (select 1 from office.nominee a, office.nominee b
			where a.id = n.root_id and b.id = other and a.id_hash is not null and b.id_hash is not null) then
			raise exception 'two numbers' using errcode = 'VD002';
		end if;
		update office.nomination x set nominee_id = other
		where x.dossier_id = n.dossier_id and x.nominee_id = n.nominee_id;
		get diagnostics moved = row_count;
		-- The entry left behind is gone by now, where nothing else pointed to it.
		update office.nominee e set id_hash = i.id_hash, id_cipher = i.id_cipher, id_tail = i.id_tail, version = e.version + 1
		from office.nomination_identity i
		where i.nomination_id = of_nomination and e.id = other and e.id_hash is null
		  and not exists (select 1 from office.nominee o where o.id_hash = i.id_hash);
		insert into office.nominee_name (nominee_id, name_key, unit_id, name, name_folded)
		select distinct on (x.name_key, x.unit_id) other, x.name_key, x.unit_id, x.name, x.name_folded from office.nomination x
		where x.dossier_id = n.dossier_id and x.nominee_id = other and x.name_key is not null
		on conflict do nothing;
		return moved;
	end $$;
-- The drafter says: not that one (NULL: not the one it is matched with, and gets an entry of its own).  Never offered again.
create function office.nominee_tell_apart(of_nomination bigint, other bigint, why text) returns void
	language plpgsql volatile security definer set search_path = office, pg_temp
	as $$
	declare
		n record;
		own bigint;
	begin
		select x.*, e.root_id into n
		from office.nomination x join office.nominee e on e.id = x.nominee_id
		where x.id = of_nomination and x.unit_id in (select office.my_units(office.role_bit('drafter') | office.role_bit('unit_head')));
		if not found then
			raise exception 'not yours' using errcode = '42501';
		end if;
		own := n.root_id;
		other := coalesce(other, n.root_id);
		if n.root_id = other then
			if exists (select 1 from office.nomination_identity i join office.nominee e on e.id_hash = i.id_hash
				where i.nomination_id = n.id and e.root_id = other) then
				raise exception 'the number says it is' using errcode = 'VD002';
			end if;
			insert into office.nominee (kind, name, name_key, gender, born_on, born_year, unit_id)
			values (n.kind, n.name, n.name_key, n.gender, n.born_on, case when n.born_on is null then n.born_year end, n.unit_id)
			returning id into own;
			insert into office.nominee_name (nominee_id, name_key, unit_id, name, name_folded)
			values (own, n.name_key, n.unit_id, n.name, n.name_folded);
			update office.nomination x set nominee_id = own where x.id = n.id;
		elsif not exists (select 1 from office.nominee_near(array[n.root_id]) c where c.other_id = other and office.nominee_tellable(other)) then
			raise exception 'no candidate' using errcode = 'VD002';
		end if;
		insert into office.nominee_distinct (first_id, second_id, reason, decided_by)
		select least(own, other), greatest(own, other), why, office.me()
		where exists (select 1 from office.nominee e where e.id = other)
		on conflict do nothing;
	end $$;

-- The register's keepers ------------------------------------------------------------------------------------

-- The chain never closes upon itself, whoever writes it.
create function office.nominee_check_chain() returns trigger
	language plpgsql security definer set search_path = office, pg_temp
	as $$ begin
		if new.merged_into is not null and exists (
			with recursive up (id) as (
				select new.merged_into
				union
				select e.merged_into from up join office.nominee e on e.id = up.id where e.merged_into is not null)
			select 1 from up where up.id = new.id) then
			raise exception 'nominee % would be merged into itself', new.id using errcode = 'VD002', constraint = 'nominee_chain_check';
		end if;
		return new;
	end $$;
create trigger nominee_check_chain before insert or update of merged_into on office.nominee
	for each row when (new.merged_into is not null) execute function office.nominee_check_chain();
/*
 * One entry becomes part of another.  Nothing that points to either is touched: the register reads through
 * root_id, so taking it back restores exactly what was.
 */
create function office.nominee_merge_into(from_entry bigint, into_entry bigint, from_version integer, into_version integer, why text)
	returns bigint
	language plpgsql volatile security definer set search_path = office, pg_temp
	as $$
	declare
		f office.nominee;
		t office.nominee;
		merge bigint;
	begin
		if not office.register_reader() then
			raise exception 'not yours' using errcode = '42501';
		end if;
		perform 1 from office.nominee e where e.id in (from_entry, into_entry) order by e.id for update;
		select * into f from office.nominee e where e.id = from_entry;
		select * into t from office.nominee e where e.id = into_entry;
		if f.id is null or t.id is null then
			raise exception 'no such entry' using errcode = 'P0002';
		end if;
		if f.version <> from_version or t.version <> into_version then
			raise exception 'changed since' using errcode = 'VD001';
		end if;
		if f.id = t.id or f.kind <> t.kind or f.merged_into is not null or t.merged_into is not null then
			raise exception 'cannot be merged' using errcode = 'VD002';
		end if;
		update office.nominee e set merged_into = t.id, root_id = t.id, version = e.version + 1 where e.id = f.id;
		update office.nominee e set root_id = t.id where e.root_id = f.id;
		update office.nominee e set version = e.version + 1 where e.id = t.id;
		insert into office.nominee_merge (from_id, into_id, reason, merged_by) values (f.id, t.id, why, office.me())
		returning id into merge;
		return merge;
	end $$;
create function office.nominee_unmerge(of_merge bigint, why text) returns bigint
	language plpgsql volatile security definer set search_path = office, pg_temp
	as $$
	declare
		m office.nominee_merge;
	begin
		if not office.register_reader() then
			raise exception 'not yours' using errcode = '42501';
		end if;
		select * into m from office.nominee_merge x where x.id = of_merge for update;
		if m.id is null then
			raise exception 'no such merge' using errcode = 'P0002';
		end if;
		if m.undone_at is not null then
			raise exception 'undone already' using errcode = 'VD002';
		end if;
		update office.nominee_merge x set undone_at = now(), undone_by = office.me(), undone_reason = why where x.id = m.id;
		update office.nominee e set merged_into = null, root_id = e.id, version = e.version + 1 where e.id = m.from_id;
		with recursive below (id) as (
			select m.from_id union select e.id from below b join office.nominee e on e.merged_into = b.id)
		update office.nominee e set root_id = m.from_id from below b where e.id = b.id and e.id <> m.from_id;
		update office.nominee e set version = e.version + 1 where e.id = m.into_id;
		-- They were called one and are two: not offered again at once.
		insert into office.nominee_distinct (first_id, second_id, reason, decided_by)
		values (least(m.from_id, m.into_id), greatest(m.from_id, m.into_id), why, office.me())
		on conflict do nothing;
		return m.from_id;
	end $$;
create function office.nominee_keep_apart(one bigint, other bigint, why text) returns void
	language plpgsql volatile security definer set search_path = office, pg_temp
	as $$ begin
		if not office.register_reader() then
			raise exception 'not yours' using errcode = '42501';
		end if;
		insert into office.nominee_distinct (first_id, second_id, reason, decided_by)
		select least(a.id, b.id), greatest(a.id, b.id), why, office.me() from office.nominee a, office.nominee b
		where a.id = one and b.id = other and a.root_id <> b.root_id
		on conflict do nothing;
	end $$;
-- Every nomination and honour of an entry and those merged into it, for the register's keepers.
create function office.nominee_story(of_nominee bigint)
	returns table (what text, id bigint, nominee_id bigint, on_day date, year integer, name text, unit text, place text, award text, state text, no text)
	language sql stable security definer set search_path = office, pg_temp
	as $$
		select 'honour', h.id, h.nominee_id, h.decision_date, h.period_year, h.name, u.name_vi, concat_ws(', ', nullif(h.position, ''), nullif(h.workplace, '')),
			w.name_vi, h.state::text, h.decision_no
		from office.nominee e join office.honour h on h.nominee_id = e.id
		join office.unit u on u.id = h.unit_id join office.award_type w on w.id = h.award_type_id
		where e.root_id = of_nominee and office.register_reader()
		union all
		select 'nomination', n.id, n.nominee_id, (d.created_at at time zone 'Asia/Ho_Chi_Minh')::date, s.year, n.name, u.name_vi,
			concat_ws(', ', nullif(n.position, ''), nullif(n.workplace, '')), w.name_vi, n.state::text, d.letter_no
		from office.nominee e join office.nomination n on n.nominee_id = e.id
		join office.dossier d on d.id = n.dossier_id join office.season s on s.id = d.season_id
		join office.unit u on u.id = n.unit_id join office.award_type w on w.id = n.award_type_id
		where e.root_id = of_nominee and office.register_reader() and (n.state <> 'draft' or office.sees_all())
	$$;
create function office.nominee_candidates(of_nominee bigint) returns table (other_id bigint, reason text)
	language sql stable security definer set search_path = office, pg_temp
	as $$ select c.other_id, c.reason from office.nominee_near(array[of_nominee]) c where office.register_reader() $$;

-- Rights.
do $$
declare
	t text;
begin
	foreach t in array array['nominee', 'nominee_name', 'nomination_identity', 'identity_deleted', 'import_identity', 'identity_key', 'nominee_merge', 'nominee_distinct'] loop
		execute format('revoke all on office.%I from public', t);
		execute format('alter table office.%I enable row level security', t);
		execute format('alter table office.%I force row level security', t);
		execute format('create policy owner_all on office.%I to vd_owner using (true) with check (true)', t);
	end loop;
end $$;
revoke all on function office.nominee_root(), office.nomination_unmatch(), office.nominee_forget(bigint[]), office.nomination_forget(),
	office.unit_kin(bigint), office.birth_agrees(date, integer, date, integer), office.nominee_resolve(office.nominee_line[]),
	office.nominee_match_lines(jsonb, boolean), office.nominee_match(jsonb), office.nominee_match_honours(jsonb),
	office.identity_key_fits(integer, bytea), office.identity_release(), office.identity_put(bigint, bytea, bytea, bytea),
	office.identity_remove(bigint), office.identity_look(bigint, text, text), office.nominee_look(bigint, text, text),
	office.identity_restore(bigint), office.identity_import(bigint, jsonb), office.identity_import_confirm(bigint),
	office.nominee_tail(bigint), office.register_reader(), office.nominee_near(bigint[]), office.nominee_tellable(bigint),
	office.nominee_findings(bigint, bigint), office.nominee_link(bigint, bigint), office.nominee_tell_apart(bigint, bigint, text), office.nominee_check_chain(),
	office.nominee_merge_into(bigint, bigint, integer, integer, text), office.nominee_unmerge(bigint, text),
	office.nominee_keep_apart(bigint, bigint, text), office.nominee_story(bigint), office.nominee_candidates(bigint) from public;
grant execute on function office.identity_restore(bigint), office.identity_import(bigint, jsonb), office.identity_import_confirm(bigint),
	office.nominee_match(jsonb), office.unit_kin(bigint),
	office.birth_agrees(date, integer, date, integer), office.identity_key_fits(integer, bytea),
	office.identity_put(bigint, bytea, bytea, bytea), office.identity_remove(bigint), office.identity_look(bigint, text, text),
	office.nominee_look(bigint, text, text), office.nominee_tail(bigint), office.register_reader(), office.nominee_findings(bigint, bigint),
	office.nominee_link(bigint, bigint), office.nominee_tell_apart(bigint, bigint, text),
	office.nominee_merge_into(bigint, bigint, integer, integer, text), office.nominee_unmerge(bigint, text),
	office.nominee_keep_apart(bigint, bigint, text), office.nominee_story(bigint), office.nominee_candidates(bigint) to vd_app;

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
