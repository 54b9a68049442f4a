-- Foundation: schemas, people and rights, sessions, audit, jobs.
set local lock_timeout = '2s';

create extension if not exists btree_gist;

create schema if not exists office;
create schema if not exists site;
comment on schema office is 'The office part: dossiers, appraisal, councils, decisions. Never read by the public role.';
comment on schema site is 'What the public sees: an immutable projection written at publication.';
revoke all on schema office, site from public;
grant usage on schema office to vd_app;
grant usage on schema site to vd_app, vd_public;

create type office.role as enum (
	'drafter', 'unit_head', 'appraiser', 'council_secretary', 'council_member', 'council_chair',
	'signatory', 'publisher', 'press', 'administrator', 'auditor');
create type office.unit_kind as enum (
	'province', 'city', 'town', 'district', 'ward', 'commune', 'township', 'special_zone',
	'provincial_committee', 'department', 'armed_force', 'association', 'press', 'school', 'other');
create type office.job_state as enum ('waiting', 'done', 'dead');

create table office.unit (
	id bigint generated always as identity,
	code text not null,
	name_vi text not null,
	name_en text not null,
	kind office.unit_kind not null,
	parent_id bigint,
	valid_from date,
	valid_to date,
	name_folded text not null default '',
	note text,
	constraint unit_pkey primary key (id),
	constraint unit_code_unique unique (code),
	constraint unit_parent_fkey foreign key (parent_id) references office.unit (id),
	constraint unit_name_length_check check (char_length(name_vi) between 1 and 300),
	constraint unit_period_check check (valid_to is null or valid_from is null or valid_to >= valid_from)
);
comment on table office.unit is 'Units through time: administrative units and agencies.';
comment on column office.unit.id is 'Internal identifier.';
comment on column office.unit.code is 'Official code; L + code for units abolished on 2025-07-01; letters for agencies.';
comment on column office.unit.name_vi is 'Name as used in papers.';
comment on column office.unit.name_en is 'English name.';
comment on column office.unit.kind is 'What it is.';
comment on column office.unit.parent_id is 'The unit it belongs to; NULL for a province.';
comment on column office.unit.valid_from is 'First day of existence; NULL: before records begin.';
comment on column office.unit.valid_to is 'Last day of existence; NULL: exists.';
comment on column office.unit.name_folded is 'Folded name for matching and search.';
comment on column office.unit.note is 'Remark, for example what still has to be confirmed.';
create index unit_parent_idx on office.unit (parent_id);

create table office.unit_closure (
	ancestor_id bigint not null,
	unit_id bigint not null,
	constraint unit_closure_pkey primary key (ancestor_id, unit_id),
	constraint unit_closure_ancestor_fkey foreign key (ancestor_id) references office.unit (id) on delete cascade,
	constraint unit_closure_unit_fkey foreign key (unit_id) references office.unit (id) on delete cascade
);
comment on table office.unit_closure is 'Every unit with each of its ancestors and itself; refreshed when units change.';
comment on column office.unit_closure.ancestor_id is 'The higher unit, or the unit itself.';
comment on column office.unit_closure.unit_id is 'The unit below it.';
create index unit_closure_unit_idx on office.unit_closure (unit_id);

create table office.unit_succession (
	predecessor_id bigint not null,
	successor_id bigint not null,
	effective_on date not null,
	constraint unit_succession_pkey primary key (predecessor_id, successor_id),
	constraint unit_succession_predecessor_fkey foreign key (predecessor_id) references office.unit (id),
	constraint unit_succession_successor_fkey foreign key (successor_id) references office.unit (id)
);
comment on table office.unit_succession is 'Which unit took over from which.';
comment on column office.unit_succession.predecessor_id is 'The unit that ended.';
comment on column office.unit_succession.successor_id is 'The unit that took over, wholly or in part.';
comment on column office.unit_succession.effective_on is 'First day of the successor.';
create index unit_succession_successor_idx on office.unit_succession (successor_id);

