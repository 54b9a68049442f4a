-- Deadlines that move for a reason everybody sees, the calendar of working days, receipts anybody can check.
set local lock_timeout = '2s';

create type office.day_kind as enum ('holiday', 'working');
create type office.term_kind as enum ('appraisal', 'agency_consultation', 'public_consultation');
create type office.closing_cause as enum ('season', 'extension', 'outage');

-- The calendar --------------------------------------------------------------------------------------------

create table office.holiday (
	day date not null,
	kind office.day_kind not null,
	name text not null,
	legal_basis text not null default '',
	confirmed boolean not null default false,
	set_by bigint,
	set_at timestamptz not null default now(),
	constraint holiday_pkey primary key (day),
	constraint holiday_set_by_fkey foreign key (set_by) references office.account (id),
	constraint holiday_name_check check (char_length(name) between 1 and 200),
	constraint holiday_legal_basis_check check (char_length(legal_basis) <= 300),
	constraint holiday_day_check check (day between '2000-01-01' and '2200-12-31')
);
comment on table office.holiday is 'Days that are not what their weekday says: holidays, and Saturdays worked instead.';
comment on column office.holiday.day is 'The day.';
comment on column office.holiday.kind is 'holiday: nobody works though it may be Monday to Friday; working: worked though it is a Saturday or Sunday.';
comment on column office.holiday.name is 'What it is, in words.';
comment on column office.holiday.legal_basis is 'Law or number of the yearly notice; empty while unknown.';
comment on column office.holiday.confirmed is 'Confirmed by the office against this year''s notice.';
comment on column office.holiday.set_by is 'Who set it last; NULL: came with the product.';
comment on column office.holiday.set_at is 'When.';

create table office.term (
	id bigint generated always as identity,
	kind office.term_kind not null,
	working_days integer not null,
	legal_basis text not null,
	valid_from date not null,
	valid_to date,
	confirmed boolean not null default false,
	constraint term_pkey primary key (id),
	constraint term_working_days_check check (working_days between 0 and 1000),
	constraint term_period_check check (valid_to is null or valid_to >= valid_from),
	constraint term_period_exclude exclude using gist (kind with =, daterange(valid_from, valid_to, '[]') with &&)
);
comment on table office.term is 'How many working days a step may or must take, dated, with its source.';
comment on column office.term.id is 'Internal identifier.';
comment on column office.term.kind is 'Which step.';
comment on column office.term.working_days is 'Working days.';
comment on column office.term.legal_basis is 'Where it is written.';
comment on column office.term.valid_from is 'First day in force.';
comment on column office.term.valid_to is 'Last day in force; NULL: still.';
comment on column office.term.confirmed is 'Confirmed by the office.';

-- Moving a closing time -----------------------------------------------------------------------------------

create table office.deadline_extension (
	id bigint generated always as identity,
	season_id bigint not null,
	unit_id bigint,
	closes_at timestamptz not null,
	document text not null default '',
	reason text not null,
	made_by bigint not null,
	made_at timestamptz not null default now(),
	withdrawn_by bigint,
	withdrawn_at timestamptz,
	withdrawn_reason text,
	constraint deadline_extension_pkey primary key (id),
	constraint deadline_extension_season_fkey foreign key (season_id) references office.season (id),
	constraint deadline_extension_unit_fkey foreign key (unit_id) references office.unit (id),
	constraint deadline_extension_made_by_fkey foreign key (made_by) references office.account (id),
	constraint deadline_extension_withdrawn_by_fkey foreign key (withdrawn_by) references office.account (id),
	constraint deadline_extension_document_check check (char_length(document) <= 200),
	constraint deadline_extension_reason_check check (char_length(reason) between 1 and 500),
	constraint deadline_extension_withdrawn_check check (
		(withdrawn_at is null and withdrawn_by is null and withdrawn_reason is null)
		or (withdrawn_at is not null and withdrawn_by is not null and char_length(withdrawn_reason) between 1 and 500))
);
comment on table office.deadline_extension is 'A later closing time for one unit and all below it, or for everybody; never deleted, only withdrawn.';
comment on column office.deadline_extension.id is 'Internal identifier.';
comment on column office.deadline_extension.season_id is 'Of this round.';
comment on column office.deadline_extension.unit_id is 'For this unit and its subtree; NULL: for all.';
comment on column office.deadline_extension.closes_at is 'New first moment that is too late.';
comment on column office.deadline_extension.document is 'Number and date of the letter it rests on; may be empty.';
comment on column office.deadline_extension.reason is 'Why, shown to everybody it concerns.';
comment on column office.deadline_extension.made_by is 'Who.';
comment on column office.deadline_extension.made_at is 'When; in force from then on.';
comment on column office.deadline_extension.withdrawn_by is 'Who took it back; NULL: stands.';
comment on column office.deadline_extension.withdrawn_at is 'When it was taken back, before it had run out.';
comment on column office.deadline_extension.withdrawn_reason is 'Why, shown.';
create index deadline_extension_season_idx on office.deadline_extension (season_id) where withdrawn_at is null;
create index deadline_extension_unit_idx on office.deadline_extension (unit_id);