create table office.account (
	id bigint generated always as identity,
	username text not null,
	full_name text not null,
	email text,
	active boolean not null default true,
	is_sample boolean not null default false,
	created_at timestamptz not null default now(),
	version integer not null default 1,
	constraint account_pkey primary key (id),
	constraint account_username_unique unique (username),
	constraint account_username_check check (username ~ '^[a-z0-9][a-z0-9.-]{1,39}$'),
	constraint account_full_name_check check (char_length(full_name) between 1 and 200),
	constraint account_email_check check (email is null or (char_length(email) <= 254 and email like '%_@_%'))
);
comment on table office.account is 'People who can sign in.';
comment on column office.account.id is 'Internal identifier.';
comment on column office.account.username is 'Sign-in name: lower case letters, digits, dot, dash.';
comment on column office.account.full_name is 'Name as shown to others.';
comment on column office.account.email is 'For notices; NULL when none.';
comment on column office.account.active is 'False: cannot sign in; kept for history.';
comment on column office.account.is_sample is 'Belongs to the living example.';
comment on column office.account.created_at is 'When it was made.';
comment on column office.account.version is 'Counts saves, for optimistic locking.';

create table office.credential (
	account_id bigint not null,
	password_hash text not null,
	must_change boolean not null default false,
	changed_at timestamptz not null default now(),
	constraint credential_pkey primary key (account_id),
	constraint credential_account_fkey foreign key (account_id) references office.account (id),
	constraint credential_hash_check check (password_hash like '$argon2id$%')
);
comment on table office.credential is 'Password hashes, apart from the account so that no page can read one by mistake.';
comment on column office.credential.account_id is 'Whose.';
comment on column office.credential.password_hash is 'Argon2id string as libsodium writes it.';
comment on column office.credential.must_change is 'A first password that has to be replaced at sign-in.';
comment on column office.credential.changed_at is 'When it was last set.';

create table office.session (
	token_hash bytea not null,
	account_id bigint not null,
	csrf text not null,
	created_at timestamptz not null default now(),
	last_seen_at timestamptz not null default now(),
	expires_at timestamptz not null,
	address text not null default '',
	user_agent text not null default '',
	constraint session_pkey primary key (token_hash),
	constraint session_account_fkey foreign key (account_id) references office.account (id),
	constraint session_token_check check (octet_length(token_hash) = 32)
);
comment on table office.session is 'Signed-in browsers; the token itself is never stored.';
comment on column office.session.token_hash is 'SHA-256 of the 256-bit random token.';
comment on column office.session.account_id is 'Who.';
comment on column office.session.csrf is 'Value every form of this session carries.';
comment on column office.session.created_at is 'Sign-in time.';
comment on column office.session.last_seen_at is 'Touched at most every five minutes.';
comment on column office.session.expires_at is 'End in any case.';
comment on column office.session.address is 'Client address at sign-in.';
comment on column office.session.user_agent is 'Browser at sign-in, cut to 300 characters.';
create index session_account_idx on office.session (account_id);

create table office.login_attempt (
	id bigint generated always as identity,
	username text not null,
	address text not null,
	succeeded boolean not null,
	at timestamptz not null default now(),
	constraint login_attempt_pkey primary key (id)
);
comment on table office.login_attempt is 'Failed and successful sign-ins, for throttling; purged after a day.';
comment on column office.login_attempt.id is 'Internal identifier.';
comment on column office.login_attempt.username is 'As typed, lower case, cut to 100 characters.';
comment on column office.login_attempt.address is 'Client address.';
comment on column office.login_attempt.succeeded is 'True for a sign-in.';
comment on column office.login_attempt.at is 'When.';
create index login_attempt_username_idx on office.login_attempt (username, at);
create index login_attempt_address_idx on office.login_attempt (address, at);