create table office.outage_rule (
	id bigint generated always as identity,
	window_days integer not null,
	gap_seconds integer not null,
	beat_seconds integer not null,
	legal_basis text not null,
	valid_from date not null,
	valid_to date,
	confirmed boolean not null default false,
	constraint outage_rule_pkey primary key (id),
	constraint outage_rule_window_check check (window_days between 0 and 366),
	constraint outage_rule_gap_check check (gap_seconds between 2 and 86400 and beat_seconds between 1 and gap_seconds / 2),
	constraint outage_rule_period_check check (valid_to is null or valid_to >= valid_from),
	constraint outage_rule_period_exclude exclude using gist (daterange(valid_from, valid_to, '[]') with &&)
);
comment on table office.outage_rule is 'When a silence of our own counts as an outage, and which outages move a closing time.';
comment on column office.outage_rule.id is 'Internal identifier.';
comment on column office.outage_rule.window_days is 'Only what was lost within so many days before the closing time is given back.';
comment on column office.outage_rule.gap_seconds is 'A silence longer than this is an outage.';
comment on column office.outage_rule.beat_seconds is 'How often the system notes that it is there.';
comment on column office.outage_rule.legal_basis is 'Where it is written.';
comment on column office.outage_rule.valid_from is 'First day in force.';
comment on column office.outage_rule.valid_to is 'Last day in force; NULL: still.';
comment on column office.outage_rule.confirmed is 'Confirmed by the office.';
insert into office.outage_rule (window_days, gap_seconds, beat_seconds, legal_basis, valid_from) values
	(3, 90, 30, 'Quy ước của hệ thống, chờ cơ quan xác nhận', '2000-01-01');

create table office.heartbeat (
	id bigint generated always as identity,
	began_at timestamptz not null,
	last_at timestamptz not null,
	constraint heartbeat_pkey primary key (id),
	constraint heartbeat_order_check check (last_at >= began_at)
) with (fillfactor = 50);
comment on table office.heartbeat is 'Stretches of time in which a web worker could write to the database: one row a stretch, its end moved on by each beat.';
comment on column office.heartbeat.id is 'Order.';
comment on column office.heartbeat.began_at is 'First beat of the stretch.';
comment on column office.heartbeat.last_at is 'Last beat so far.';

create table office.outage (
	id bigint generated always as identity,
	began_at timestamptz not null,
	ended_at timestamptz not null,
	gap_seconds integer not null,
	note text not null default '',
	noted_by bigint,
	constraint outage_pkey primary key (id),
	constraint outage_began_unique unique (began_at),
	constraint outage_noted_by_fkey foreign key (noted_by) references office.account (id),
	constraint outage_order_check check (ended_at > began_at),
	constraint outage_note_check check (char_length(note) <= 500)
);
comment on table office.outage is 'Measured silence of the system, from the last beat before to the first beat after it; planned stops too.';
comment on column office.outage.id is 'Internal identifier.';
comment on column office.outage.began_at is 'Last beat before.';
comment on column office.outage.ended_at is 'First beat after.';
comment on column office.outage.gap_seconds is 'The threshold that was in force.';
comment on column office.outage.note is 'What happened, in the administrator''s words; shown.';
comment on column office.outage.noted_by is 'Who wrote the note.';
create index outage_ended_idx on office.outage (ended_at);