create table office.role_grant (
	id bigint generated always as identity,
	account_id bigint not null,
	role office.role not null,
	unit_id bigint not null,
	granted_by bigint,
	granted_at timestamptz not null default now(),
	revoked_by bigint,
	revoked_at timestamptz,
	constraint role_grant_pkey primary key (id),
	constraint role_grant_account_fkey foreign key (account_id) references office.account (id),
	constraint role_grant_unit_fkey foreign key (unit_id) references office.unit (id),
	constraint role_grant_granted_by_fkey foreign key (granted_by) references office.account (id),
	constraint role_grant_revoked_by_fkey foreign key (revoked_by) references office.account (id)
);
comment on table office.role_grant is 'Roles held on a unit and everything below it.';
comment on column office.role_grant.id is 'Internal identifier.';
comment on column office.role_grant.account_id is 'Who holds it.';
comment on column office.role_grant.role is 'Which role.';
comment on column office.role_grant.unit_id is 'On which unit; covers its subtree.';
comment on column office.role_grant.granted_by is 'Account that granted it; NULL from the command line.';
comment on column office.role_grant.granted_at is 'Since when.';
comment on column office.role_grant.revoked_by is 'Account that took it back.';
comment on column office.role_grant.revoked_at is 'Until when; NULL: held.';
create unique index role_grant_held_unique on office.role_grant (account_id, role, unit_id) where revoked_at is null;
create index role_grant_unit_idx on office.role_grant (unit_id);

create table office.form_once (
	account_id bigint not null,
	nonce text not null,
	at timestamptz not null default now(),
	constraint form_once_pkey primary key (account_id, nonce),
	constraint form_once_account_fkey foreign key (account_id) references office.account (id),
	constraint form_once_nonce_check check (char_length(nonce) between 16 and 64)
);
comment on table office.form_once is 'Forms already received, so that a replay changes nothing; purged after seven days.';
comment on column office.form_once.account_id is 'Who sent it.';
comment on column office.form_once.nonce is 'Hidden value of the form.';
comment on column office.form_once.at is 'When.';
create index form_once_at_idx on office.form_once (at);

create table office.audit_log (
	id bigint generated always as identity,
	at timestamptz not null default now(),
	account_id bigint,
	action text not null,
	object text not null,
	object_id bigint not null,
	unit_id bigint,
	detail jsonb not null default '{}',
	request_id text not null default '',
	address text not null default '',
	constraint audit_log_pkey primary key (id),
	constraint audit_log_account_fkey foreign key (account_id) references office.account (id),
	constraint audit_log_unit_fkey foreign key (unit_id) references office.unit (id),
	constraint audit_log_action_check check (action ~ '^[a-z_]+\.[a-z_]+$')
);
comment on table office.audit_log is 'Every state change, append-only.';
comment on column office.audit_log.id is 'Order of writing.';
comment on column office.audit_log.at is 'When.';
comment on column office.audit_log.account_id is 'Who; NULL for the command line and for failed sign-ins.';
comment on column office.audit_log.action is 'What: "dossier.submit".';
comment on column office.audit_log.object is 'Kind of the thing changed: "dossier".';
comment on column office.audit_log.object_id is 'Its identifier.';
comment on column office.audit_log.unit_id is 'The unit it concerns.';
comment on column office.audit_log.detail is 'Old and new values, counts, reasons; never a password or a ballot.';
comment on column office.audit_log.request_id is 'Joins the log.';
comment on column office.audit_log.address is 'Client address.';
create index audit_log_object_idx on office.audit_log (object, object_id, id);
create index audit_log_account_idx on office.audit_log (account_id, id);
create index audit_log_unit_idx on office.audit_log (unit_id, id);

create table office.job (
	id bigint generated always as identity,
	kind text not null,
	payload jsonb not null default '{}',
	account_id bigint,
	state office.job_state not null default 'waiting',
	attempts integer not null default 0,
	run_after timestamptz not null default now(),
	last_error text,
	progress integer not null default 0,
	created_at timestamptz not null default now(),
	finished_at timestamptz,
	constraint job_pkey primary key (id),
	constraint job_account_fkey foreign key (account_id) references office.account (id),
	constraint job_progress_check check (progress between 0 and 100)
);
comment on table office.job is 'Work that can wait; written in the transaction that causes it.';
comment on column office.job.id is 'Internal identifier.';
comment on column office.job.kind is 'Which handler: "publication.render".';
comment on column office.job.payload is 'What the handler needs.';
comment on column office.job.account_id is 'On whose behalf; NULL for the system.';
comment on column office.job.state is 'Waiting, done or dead.';
comment on column office.job.attempts is 'Failures so far.';
comment on column office.job.run_after is 'Not before.';
comment on column office.job.last_error is 'Why it failed last.';
comment on column office.job.progress is 'Percent, for the page that waits.';
comment on column office.job.created_at is 'When queued.';
comment on column office.job.finished_at is 'When done or given up.';
create index job_waiting_idx on office.job (run_after, id) where state = 'waiting';