-- A web worker was here and could write.  Tells in how many seconds to come again.
create function office.beat() returns integer
	language plpgsql volatile security definer set search_path = office, pg_temp
	as $$ declare
		r outage_rule;
		h heartbeat;
	begin
		-- One worker at a time, so that an end of an outage is noted once.
		perform pg_advisory_xact_lock(hashtext('office.beat'));
		select * into r from outage_rule
		where (now() at time zone 'Asia/Ho_Chi_Minh')::date between valid_from and coalesce(valid_to, 'infinity');
		if not found then
			return 60;
		end if;
		select * into h from heartbeat order by id desc limit 1;
		if not found then
			insert into heartbeat (began_at, last_at) values (clock_timestamp(), clock_timestamp());
		elsif clock_timestamp() - h.last_at > make_interval(secs => r.gap_seconds) then
			insert into outage (began_at, ended_at, gap_seconds) values (h.last_at, clock_timestamp(), r.gap_seconds);
			insert into heartbeat (began_at, last_at) values (clock_timestamp(), clock_timestamp());
		elsif clock_timestamp() - h.last_at >= make_interval(secs => r.beat_seconds) - interval '500 milliseconds' then
			update heartbeat set last_at = clock_timestamp() where id = h.id;
		end if;
		return r.beat_seconds;
	end $$;

/*
 * How a closing time came about, step by step; the last row has the time that counts now.
 * The latest extension that stands and covers the unit decides (unit NULL: those for all).  Then each outage
 * that began before what is the closing time so far moves it on by what was lost of the last window_days
 * before the set time (rounded up to minutes), so that these days stay as long as promised.  A silence that ends with this
 * very request has not been noted yet and counts already.
 */
create function office.closing_steps(season bigint, unit bigint)
	returns table (step integer, cause office.closing_cause, closes_at timestamptz, extension_id bigint, outage_id bigint,
		began_at timestamptz, ended_at timestamptz)
	language plpgsql stable security definer set search_path = office, pg_temp
	as $$
	#variable_conflict use_column
	declare
		r outage_rule;
		o record;
		x record;
		window_from timestamptz;
		last_beat timestamptz;
	begin
		step := 0;
		cause := 'season';
		select s.closes_at into closes_at from season s where s.id = season;
		if not found then
			return;
		end if;
		return next;
		select * into r from outage_rule q
		where (closes_at at time zone 'Asia/Ho_Chi_Minh')::date between q.valid_from and coalesce(q.valid_to, 'infinity');
		select e.id, e.closes_at as until into x from deadline_extension e
		where e.season_id = season and e.withdrawn_at is null and e.closes_at > closing_steps.closes_at
		  and (e.unit_id is null or e.unit_id in (select c.ancestor_id from unit_closure c where c.unit_id = unit))
		order by e.closes_at desc, e.id limit 1;
		if found then
			step := step + 1;
			cause := 'extension';
			closes_at := x.until;
			extension_id := x.id;
			return next;
			extension_id := null;
		end if;
		if r.id is null then
			return;
		end if;
		window_from := closes_at - make_interval(days => r.window_days);
		select h.last_at into last_beat from heartbeat h order by h.id desc limit 1;
		for o in
			select q.id, q.began_at, q.ended_at from outage q where q.ended_at > window_from
			union all
			select null, last_beat, now() where now() - last_beat > make_interval(secs => r.gap_seconds)
			order by 2
		loop
			exit when o.began_at >= closes_at;
			continue when o.ended_at <= window_from;
			step := step + 1;
			cause := 'outage';
			outage_id := o.id;
			began_at := greatest(o.began_at, window_from);
			ended_at := o.ended_at;
			-- Whole minutes, for the filer: a closing time is said to the minute.
			closes_at := closes_at + make_interval(mins => ceil(extract(epoch from ended_at - began_at) / 60)::integer);
			return next;
		end loop;
	end $$;
-- The first moment that is too late for a unit, decided now; unit NULL: what holds for all.
create function office.closes_at(season_id bigint, unit_id bigint) returns timestamptz
	language sql stable security definer set search_path = office, pg_temp
	as $$ select s.closes_at from office.closing_steps($1, $2) s order by s.step desc limit 1 $$;
-- As closes_at, for whoever is signed in: the latest of the units they write for.
create function office.my_closes_at(season_id bigint) returns timestamptz
	language sql stable security definer set search_path = office, pg_temp
	as $$ select greatest(office.closes_at($1, null), max(office.closes_at($1, g.unit_id))) from office.role_grant g
		where g.account_id = office.me() and g.revoked_at is null and g.role in ('drafter', 'unit_head') $$;

-- For administrators, who read no dossier: only which unit has one in which state, to know whom a deadline concerns.
create function office.season_dossiers(season bigint, below bigint) returns table (id bigint, unit_id bigint, state office.dossier_state)
	language sql stable security definer set search_path = office, pg_temp
	as $$ select d.id, d.unit_id, d.state from office.dossier d
		where d.season_id = season and office.holds_at_root(office.role_bit('administrator'))
		  and (below is null or d.unit_id in (select c.unit_id from office.unit_closure c where c.ancestor_id = below)) $$;