-- Identity of the request; every policy asks these.
create function office.me() returns bigint language sql stable parallel safe
	as $$ select nullif(current_setting('app.account_id', true), '')::bigint $$;
create function office.my_roles() returns integer language sql stable parallel safe
	as $$ select coalesce(nullif(current_setting('app.roles', true), '')::integer, 0) $$;
create function office.role_bit(r office.role) returns integer language sql immutable parallel safe
	as $$ select 1 << (array_position(enum_range(null::office.role), r) - 1) $$;
create function office.has_any(variadic wanted office.role[]) returns boolean language sql stable parallel safe
	as $$ select office.my_roles() & (select coalesce(bit_or(office.role_bit(w)), 0) from unnest(wanted) w) <> 0 $$;
-- 'on' when a role that reads dossiers is held on the whole province: spares the per-unit check.
create function office.sees_all() returns boolean language sql stable parallel safe
	as $$ select current_setting('app.sees_all', true) = 'on' $$;
-- Units on which one of the roles in the bit mask is held today, with their subtrees.
create function office.my_units(mask integer) returns setof bigint
	language sql stable security definer set search_path = office, pg_temp
	as $$
		select c.unit_id from office.role_grant g
		join office.unit_closure c on c.ancestor_id = g.unit_id
		where g.account_id = office.me() and g.revoked_at is null
		  and office.role_bit(g.role) & mask <> 0
	$$;
-- Masks: reading dossiers; writing what belongs to a unit.
create function office.reading_roles() returns integer language sql immutable parallel safe
	as $$ select office.role_bit('drafter') | office.role_bit('unit_head') | office.role_bit('appraiser')
		| office.role_bit('council_secretary') | office.role_bit('signatory') | office.role_bit('publisher')
		| office.role_bit('auditor') $$;
create function office.writing_roles() returns integer language sql immutable parallel safe
	as $$ select office.role_bit('drafter') | office.role_bit('unit_head') | office.role_bit('appraiser')
		| office.role_bit('council_secretary') | office.role_bit('signatory') | office.role_bit('publisher') $$;

-- Sets the identity for this transaction; used by sessions and jobs alike.
create function office.assume(who bigint) returns void
	language plpgsql volatile security definer set search_path = office, pg_temp
	as $$
	declare
		mask integer;
		everything boolean;
	begin
		select coalesce(bit_or(office.role_bit(g.role)), 0),
			coalesce(bool_or(u.parent_id is null and office.role_bit(g.role) & office.reading_roles() <> 0), false)
		into mask, everything
		from office.role_grant g join office.unit u on u.id = g.unit_id
		where g.account_id = who and g.revoked_at is null;
		perform set_config('app.account_id', who::text, true),
			set_config('app.roles', mask::text, true),
			set_config('app.sees_all', case when everything then 'on' else 'off' end, true);
	end $$;

-- The session of a token, and the identity set with it; no row when there is none.
create function office.session_begin(token bytea)
	returns table (account_id bigint, username text, full_name text, roles integer, csrf text,
		must_change_password boolean, needs_touch boolean)
	language plpgsql volatile security definer set search_path = office, pg_temp
	as $$
	declare
		s record;
	begin
		select x.account_id, a.username, a.full_name, x.csrf, c.must_change,
			x.last_seen_at < now() - interval '5 minutes' as stale
		into s
		from office.session x
		join office.account a on a.id = x.account_id and a.active
		join office.credential c on c.account_id = a.id
		where x.token_hash = token and x.expires_at > now() and x.last_seen_at > now() - interval '12 hours';
		if not found then
			return;
		end if;
		perform office.assume(s.account_id);
		return query select s.account_id, s.username, s.full_name, office.my_roles(), s.csrf, s.must_change, s.stale;
	end $$;
create function office.session_open(who bigint, token bytea, csrf_value text, client text, agent text) returns void
	language sql volatile security definer set search_path = office, pg_temp
	as $$ insert into office.session (token_hash, account_id, csrf, expires_at, address, user_agent)
		values (token, who, csrf_value, now() + interval '7 days', client, left(agent, 300)) $$;
create function office.session_touch(token bytea) returns void
	language sql volatile security definer set search_path = office, pg_temp
	as $$ update office.session set last_seen_at = now() where token_hash = token $$;
create function office.session_close(token bytea) returns void
	language sql volatile security definer set search_path = office, pg_temp
	as $$ delete from office.session where token_hash = token $$;
-- Own sessions, or any when an administrator asks; "except" keeps the current one (NULL keeps none).
create function office.session_close_all(who bigint, except_token bytea) returns bigint
	language sql volatile security definer set search_path = office, pg_temp
	as $$ with gone as (
			delete from office.session
			where account_id = who and (who = office.me() or office.has_any('administrator'))
			  and (except_token is null or token_hash <> except_token) returning 1)
		select count(*) from gone $$;
-- What signing in needs, before anybody is known.
create function office.login_lookup(typed text)
	returns table (account_id bigint, password_hash text, active boolean)
	language sql stable security definer set search_path = office, pg_temp
	as $$ select a.id, c.password_hash, a.active from office.account a
		join office.credential c on c.account_id = a.id where a.username = lower(typed) $$;
create function office.login_record(typed text, client text, ok boolean) returns void
	language sql volatile security definer set search_path = office, pg_temp
	as $$ insert into office.login_attempt (username, address, succeeded)
		values (left(lower(typed), 100), left(client, 64), ok) $$;
-- Failures since the last success within 15 minutes, per account and per address.
create function office.login_failures(typed text, client text)
	returns table (by_account bigint, by_address bigint)
	language sql stable security definer set search_path = office, pg_temp
	as $$ select
		(select count(*) from office.login_attempt where username = left(lower(typed), 100) and not succeeded
			and at > greatest(now() - interval '15 minutes', coalesce((select max(at) from office.login_attempt
				where username = left(lower(typed), 100) and succeeded), '-infinity'))),
		(select count(*) from office.login_attempt where address = left(client, 64) and not succeeded
			and at > now() - interval '15 minutes') $$;
-- A password set by its owner, or by an administrator for somebody else (then it has to be changed).
create function office.password_set(who bigint, hash text, must boolean) returns void
	language plpgsql volatile security definer set search_path = office, pg_temp
	as $$ begin
		if office.me() is distinct from who and not office.has_any('administrator') then
			raise exception 'not yours' using errcode = '42501';
		end if;
		insert into office.credential (account_id, password_hash, must_change) values (who, hash, must)
		on conflict (account_id) do update set password_hash = excluded.password_hash,
			must_change = excluded.must_change, changed_at = now();
	end $$;
create function office.purge_expired() returns void
	language sql volatile security definer set search_path = office, pg_temp
	as $$ delete from office.session where expires_at < now() or last_seen_at < now() - interval '12 hours';
		delete from office.login_attempt where at < now() - interval '1 day';
		delete from office.form_once where at < now() - interval '7 days';
		delete from office.job where state = 'done' and finished_at < now() - interval '30 days' $$;
create function office.unit_closure_refresh() returns void
	language sql volatile security definer set search_path = office, pg_temp
	as $$ delete from office.unit_closure;
		with recursive up as (
			select id as unit_id, id as ancestor_id from office.unit
			union all
			select up.unit_id, u.parent_id from up join office.unit u on u.id = up.ancestor_id where u.parent_id is not null)
		insert into office.unit_closure (ancestor_id, unit_id) select distinct ancestor_id, unit_id from up $$;

create function office.job_notify() returns trigger language plpgsql
	as $$ begin perform pg_notify('job', new.kind); return null; end $$;
create trigger job_notify after insert on office.job for each row execute function office.job_notify();