create function office.last_beat() returns table (began_at timestamptz, last_at timestamptz)
	language sql stable security definer set search_path = office, pg_temp
	as $$ select h.began_at, h.last_at from office.heartbeat h order by h.id desc limit 1 $$;

-- Receipts ------------------------------------------------------------------------------------------------

-- 79 random bits in 16 signs that are not mistaken for each other (no I, L, O, U).
create function office.receipt_code() returns text language sql volatile
	as $$ select string_agg(substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', (get_byte(u.b, i) & 31) + 1, 1), '' order by i)
		from (select uuid_send(gen_random_uuid()) as b) u, generate_series(0, 15) i $$;
alter table office.filing add column check_code text not null default office.receipt_code()
	constraint filing_check_code_check check (check_code ~ '^[0-9A-HJKMNP-TV-Z]{16}$');
comment on column office.filing.check_code is 'Who has it may check the receipt at the public address; printed on the receipt.';

create table office.receipt_file (
	filing_id bigint not null,
	unit_id bigint not null,
	content bytea not null,
	made_at timestamptz not null default now(),
	constraint receipt_file_pkey primary key (filing_id),
	constraint receipt_file_filing_fkey foreign key (filing_id) references office.filing (id),
	constraint receipt_file_unit_fkey foreign key (unit_id) references office.unit (id)
);
comment on table office.receipt_file is 'The printable receipt of a filing, made once by the jobs process.';
comment on column office.receipt_file.filing_id is 'Of this filing.';
comment on column office.receipt_file.unit_id is 'The dossier''s unit.';
comment on column office.receipt_file.content is 'PDF.';
comment on column office.receipt_file.made_at is 'When.';
create index receipt_file_unit_idx on office.receipt_file (unit_id);

-- For the jobs process, which acts for the system and for nobody: what a receipt says, and keeping it.
create function office.receipt_queue(filing bigint) returns void
	language sql volatile security definer set search_path = office, pg_temp
	as $$ insert into office.job (kind, payload) select 'receipt.render', jsonb_build_object('filing_id', f.id)
		from office.filing f where f.id = filing
		and not exists (select from office.receipt_file r where r.filing_id = f.id) $$;
create function office.receipt_facts(filing bigint) returns table (receipt_no text, check_code text, filed_at timestamptz, content text, sha256 text)
	language sql stable security definer set search_path = office, pg_temp
	as $$ select f.receipt_no, f.check_code, f.filed_at, f.content, f.sha256 from office.filing f
		where f.id = filing and office.me() is null $$;
create function office.receipt_keep(filing bigint, pdf bytea) returns void
	language sql volatile security definer set search_path = office, pg_temp
	as $$ insert into office.receipt_file (filing_id, unit_id, content) select f.id, f.unit_id, pdf
		from office.filing f where f.id = filing and office.me() is null
		on conflict (filing_id) do nothing $$;
insert into office.job (kind, payload) select 'receipt.render', jsonb_build_object('filing_id', f.id) from office.filing f order by f.id;

-- What whoever holds a receipt may learn; nothing for a wrong number as for a wrong code.
create function site.receipt_check(number text, secret text)
	returns table (receipt_no text, unit_name text, filed_at timestamptz, sha256 text, replaced_at timestamptz)
	language sql stable security definer set search_path = office, pg_temp
	as $$ select f.receipt_no, u.name_vi, f.filed_at, f.sha256,
			(select min(l.filed_at) from office.filing l where l.dossier_id = f.dossier_id and l.id > f.id)
		from office.filing f join office.unit u on u.id = f.unit_id
		where f.receipt_no = number and f.check_code = secret $$;

-- Rights --------------------------------------------------------------------------------------------------

do $$
declare
	t text;
begin
	foreach t in array array['holiday', 'term', 'deadline_extension', 'outage_rule', 'heartbeat', 'outage', 'receipt_file'] loop
		execute format('alter table office.%I enable row level security', t);
		execute format('alter table office.%I force row level security', t);
		execute format('create policy owner_all on office.%I to vd_owner using (true) with check (true)', t);
	end loop;
	foreach t in array array['holiday', 'term', 'deadline_extension', 'outage_rule', 'outage'] loop
		execute format('create policy app_read on office.%I for select to vd_app using (true)', t);
		execute format('grant select on office.%I to vd_app', t);
	end loop;
	-- The calendar and the terms are the whole province's.
	foreach t in array array['holiday', 'term', 'deadline_extension', 'outage'] loop
		execute format('create policy admin_insert on office.%I for insert to vd_app with check ((select office.holds_at_root(office.role_bit(''administrator''))))', t);
		execute format('create policy admin_update on office.%I for update to vd_app using ((select office.holds_at_root(office.role_bit(''administrator''))))', t);
		execute format('create policy admin_delete on office.%I for delete to vd_app using ((select office.holds_at_root(office.role_bit(''administrator''))))', t);
	end loop;
end $$;
drop policy admin_insert on office.outage;		-- they are measured, nobody writes one
drop policy admin_delete on office.outage;
drop policy admin_delete on office.deadline_extension;
drop policy admin_delete on office.term;
alter policy admin_insert on office.deadline_extension
	with check (made_by = (select office.me()) and (select office.holds_at_root(office.role_bit('administrator'))));
-- Taken back while it has not run out, and once.
alter policy admin_update on office.deadline_extension
	using (withdrawn_at is null and closes_at > now() and (select office.holds_at_root(office.role_bit('administrator'))))
	with check ((select office.holds_at_root(office.role_bit('administrator'))));
grant insert, update, delete on office.holiday to vd_app;
grant insert, update on office.term to vd_app;
grant insert on office.deadline_extension to vd_app;
grant update (withdrawn_at, withdrawn_by, withdrawn_reason) on office.deadline_extension to vd_app;
grant update (note, noted_by) on office.outage to vd_app;
grant select on office.receipt_file to vd_app;
create policy unit_read on office.receipt_file for select to vd_app
	using ((select office.sees_all()) or unit_id in (select office.my_units(office.reading_roles())));

revoke all on function office.beat(), office.closing_steps(bigint, bigint), office.closes_at(bigint, bigint),
	office.my_closes_at(bigint), office.season_dossiers(bigint, bigint), office.last_beat(), office.receipt_code(), office.receipt_queue(bigint), office.receipt_facts(bigint),
	office.receipt_keep(bigint, bytea), site.receipt_check(text, text) from public;
grant execute on function office.beat(), office.closing_steps(bigint, bigint), office.closes_at(bigint, bigint),
	office.my_closes_at(bigint), office.season_dossiers(bigint, bigint), office.last_beat(), office.receipt_code(), office.receipt_queue(bigint), office.receipt_facts(bigint),
	office.receipt_keep(bigint, bytea) to vd_app;
grant execute on function site.receipt_check(text, text) to vd_public;

-- What is known today ---------------------------------------------------------------------------------------

insert into office.term (kind, working_days, legal_basis, valid_from) values
	('appraisal', 20, 'QĐ 638/QĐ-BNV (2025)', '2000-01-01'),
	('agency_consultation', 10, 'Chưa tìm thấy văn bản; cơ quan xác nhận', '2000-01-01'),
	('public_consultation', 10, 'Nghị định 152/2025/NĐ-CP, Điều 44 khoản 2', '2025-07-01');

-- Certain by their date; the second day of Quốc khánh, the fifth of Tết, days off instead of a Sunday and Saturdays
-- worked instead are in the yearly notice and are added when it is out.
insert into office.holiday (day, kind, name, legal_basis)
select make_date(y, m, d), 'holiday', what, 'Bộ luật Lao động 2019, Điều 112; chờ xác nhận theo thông báo của năm'
from generate_series(2026, 2027) y,
	(values (1, 1, 'Tết Dương lịch'), (4, 30, 'Ngày Chiến thắng'), (5, 1, 'Ngày Quốc tế lao động'), (9, 2, 'Quốc khánh')) v(m, d, what);
insert into office.holiday (day, kind, name, legal_basis)
select first_day + n, 'holiday', case n when -1 then 'Tết Âm lịch (ngày cuối năm)' else 'Tết Âm lịch (mùng ' || n + 1 || ')' end,
	'Bộ luật Lao động 2019, Điều 112; ngày cụ thể chờ thông báo của năm'
from (values (date '2026-02-17'), (date '2027-02-06')) t(first_day), generate_series(-1, 2) n;
insert into office.holiday (day, kind, name, legal_basis)
select d, 'holiday', 'Giỗ Tổ Hùng Vương (10/3 Âm lịch)', 'Bộ luật Lao động 2019, Điều 112; chờ xác nhận theo thông báo của năm'
from (values (date '2026-04-26'), (date '2027-04-16')) t(d);
