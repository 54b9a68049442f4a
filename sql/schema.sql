--
-- PostgreSQL database dump
--

--
-- Name: meta; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA meta;

--
-- Name: SCHEMA meta; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON SCHEMA meta IS 'What was done to this database';

--
-- Name: office; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA office;

--
-- Name: SCHEMA office; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON SCHEMA office IS 'The office part: dossiers, appraisal, councils, decisions. Never read by the public role.';

--
-- Name: site; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA site;

--
-- Name: SCHEMA site; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON SCHEMA site IS 'What the public sees: an immutable projection written at publication.';

--
-- Name: btree_gist; Type: EXTENSION; Schema: -; Owner: -
--

CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;

--
-- Name: EXTENSION btree_gist; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON EXTENSION btree_gist IS 'support for indexing common datatypes in GiST';

--
-- Name: achievement_field; Type: TYPE; Schema: office; Owner: -
--

CREATE TYPE office.achievement_field AS ENUM (
    'study',
    'production',
    'economy',
    'security',
    'welfare',
    'health',
    'social_policy',
    'culture',
    'administration',
    'other'
);

--
-- Name: attendance; Type: TYPE; Schema: office; Owner: -
--

CREATE TYPE office.attendance AS ENUM (
    'present',
    'absent',
    'written'
);

--
-- Name: authority_level; Type: TYPE; Schema: office; Owner: -
--

CREATE TYPE office.authority_level AS ENUM (
    'state',
    'prime_minister',
    'government',
    'ministry_province',
    'agency',
    'commune'
);

--
-- Name: award_category; Type: TYPE; Schema: office; Owner: -
--

CREATE TYPE office.award_category AS ENUM (
    'danh_hieu',
    'khen_thuong'
);

--
-- Name: award_recipient; Type: TYPE; Schema: office; Owner: -
--

CREATE TYPE office.award_recipient AS ENUM (
    'individual',
    'collective',
    'household',
    'any'
);

--
-- Name: commendation_kind; Type: TYPE; Schema: office; Owner: -
--

CREATE TYPE office.commendation_kind AS ENUM (
    'cong_trang',
    'dot_xuat',
    'phong_trao',
    'cong_hien',
    'nien_han',
    'doi_ngoai'
);

--
-- Name: council_level; Type: TYPE; Schema: office; Owner: -
--

CREATE TYPE office.council_level AS ENUM (
    'province',
    'commune',
    'agency'
);

--
-- Name: dossier_state; Type: TYPE; Schema: office; Owner: -
--

CREATE TYPE office.dossier_state AS ENUM (
    'draft',
    'submitted',
    'appraising',
    'returned',
    'completed'
);

--
-- Name: gender; Type: TYPE; Schema: office; Owner: -
--

CREATE TYPE office.gender AS ENUM (
    'male',
    'female'
);

--
-- Name: honour_state; Type: TYPE; Schema: office; Owner: -
--

CREATE TYPE office.honour_state AS ENUM (
    'held',
    'revoked'
);

--
-- Name: import_state; Type: TYPE; Schema: office; Owner: -
--

CREATE TYPE office.import_state AS ENUM (
    'preview',
    'confirmed',
    'undone',
    'dropped'
);

--
-- Name: item_state; Type: TYPE; Schema: office; Owner: -
--

CREATE TYPE office.item_state AS ENUM (
    'waiting',
    'open',
    'passed',
    'failed'
);

--
-- Name: job_state; Type: TYPE; Schema: office; Owner: -
--

CREATE TYPE office.job_state AS ENUM (
    'waiting',
    'done',
    'dead'
);

--
-- Name: list_state; Type: TYPE; Schema: office; Owner: -
--

CREATE TYPE office.list_state AS ENUM (
    'draft',
    'prepared',
    'confirmed',
    'publishing',
    'published',
    'revoked'
);

--
-- Name: member_role; Type: TYPE; Schema: office; Owner: -
--

CREATE TYPE office.member_role AS ENUM (
    'chair',
    'deputy',
    'secretary',
    'member'
);

--
-- Name: nomination_state; Type: TYPE; Schema: office; Owner: -
--

CREATE TYPE office.nomination_state AS ENUM (
    'draft',
    'submitted',
    'appraising',
    'returned',
    'eligible',
    'ineligible',
    'on_hold',
    'council',
    'approved',
    'rejected',
    'decided',
    'published',
    'corrected',
    'revoked'
);

--
-- Name: nominee_kind; Type: TYPE; Schema: office; Owner: -
--

CREATE TYPE office.nominee_kind AS ENUM (
    'person',
    'collective',
    'household'
);

--
-- Name: role; Type: TYPE; Schema: office; Owner: -
--

CREATE TYPE office.role AS ENUM (
    'drafter',
    'unit_head',
    'appraiser',
    'council_secretary',
    'council_member',
    'council_chair',
    'signatory',
    'publisher',
    'press',
    'administrator',
    'auditor'
);

--
-- Name: rounding_mode; Type: TYPE; Schema: office; Owner: -
--

CREATE TYPE office.rounding_mode AS ENUM (
    'up',
    'nearest',
    'none'
);

--
-- Name: session_state; Type: TYPE; Schema: office; Owner: -
--

CREATE TYPE office.session_state AS ENUM (
    'preparing',
    'open',
    'closed'
);

--
-- Name: unit_kind; Type: TYPE; Schema: office; Owner: -
--

CREATE TYPE office.unit_kind AS ENUM (
    'province',
    'city',
    'town',
    'district',
    'ward',
    'commune',
    'township',
    'special_zone',
    'provincial_committee',
    'department',
    'armed_force',
    'association',
    'press',
    'school',
    'other'
);

--
-- Name: vote_choice; Type: TYPE; Schema: office; Owner: -
--

CREATE TYPE office.vote_choice AS ENUM (
    'approve',
    'disapprove',
    'abstain'
);

--
-- Name: vote_method; Type: TYPE; Schema: office; Owner: -
--

CREATE TYPE office.vote_method AS ENUM (
    'recorded',
    'paper',
    'secret'
);

--
-- Name: entry_state; Type: TYPE; Schema: site; Owner: -
--

CREATE TYPE site.entry_state AS ENUM (
    'shown',
    'corrected',
    'revoked'
);

--
-- Name: agenda_item_check_session(); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.agenda_item_check_session() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$ begin
		perform 1 from office.council_session s where s.id = new.council_session_id and s.state <> 'closed' for share;
		if not found then
			raise exception 'session % is closed', new.council_session_id using errcode = 'VD002', constraint = 'council_session_open_check';
		end if;
		return new;
	end $$;

--
-- Name: assume(bigint); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.assume(who bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$
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

--
-- Name: has_any(office.role[]); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.has_any(VARIADIC wanted office.role[]) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ select office.my_roles() & (select coalesce(bit_or(office.role_bit(w)), 0) from unnest(wanted) w) <> 0 $$;

--
-- Name: holds_at_root(integer); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.holds_at_root(mask integer) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$ select exists (select 1 from office.role_grant g join office.unit u on u.id = g.unit_id
		where g.account_id = office.me() and g.revoked_at is null and u.parent_id is null and u.valid_to is null
		  and office.role_bit(g.role) & mask <> 0) $$;

--
-- Name: job_notify(); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.job_notify() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ begin perform pg_notify('job', new.kind); return null; end $$;

--
-- Name: login_failures(text, text); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.login_failures(typed text, client text) RETURNS TABLE(by_account bigint, by_address bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$ select
		(select count(*) from office.login_attempt where username = left(lower(typed), 100) and not succeeded
			and at > greatest(now() - interval '15 minutes', coalesce((select max(at) from office.login_attempt
				where username = left(lower(typed), 100) and succeeded), '-infinity'))),
		(select count(*) from office.login_attempt where address = left(client, 64) and not succeeded
			and at > now() - interval '15 minutes') $$;

--
-- Name: login_lookup(text); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.login_lookup(typed text) RETURNS TABLE(account_id bigint, password_hash text, active boolean)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$ select a.id, c.password_hash, a.active from office.account a
		join office.credential c on c.account_id = a.id where a.username = lower(typed) $$;

--
-- Name: login_record(text, text, boolean); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.login_record(typed text, client text, ok boolean) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$ insert into office.login_attempt (username, address, succeeded)
		values (left(lower(typed), 100), left(client, 64), ok) $$;

--
-- Name: may_administer(bigint); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.may_administer(who bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$ select office.holds_at_root(office.role_bit('administrator'))
		or (office.has_any('administrator') and not exists (select 1 from office.role_grant g
			where g.account_id = who and g.revoked_at is null
			  and g.unit_id not in (select office.my_units(office.role_bit('administrator'))))) $$;

--
-- Name: me(); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.me() RETURNS bigint
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ select nullif(current_setting('app.account_id', true), '')::bigint $$;

--
-- Name: my_agenda_nominations(); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.my_agenda_nominations() RETURNS SETOF bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$ select i.nomination_id from office.council_member m
		join office.council_session s on s.council_id = m.council_id
		join office.agenda_item i on i.council_session_id = s.id
		where m.account_id = office.me() and (m.valid_to is null or m.valid_to >= (now() at time zone 'Asia/Ho_Chi_Minh')::date) $$;

--
-- Name: my_councils(); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.my_councils() RETURNS SETOF bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$ select m.council_id from office.council_member m where m.account_id = office.me() and (m.valid_to is null or m.valid_to >= (now() at time zone 'Asia/Ho_Chi_Minh')::date)
		union
		select c.id from office.council c where c.unit_id in (select office.my_units(
			office.role_bit('council_secretary') | office.role_bit('appraiser') | office.role_bit('signatory')
			| office.role_bit('publisher') | office.role_bit('auditor') | office.role_bit('administrator'))) $$;

--
-- Name: my_fellow_members(); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.my_fellow_members() RETURNS SETOF bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$ select f.id from office.council_member m join office.council_member f on f.council_id = m.council_id
		where m.account_id = office.me() and (m.valid_to is null or m.valid_to >= (now() at time zone 'Asia/Ho_Chi_Minh')::date) $$;

--
-- Name: my_member_ids(); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.my_member_ids() RETURNS SETOF bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$ select m.id from office.council_member m where m.account_id = office.me() and (m.valid_to is null or m.valid_to >= (now() at time zone 'Asia/Ho_Chi_Minh')::date) $$;

--
-- Name: my_roles(); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.my_roles() RETURNS integer
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ select coalesce(nullif(current_setting('app.roles', true), '')::integer, 0) $$;

--
-- Name: my_units(integer); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.my_units(mask integer) RETURNS SETOF bigint
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$ begin
		return query
		select c.unit_id from office.role_grant g
		join office.unit_closure c on c.ancestor_id = g.unit_id
		where g.account_id = office.me() and g.revoked_at is null
		  and office.role_bit(g.role) & mask <> 0;
	end $$;

--
-- Name: nomination_check_step(); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.nomination_check_step() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$ begin
		if new.state is distinct from old.state then
			if not exists (select 1 from office.nomination_step s where s.from_state = old.state and s.to_state = new.state) then
				raise exception 'nomination % cannot go from % to %', old.id, old.state, new.state
					using errcode = 'VD002', constraint = 'nomination_step_check';
			end if;
			new.state_at := now();
			new.state_by := office.me();
		end if;
		return new;
	end $$;

--
-- Name: nomination_log_state(); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.nomination_log_state() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$ begin
		if tg_op = 'INSERT' then
			insert into office.nomination_event (nomination_id, from_state, to_state, account_id)
			select id, null, state, office.me() from new_rows;
		else
			insert into office.nomination_event (nomination_id, from_state, to_state, reason, account_id)
			select n.id, o.state, n.state, n.state_reason, office.me()
			from new_rows n join old_rows o on o.id = n.id where n.state is distinct from o.state;
		end if;
		return null;
	end $$;

--
-- Name: password_set(bigint, text, boolean); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.password_set(who bigint, hash text, must boolean) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$ begin
		if office.me() is distinct from who and not office.may_administer(who) then
			raise exception 'not yours' using errcode = '42501';
		end if;
		insert into office.credential (account_id, password_hash, must_change) values (who, hash, must)
		on conflict (account_id) do update set password_hash = excluded.password_hash,
			must_change = excluded.must_change, changed_at = now();
	end $$;

--
-- Name: purge_expired(); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.purge_expired() RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$ delete from office.session where expires_at < now() or last_seen_at < now() - interval '12 hours';
		delete from office.login_attempt where at < now() - interval '1 day';
		delete from office.form_once where at < now() - interval '7 days';
		delete from office.job where state = 'done' and finished_at < now() - interval '30 days' $$;

--
-- Name: reading_roles(); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.reading_roles() RETURNS integer
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ select office.role_bit('drafter') | office.role_bit('unit_head') | office.role_bit('appraiser')
		| office.role_bit('council_secretary') | office.role_bit('signatory') | office.role_bit('publisher')
		| office.role_bit('auditor') $$;

--
-- Name: role_bit(office.role); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.role_bit(r office.role) RETURNS integer
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ select 1 << (array_position(enum_range(null::office.role), r) - 1) $$;

--
-- Name: sees_all(); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.sees_all() RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ select current_setting('app.sees_all', true) = 'on' $$;

--
-- Name: session_begin(bytea); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.session_begin(token bytea) RETURNS TABLE(account_id bigint, username text, full_name text, roles integer, csrf text, must_change_password boolean, needs_touch boolean)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$
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

--
-- Name: session_close(bytea); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.session_close(token bytea) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$ delete from office.session where token_hash = token $$;

--
-- Name: session_close_all(bigint, bytea); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.session_close_all(who bigint, except_token bytea) RETURNS bigint
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$ with gone as (
			delete from office.session
			where account_id = who and (who = office.me() or office.may_administer(who))
			  and (except_token is null or token_hash <> except_token) returning 1)
		select count(*) from gone $$;

--
-- Name: session_open(bigint, bytea, text, text, text); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.session_open(who bigint, token bytea, csrf_value text, client text, agent text) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$ insert into office.session (token_hash, account_id, csrf, expires_at, address, user_agent)
		values (token, who, csrf_value, now() + interval '7 days', client, left(agent, 300)) $$;

--
-- Name: session_touch(bytea); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.session_touch(token bytea) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$ update office.session set last_seen_at = now() where token_hash = token $$;

--
-- Name: unit_closure_refresh(); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.unit_closure_refresh() RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$ delete from office.unit_closure;
		with recursive up as (
			select id as unit_id, id as ancestor_id from office.unit
			union all
			select up.unit_id, u.parent_id from up join office.unit u on u.id = up.ancestor_id where u.parent_id is not null)
		insert into office.unit_closure (ancestor_id, unit_id) select distinct ancestor_id, unit_id from up $$;

--
-- Name: vote_check_open(); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.vote_check_open() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$
	declare
		s bigint;
	begin
		select i.council_session_id into s from office.agenda_item i
		where i.id = new.agenda_item_id and i.state = 'open' for share;
		if not found then
			raise exception 'item % is not open', new.agenda_item_id using errcode = 'VD002', constraint = 'agenda_item_open_check';
		end if;
		if tg_table_name = 'vote' then
			perform 1 from office.session_attendance a
			where a.council_session_id = s and a.council_member_id = new.council_member_id
			  and a.attendance = case when new.written then 'written' else 'present' end::office.attendance
			for share;
			if not found then
				raise exception 'member % may not vote so', new.council_member_id using errcode = 'VD002', constraint = 'vote_attendance_check';
			end if;
		end if;
		return new;
	end $$;

--
-- Name: writing_roles(); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.writing_roles() RETURNS integer
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ select office.role_bit('drafter') | office.role_bit('unit_head') | office.role_bit('appraiser')
		| office.role_bit('council_secretary') | office.role_bit('signatory') | office.role_bit('publisher') $$;

--
-- Name: migration; Type: TABLE; Schema: meta; Owner: -
--

CREATE TABLE meta.migration (
    name text NOT NULL,
    sha256 text NOT NULL,
    applied_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT migration_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);

--
-- Name: TABLE migration; Type: COMMENT; Schema: meta; Owner: -
--

COMMENT ON TABLE meta.migration IS 'Migrations applied, written by scripts/migrate';

--
-- Name: COLUMN migration.name; Type: COMMENT; Schema: meta; Owner: -
--

COMMENT ON COLUMN meta.migration.name IS 'File name without directory and .sql';

--
-- Name: COLUMN migration.sha256; Type: COMMENT; Schema: meta; Owner: -
--

COMMENT ON COLUMN meta.migration.sha256 IS 'SHA-256 of the file as it was applied';

--
-- Name: COLUMN migration.applied_at; Type: COMMENT; Schema: meta; Owner: -
--

COMMENT ON COLUMN meta.migration.applied_at IS 'When it was applied';

--
-- Name: account; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.account (
    id bigint NOT NULL,
    username text NOT NULL,
    full_name text NOT NULL,
    email text,
    active boolean DEFAULT true NOT NULL,
    is_sample boolean DEFAULT false NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT account_email_check CHECK (((email IS NULL) OR ((char_length(email) <= 254) AND (email ~~ '%_@_%'::text)))),
    CONSTRAINT account_full_name_check CHECK (((char_length(full_name) >= 1) AND (char_length(full_name) <= 200))),
    CONSTRAINT account_username_check CHECK ((username ~ '^[a-z0-9][a-z0-9.-]{1,39}$'::text))
);

ALTER TABLE ONLY office.account FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE account; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON TABLE office.account IS 'People who can sign in.';

--
-- Name: COLUMN account.id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.account.id IS 'Internal identifier.';

--
-- Name: COLUMN account.username; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.account.username IS 'Sign-in name: lower case letters, digits, dot, dash.';

--
-- Name: COLUMN account.full_name; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.account.full_name IS 'Name as shown to others.';

--
-- Name: COLUMN account.email; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.account.email IS 'For notices; NULL when none.';

--
-- Name: COLUMN account.active; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.account.active IS 'False: cannot sign in; kept for history.';

--
-- Name: COLUMN account.is_sample; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.account.is_sample IS 'Belongs to the living example.';

--
-- Name: COLUMN account.created_at; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.account.created_at IS 'When it was made.';

--
-- Name: COLUMN account.version; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.account.version IS 'Counts saves, for optimistic locking.';

--
-- Name: account_id_seq; Type: SEQUENCE; Schema: office; Owner: -
--

ALTER TABLE office.account ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME office.account_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: agenda_item; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.agenda_item (
    id bigint NOT NULL,
    council_session_id bigint NOT NULL,
    nomination_id bigint NOT NULL,
    ordinal integer NOT NULL,
    method office.vote_method DEFAULT 'recorded'::office.vote_method NOT NULL,
    vote_rule_id bigint,
    percent integer,
    members_total integer,
    state office.item_state DEFAULT 'waiting'::office.item_state NOT NULL,
    approve integer,
    disapprove integer,
    abstain integer,
    closed_at timestamp with time zone,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT agenda_item_count_check CHECK (((approve IS NULL) OR ((approve >= 0) AND (disapprove >= 0) AND (abstain >= 0) AND (((approve + disapprove) + abstain) <= members_total)))),
    CONSTRAINT agenda_item_result_check CHECK (((state <> ALL (ARRAY['passed'::office.item_state, 'failed'::office.item_state])) OR ((approve IS NOT NULL) AND (((approve * 100) >= (percent * members_total)) = (state = 'passed'::office.item_state)))))
);

ALTER TABLE ONLY office.agenda_item FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE agenda_item; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON TABLE office.agenda_item IS 'One nomination before the council, with its voting method and the rule pinned.';

--
-- Name: COLUMN agenda_item.id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.agenda_item.id IS 'Internal identifier.';

--
-- Name: COLUMN agenda_item.council_session_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.agenda_item.council_session_id IS 'At this session.';

--
-- Name: COLUMN agenda_item.nomination_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.agenda_item.nomination_id IS 'This nomination.';

--
-- Name: COLUMN agenda_item.ordinal; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.agenda_item.ordinal IS 'Place on the agenda.';

--
-- Name: COLUMN agenda_item.method; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.agenda_item.method IS 'How it is voted.';

--
-- Name: COLUMN agenda_item.vote_rule_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.agenda_item.vote_rule_id IS 'Rule applied, pinned when the vote opens.';

--
-- Name: COLUMN agenda_item.percent; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.agenda_item.percent IS 'Share needed, copied from the rule.';

--
-- Name: COLUMN agenda_item.members_total; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.agenda_item.members_total IS 'Denominator, copied from the session.';

--
-- Name: COLUMN agenda_item.state; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.agenda_item.state IS 'Waiting, open, passed, failed.';

--
-- Name: COLUMN agenda_item.approve; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.agenda_item.approve IS 'Final count.';

--
-- Name: COLUMN agenda_item.disapprove; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.agenda_item.disapprove IS 'Final count.';

--
-- Name: COLUMN agenda_item.abstain; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.agenda_item.abstain IS 'Final count.';

--
-- Name: COLUMN agenda_item.closed_at; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.agenda_item.closed_at IS 'When decided.';

--
-- Name: COLUMN agenda_item.version; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.agenda_item.version IS 'Counts saves.';

--
-- Name: agenda_item_id_seq; Type: SEQUENCE; Schema: office; Owner: -
--

ALTER TABLE office.agenda_item ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME office.agenda_item_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: attachment; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.attachment (
    id bigint NOT NULL,
    dossier_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    nomination_id bigint,
    file_name text NOT NULL,
    content_type text NOT NULL,
    size bigint NOT NULL,
    sha256 text NOT NULL,
    uploaded_by bigint NOT NULL,
    uploaded_at timestamp with time zone DEFAULT now() NOT NULL,
    removed_at timestamp with time zone,
    CONSTRAINT attachment_file_name_check CHECK (((char_length(file_name) >= 1) AND (char_length(file_name) <= 255))),
    CONSTRAINT attachment_size_check CHECK (((size >= 1) AND (size <= 20971520)))
);

ALTER TABLE ONLY office.attachment FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE attachment; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON TABLE office.attachment IS 'Evidence; the bytes are in attachment_chunk.';

--
-- Name: COLUMN attachment.id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.attachment.id IS 'Internal identifier.';

--
-- Name: COLUMN attachment.dossier_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.attachment.dossier_id IS 'In this dossier.';

--
-- Name: COLUMN attachment.unit_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.attachment.unit_id IS 'The dossier''s unit.';

--
-- Name: COLUMN attachment.nomination_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.attachment.nomination_id IS 'For one nomination; NULL for the whole dossier.';

--
-- Name: COLUMN attachment.file_name; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.attachment.file_name IS 'Name as sent.';

--
-- Name: COLUMN attachment.content_type; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.attachment.content_type IS 'Judged from the content.';

--
-- Name: COLUMN attachment.size; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.attachment.size IS 'Bytes.';

--
-- Name: COLUMN attachment.sha256; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.attachment.sha256 IS 'Of the whole file, hex.';

--
-- Name: COLUMN attachment.uploaded_by; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.attachment.uploaded_by IS 'Who.';

--
-- Name: COLUMN attachment.uploaded_at; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.attachment.uploaded_at IS 'When.';

--
-- Name: COLUMN attachment.removed_at; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.attachment.removed_at IS 'Taken out of the draft; kept for history.';

--
-- Name: attachment_chunk; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.attachment_chunk (
    attachment_id bigint NOT NULL,
    seq integer NOT NULL,
    content bytea NOT NULL
);

ALTER TABLE ONLY office.attachment_chunk FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE attachment_chunk; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON TABLE office.attachment_chunk IS 'Bytes of a file in pieces of at most 256 kB, so that no process holds it whole.';

--
-- Name: COLUMN attachment_chunk.attachment_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.attachment_chunk.attachment_id IS 'Of this file.';

--
-- Name: COLUMN attachment_chunk.seq; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.attachment_chunk.seq IS 'Piece, from 0.';

--
-- Name: COLUMN attachment_chunk.content; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.attachment_chunk.content IS 'Bytes.';

--
-- Name: attachment_id_seq; Type: SEQUENCE; Schema: office; Owner: -
--

ALTER TABLE office.attachment ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME office.attachment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: audit_log; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.audit_log (
    id bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    account_id bigint,
    action text NOT NULL,
    object text NOT NULL,
    object_id bigint NOT NULL,
    unit_id bigint,
    detail jsonb DEFAULT '{}'::jsonb NOT NULL,
    request_id text DEFAULT ''::text NOT NULL,
    address text DEFAULT ''::text NOT NULL,
    CONSTRAINT audit_log_action_check CHECK ((action ~ '^[a-z_]+\.[a-z_]+$'::text))
);

ALTER TABLE ONLY office.audit_log FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE audit_log; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON TABLE office.audit_log IS 'Every state change, append-only.';

--
-- Name: COLUMN audit_log.id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.audit_log.id IS 'Order of writing.';

--
-- Name: COLUMN audit_log.at; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.audit_log.at IS 'When.';

--
-- Name: COLUMN audit_log.account_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.audit_log.account_id IS 'Who; NULL for the command line and for failed sign-ins.';

--
-- Name: COLUMN audit_log.action; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.audit_log.action IS 'What: "dossier.submit".';

--
-- Name: COLUMN audit_log.object; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.audit_log.object IS 'Kind of the thing changed: "dossier".';

--
-- Name: COLUMN audit_log.object_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.audit_log.object_id IS 'Its identifier.';

--
-- Name: COLUMN audit_log.unit_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.audit_log.unit_id IS 'The unit it concerns.';

--
-- Name: COLUMN audit_log.detail; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.audit_log.detail IS 'Old and new values, counts, reasons; never a password or a ballot.';

--
-- Name: COLUMN audit_log.request_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.audit_log.request_id IS 'Joins the log.';

--
-- Name: COLUMN audit_log.address; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.audit_log.address IS 'Client address.';

--
-- Name: audit_log_id_seq; Type: SEQUENCE; Schema: office; Owner: -
--

ALTER TABLE office.audit_log ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME office.audit_log_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: award_alias; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.award_alias (
    folded text NOT NULL,
    recipient office.award_recipient NOT NULL,
    award_type_id bigint NOT NULL
);

ALTER TABLE ONLY office.award_alias FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE award_alias; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON TABLE office.award_alias IS 'Loose names people write for an award, folded.';

--
-- Name: COLUMN award_alias.folded; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.award_alias.folded IS 'vn_fold of the loose name.';

--
-- Name: COLUMN award_alias.recipient; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.award_alias.recipient IS 'For this kind of recipient.';

--
-- Name: COLUMN award_alias.award_type_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.award_alias.award_type_id IS 'Meant award.';

--
-- Name: award_type; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.award_type (
    id bigint NOT NULL,
    code text NOT NULL,
    name_vi text NOT NULL,
    name_en text NOT NULL,
    category office.award_category NOT NULL,
    recipient office.award_recipient NOT NULL,
    authority_level office.authority_level NOT NULL,
    prerequisite text DEFAULT ''::text NOT NULL,
    bonus_coefficient numeric(6,3) DEFAULT 0 NOT NULL,
    legal_basis text NOT NULL,
    confidence text NOT NULL,
    confirmed boolean DEFAULT false NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    CONSTRAINT award_type_bonus_check CHECK ((bonus_coefficient >= (0)::numeric)),
    CONSTRAINT award_type_period_check CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)))
);

ALTER TABLE ONLY office.award_type FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE award_type; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON TABLE office.award_type IS 'What can be given, with its legal basis and validity.';

--
-- Name: COLUMN award_type.id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.award_type.id IS 'Internal identifier.';

--
-- Name: COLUMN award_type.code; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.award_type.code IS 'Short code, stable: CSTD_CS.';

--
-- Name: COLUMN award_type.name_vi; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.award_type.name_vi IS 'Name as used in decisions.';

--
-- Name: COLUMN award_type.name_en; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.award_type.name_en IS 'English name.';

--
-- Name: COLUMN award_type.category; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.award_type.category IS 'Emulation title or form of commendation.';

--
-- Name: COLUMN award_type.recipient; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.award_type.recipient IS 'Who can receive it.';

--
-- Name: COLUMN award_type.authority_level; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.award_type.authority_level IS 'Who decides.';

--
-- Name: COLUMN award_type.prerequisite; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.award_type.prerequisite IS 'Standard in short words.';

--
-- Name: COLUMN award_type.bonus_coefficient; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.award_type.bonus_coefficient IS 'Multiple of the base salary.';

--
-- Name: COLUMN award_type.legal_basis; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.award_type.legal_basis IS 'Articles it rests on.';

--
-- Name: COLUMN award_type.confidence; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.award_type.confidence IS 'How far the text was verified.';

--
-- Name: COLUMN award_type.confirmed; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.award_type.confirmed IS 'Confirmed by the office; unconfirmed rules warn.';

--
-- Name: COLUMN award_type.valid_from; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.award_type.valid_from IS 'First day it may be proposed.';

--
-- Name: COLUMN award_type.valid_to; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.award_type.valid_to IS 'Last day; NULL: open.';

--
-- Name: award_type_id_seq; Type: SEQUENCE; Schema: office; Owner: -
--

ALTER TABLE office.award_type ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME office.award_type_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: base_salary; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.base_salary (
    valid_from date NOT NULL,
    amount_dong bigint NOT NULL,
    legal_basis text NOT NULL,
    confidence text NOT NULL,
    CONSTRAINT base_salary_amount_check CHECK ((amount_dong > 0))
);

ALTER TABLE ONLY office.base_salary FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE base_salary; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON TABLE office.base_salary IS 'Base salary through time (mức lương cơ sở).';

--
-- Name: COLUMN base_salary.valid_from; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.base_salary.valid_from IS 'First day.';

--
-- Name: COLUMN base_salary.amount_dong; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.base_salary.amount_dong IS 'Đồng a month.';

--
-- Name: COLUMN base_salary.legal_basis; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.base_salary.legal_basis IS 'Decree.';

--
-- Name: COLUMN base_salary.confidence; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.base_salary.confidence IS 'How far verified.';

--
-- Name: bonus_rounding; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.bonus_rounding (
    valid_from date NOT NULL,
    unit_dong bigint NOT NULL,
    mode office.rounding_mode NOT NULL,
    legal_basis text NOT NULL,
    confirmed boolean DEFAULT false NOT NULL,
    CONSTRAINT bonus_rounding_unit_check CHECK ((unit_dong > 0))
);

ALTER TABLE ONLY office.bonus_rounding FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE bonus_rounding; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON TABLE office.bonus_rounding IS 'How a bonus is rounded, dated.';

--
-- Name: COLUMN bonus_rounding.valid_from; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.bonus_rounding.valid_from IS 'First day.';

--
-- Name: COLUMN bonus_rounding.unit_dong; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.bonus_rounding.unit_dong IS 'Rounded to a multiple of this.';

--
-- Name: COLUMN bonus_rounding.mode; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.bonus_rounding.mode IS 'Up, nearest or none.';

--
-- Name: COLUMN bonus_rounding.legal_basis; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.bonus_rounding.legal_basis IS 'Where it comes from.';

--
-- Name: COLUMN bonus_rounding.confirmed; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.bonus_rounding.confirmed IS 'Confirmed by the office.';

--
-- Name: council; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.council (
    id bigint NOT NULL,
    unit_id bigint NOT NULL,
    level office.council_level NOT NULL,
    name text NOT NULL,
    established_by text NOT NULL,
    is_sample boolean DEFAULT false NOT NULL,
    CONSTRAINT council_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 300)))
);

ALTER TABLE ONLY office.council FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE council; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON TABLE office.council IS 'A council for emulation and commendation.';

--
-- Name: COLUMN council.id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.council.id IS 'Internal identifier.';

--
-- Name: COLUMN council.unit_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.council.unit_id IS 'Of this unit.';

--
-- Name: COLUMN council.level; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.council.level IS 'Its level.';

--
-- Name: COLUMN council.name; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.council.name IS 'Name.';

--
-- Name: COLUMN council.established_by; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.council.established_by IS 'Decision that set it up; the number of members follows from it.';

--
-- Name: COLUMN council.is_sample; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.council.is_sample IS 'Belongs to the living example.';

--
-- Name: council_id_seq; Type: SEQUENCE; Schema: office; Owner: -
--

ALTER TABLE office.council ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME office.council_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: council_member; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.council_member (
    id bigint NOT NULL,
    council_id bigint NOT NULL,
    account_id bigint NOT NULL,
    member_role office.member_role DEFAULT 'member'::office.member_role NOT NULL,
    "position" text DEFAULT ''::text NOT NULL,
    valid_from date NOT NULL,
    valid_to date
);

ALTER TABLE ONLY office.council_member FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE council_member; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON TABLE office.council_member IS 'Members by the decision that set up the council.';

--
-- Name: COLUMN council_member.id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.council_member.id IS 'Internal identifier.';

--
-- Name: COLUMN council_member.council_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.council_member.council_id IS 'In this council.';

--
-- Name: COLUMN council_member.account_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.council_member.account_id IS 'Who.';

--
-- Name: COLUMN council_member.member_role; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.council_member.member_role IS 'Chair, deputy, secretary or member; all vote.';

--
-- Name: COLUMN council_member."position"; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.council_member."position" IS 'Office held.';

--
-- Name: COLUMN council_member.valid_from; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.council_member.valid_from IS 'First day.';

--
-- Name: COLUMN council_member.valid_to; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.council_member.valid_to IS 'Last day; NULL: serves.';

--
-- Name: council_member_id_seq; Type: SEQUENCE; Schema: office; Owner: -
--

ALTER TABLE office.council_member ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME office.council_member_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: council_session; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.council_session (
    id bigint NOT NULL,
    council_id bigint NOT NULL,
    title text NOT NULL,
    held_on date NOT NULL,
    place text DEFAULT ''::text NOT NULL,
    state office.session_state DEFAULT 'preparing'::office.session_state NOT NULL,
    members_total integer,
    opened_at timestamp with time zone,
    closed_at timestamp with time zone,
    is_sample boolean DEFAULT false NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT council_session_open_check CHECK (((state = 'preparing'::office.session_state) OR (members_total IS NOT NULL))),
    CONSTRAINT council_session_title_check CHECK (((char_length(title) >= 1) AND (char_length(title) <= 300))),
    CONSTRAINT council_session_total_check CHECK (((members_total IS NULL) OR ((members_total >= 1) AND (members_total <= 99))))
);

ALTER TABLE ONLY office.council_session FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE council_session; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON TABLE office.council_session IS 'A meeting of a council.';

--
-- Name: COLUMN council_session.id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.council_session.id IS 'Internal identifier.';

--
-- Name: COLUMN council_session.council_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.council_session.council_id IS 'Of this council.';

--
-- Name: COLUMN council_session.title; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.council_session.title IS 'What for.';

--
-- Name: COLUMN council_session.held_on; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.council_session.held_on IS 'Day of the meeting; pins the vote rules.';

--
-- Name: COLUMN council_session.place; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.council_session.place IS 'Where.';

--
-- Name: COLUMN council_session.state; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.council_session.state IS 'Preparing, open, closed.';

--
-- Name: COLUMN council_session.members_total; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.council_session.members_total IS 'All members by the establishing decision, fixed when opened: the denominator.';

--
-- Name: COLUMN council_session.opened_at; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.council_session.opened_at IS 'When opened.';

--
-- Name: COLUMN council_session.closed_at; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.council_session.closed_at IS 'When closed.';

--
-- Name: COLUMN council_session.is_sample; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.council_session.is_sample IS 'Belongs to the living example.';

--
-- Name: COLUMN council_session.version; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.council_session.version IS 'Counts saves.';

--
-- Name: council_session_id_seq; Type: SEQUENCE; Schema: office; Owner: -
--

ALTER TABLE office.council_session ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME office.council_session_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: credential; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.credential (
    account_id bigint NOT NULL,
    password_hash text NOT NULL,
    must_change boolean DEFAULT false NOT NULL,
    changed_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT credential_hash_check CHECK ((password_hash ~~ '$argon2id$%'::text))
);

ALTER TABLE ONLY office.credential FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE credential; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON TABLE office.credential IS 'Password hashes, apart from the account so that no page can read one by mistake.';

--
-- Name: COLUMN credential.account_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.credential.account_id IS 'Whose.';

--
-- Name: COLUMN credential.password_hash; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.credential.password_hash IS 'Argon2id string as libsodium writes it.';

--
-- Name: COLUMN credential.must_change; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.credential.must_change IS 'A first password that has to be replaced at sign-in.';

--
-- Name: COLUMN credential.changed_at; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.credential.changed_at IS 'When it was last set.';

--
-- Name: decision; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.decision (
    id bigint NOT NULL,
    unit_id bigint NOT NULL,
    number text NOT NULL,
    decided_on date NOT NULL,
    signatory_name text NOT NULL,
    signatory_position text NOT NULL,
    recorded_by bigint NOT NULL,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL,
    base_salary_dong bigint NOT NULL,
    total_bonus_dong bigint DEFAULT 0 NOT NULL,
    is_sample boolean DEFAULT false NOT NULL,
    CONSTRAINT decision_number_check CHECK (((char_length(number) >= 1) AND (char_length(number) <= 60))),
    CONSTRAINT decision_signatory_check CHECK ((((char_length(signatory_name) >= 1) AND (char_length(signatory_name) <= 200)) AND ((char_length(signatory_position) >= 1) AND (char_length(signatory_position) <= 200))))
);

ALTER TABLE ONLY office.decision FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE decision; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON TABLE office.decision IS 'A commendation decision.';

--
-- Name: COLUMN decision.id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.decision.id IS 'Internal identifier.';

--
-- Name: COLUMN decision.unit_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.decision.unit_id IS 'Issued by this unit.';

--
-- Name: COLUMN decision.number; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.decision.number IS 'Number and sign: 3679/QĐ-UBND.';

--
-- Name: COLUMN decision.decided_on; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.decision.decided_on IS 'Date; decides the base salary.';

--
-- Name: COLUMN decision.signatory_name; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.decision.signatory_name IS 'Who signed.';

--
-- Name: COLUMN decision.signatory_position; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.decision.signatory_position IS 'In which office.';

--
-- Name: COLUMN decision.recorded_by; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.decision.recorded_by IS 'Account that recorded it.';

--
-- Name: COLUMN decision.recorded_at; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.decision.recorded_at IS 'When.';

--
-- Name: COLUMN decision.base_salary_dong; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.decision.base_salary_dong IS 'Base salary of that day.';

--
-- Name: COLUMN decision.total_bonus_dong; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.decision.total_bonus_dong IS 'Sum of all bonuses.';

--
-- Name: COLUMN decision.is_sample; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.decision.is_sample IS 'Belongs to the living example.';

--
-- Name: decision_id_seq; Type: SEQUENCE; Schema: office; Owner: -
--

ALTER TABLE office.decision ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME office.decision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: dossier; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.dossier (
    id bigint NOT NULL,
    season_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    letter_no text DEFAULT ''::text NOT NULL,
    letter_date date,
    title text NOT NULL,
    state office.dossier_state DEFAULT 'draft'::office.dossier_state NOT NULL,
    created_by bigint NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    submitted_at timestamp with time zone,
    received_on date,
    is_sample boolean DEFAULT false NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT dossier_letter_no_check CHECK ((char_length(letter_no) <= 60)),
    CONSTRAINT dossier_title_check CHECK (((char_length(title) >= 1) AND (char_length(title) <= 300)))
);

ALTER TABLE ONLY office.dossier FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE dossier; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON TABLE office.dossier IS 'What a unit files: one letter, nominations, evidence.';

--
-- Name: COLUMN dossier.id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.dossier.id IS 'Internal identifier.';

--
-- Name: COLUMN dossier.season_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.dossier.season_id IS 'For this round.';

--
-- Name: COLUMN dossier.unit_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.dossier.unit_id IS 'Filed by this unit.';

--
-- Name: COLUMN dossier.letter_no; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.dossier.letter_no IS 'Number of the tờ trình; may be empty while a draft.';

--
-- Name: COLUMN dossier.letter_date; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.dossier.letter_date IS 'Date of the tờ trình.';

--
-- Name: COLUMN dossier.title; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.dossier.title IS 'What it is about.';

--
-- Name: COLUMN dossier.state; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.dossier.state IS 'Where it stands.';

--
-- Name: COLUMN dossier.created_by; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.dossier.created_by IS 'Drafter.';

--
-- Name: COLUMN dossier.created_at; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.dossier.created_at IS 'When begun.';

--
-- Name: COLUMN dossier.submitted_at; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.dossier.submitted_at IS 'Last filing.';

--
-- Name: COLUMN dossier.received_on; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.dossier.received_on IS 'Received for appraisal; pins the rule set.';

--
-- Name: COLUMN dossier.is_sample; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.dossier.is_sample IS 'Belongs to the living example.';

--
-- Name: COLUMN dossier.version; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.dossier.version IS 'Counts saves.';

--
-- Name: dossier_id_seq; Type: SEQUENCE; Schema: office; Owner: -
--

ALTER TABLE office.dossier ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME office.dossier_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: filing; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.filing (
    id bigint NOT NULL,
    dossier_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    receipt_no text NOT NULL,
    filed_by bigint NOT NULL,
    filed_at timestamp with time zone DEFAULT now() NOT NULL,
    nominations integer NOT NULL,
    content text NOT NULL,
    sha256 text NOT NULL
);

ALTER TABLE ONLY office.filing FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE filing; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON TABLE office.filing IS 'A frozen copy of what was filed, with its receipt.';

--
-- Name: COLUMN filing.id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.filing.id IS 'Internal identifier.';

--
-- Name: COLUMN filing.dossier_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.filing.dossier_id IS 'Of this dossier.';

--
-- Name: COLUMN filing.unit_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.filing.unit_id IS 'The dossier''s unit.';

--
-- Name: COLUMN filing.receipt_no; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.filing.receipt_no IS 'Number on the receipt.';

--
-- Name: COLUMN filing.filed_by; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.filing.filed_by IS 'Who filed.';

--
-- Name: COLUMN filing.filed_at; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.filing.filed_at IS 'When.';

--
-- Name: COLUMN filing.nominations; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.filing.nominations IS 'How many.';

--
-- Name: COLUMN filing.content; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.filing.content IS 'Canonical JSON of everything filed, file hashes included.';

--
-- Name: COLUMN filing.sha256; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.filing.sha256 IS 'Of content, hex.';

--
-- Name: filing_id_seq; Type: SEQUENCE; Schema: office; Owner: -
--

ALTER TABLE office.filing ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME office.filing_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: form_once; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.form_once (
    account_id bigint NOT NULL,
    nonce text NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT form_once_nonce_check CHECK (((char_length(nonce) >= 16) AND (char_length(nonce) <= 64)))
);

ALTER TABLE ONLY office.form_once FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE form_once; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON TABLE office.form_once IS 'Forms already received, so that a replay changes nothing; purged after seven days.';

--
-- Name: COLUMN form_once.account_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.form_once.account_id IS 'Who sent it.';

--
-- Name: COLUMN form_once.nonce; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.form_once.nonce IS 'Hidden value of the form.';

--
-- Name: COLUMN form_once.at; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.form_once.at IS 'When.';

--
-- Name: honour; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.honour (
    id bigint NOT NULL,
    decision_id bigint,
    nomination_id bigint,
    unit_id bigint NOT NULL,
    kind office.nominee_kind NOT NULL,
    name text NOT NULL,
    name_folded text NOT NULL,
    gender office.gender,
    born_on date,
    "position" text DEFAULT ''::text NOT NULL,
    workplace text DEFAULT ''::text NOT NULL,
    award_type_id bigint NOT NULL,
    field office.achievement_field DEFAULT 'other'::office.achievement_field NOT NULL,
    achievement text DEFAULT ''::text NOT NULL,
    period_year integer NOT NULL,
    decision_no text NOT NULL,
    decision_date date NOT NULL,
    ordinal integer NOT NULL,
    coefficient numeric(6,3) DEFAULT 0 NOT NULL,
    bonus_dong bigint DEFAULT 0 NOT NULL,
    state office.honour_state DEFAULT 'held'::office.honour_state NOT NULL,
    revoked_on date,
    revoked_reason text DEFAULT ''::text NOT NULL,
    CONSTRAINT honour_bonus_check CHECK ((bonus_dong >= 0))
);

ALTER TABLE ONLY office.honour FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE honour; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON TABLE office.honour IS 'The register: every award held, also from before this system.';

--
-- Name: COLUMN honour.id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.honour.id IS 'Internal identifier.';

--
-- Name: COLUMN honour.decision_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.honour.decision_id IS 'Decision in this system; NULL for imported history.';

--
-- Name: COLUMN honour.nomination_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.honour.nomination_id IS 'Nomination it came from.';

--
-- Name: COLUMN honour.unit_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.honour.unit_id IS 'Unit of the honouree at the time.';

--
-- Name: COLUMN honour.kind; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.honour.kind IS 'Person, collective, household.';

--
-- Name: COLUMN honour.name; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.honour.name IS 'As in the decision.';

--
-- Name: COLUMN honour.name_folded; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.honour.name_folded IS 'vn_fold of it.';

--
-- Name: COLUMN honour.gender; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.honour.gender IS 'Only where recorded.';

--
-- Name: COLUMN honour.born_on; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.honour.born_on IS 'Where known; never published.';

--
-- Name: COLUMN honour."position"; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.honour."position" IS 'At the time.';

--
-- Name: COLUMN honour.workplace; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.honour.workplace IS 'At the time.';

--
-- Name: COLUMN honour.award_type_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.honour.award_type_id IS 'What was given.';

--
-- Name: COLUMN honour.field; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.honour.field IS 'Field of the achievement.';

--
-- Name: COLUMN honour.achievement; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.honour.achievement IS 'As in the decision.';

--
-- Name: COLUMN honour.period_year; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.honour.period_year IS 'Year honoured.';

--
-- Name: COLUMN honour.decision_no; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.honour.decision_no IS 'Number of the decision.';

--
-- Name: COLUMN honour.decision_date; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.honour.decision_date IS 'Its date.';

--
-- Name: COLUMN honour.ordinal; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.honour.ordinal IS 'Number in the golden book: place in the decision.';

--
-- Name: COLUMN honour.coefficient; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.honour.coefficient IS 'Multiple applied.';

--
-- Name: COLUMN honour.bonus_dong; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.honour.bonus_dong IS 'Bonus in đồng after rounding.';

--
-- Name: COLUMN honour.state; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.honour.state IS 'Held or revoked.';

--
-- Name: COLUMN honour.revoked_on; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.honour.revoked_on IS 'When revoked.';

--
-- Name: COLUMN honour.revoked_reason; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.honour.revoked_reason IS 'Why.';

--
-- Name: honour_id_seq; Type: SEQUENCE; Schema: office; Owner: -
--

ALTER TABLE office.honour ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME office.honour_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: honour_list; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.honour_list (
    id bigint NOT NULL,
    decision_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    slug text NOT NULL,
    title text NOT NULL,
    introduction text DEFAULT ''::text NOT NULL,
    state office.list_state DEFAULT 'draft'::office.list_state NOT NULL,
    prepared_by bigint NOT NULL,
    confirmed_by bigint,
    confirmed_at timestamp with time zone,
    content_sha256 text,
    release_at timestamp with time zone,
    published_version integer DEFAULT 0 NOT NULL,
    job_id bigint,
    correction text DEFAULT ''::text NOT NULL,
    revoked_on date,
    is_sample boolean DEFAULT false NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT honour_list_confirmed_check CHECK (((state <> ALL (ARRAY['confirmed'::office.list_state, 'publishing'::office.list_state, 'published'::office.list_state, 'revoked'::office.list_state])) OR ((confirmed_by IS NOT NULL) AND (confirmed_at IS NOT NULL) AND (content_sha256 IS NOT NULL)))),
    CONSTRAINT honour_list_correction_check CHECK ((char_length(correction) <= 1000)),
    CONSTRAINT honour_list_introduction_check CHECK ((char_length(introduction) <= 2000)),
    CONSTRAINT honour_list_released_check CHECK (((state <> ALL (ARRAY['publishing'::office.list_state, 'published'::office.list_state, 'revoked'::office.list_state])) OR (release_at IS NOT NULL))),
    CONSTRAINT honour_list_slug_check CHECK (((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text) AND (char_length(slug) <= 120))),
    CONSTRAINT honour_list_title_check CHECK (((char_length(title) >= 1) AND (char_length(title) <= 300))),
    CONSTRAINT honour_list_two_people_check CHECK (((confirmed_by IS NULL) OR (confirmed_by <> prepared_by)))
);

ALTER TABLE ONLY office.honour_list FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE honour_list; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON TABLE office.honour_list IS 'An honour list being prepared from a decision, then published.';

--
-- Name: COLUMN honour_list.id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.honour_list.id IS 'Internal identifier.';

--
-- Name: COLUMN honour_list.decision_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.honour_list.decision_id IS 'From this decision.';

--
-- Name: COLUMN honour_list.unit_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.honour_list.unit_id IS 'Published by this unit.';

--
-- Name: COLUMN honour_list.slug; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.honour_list.slug IS 'Address: lower case, digits, dashes.';

--
-- Name: COLUMN honour_list.title; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.honour_list.title IS 'Title the public sees.';

--
-- Name: COLUMN honour_list.introduction; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.honour_list.introduction IS 'Opening paragraph.';

--
-- Name: COLUMN honour_list.state; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.honour_list.state IS 'Where it stands.';

--
-- Name: COLUMN honour_list.prepared_by; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.honour_list.prepared_by IS 'Publisher who prepared it.';

--
-- Name: COLUMN honour_list.confirmed_by; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.honour_list.confirmed_by IS 'Second person.';

--
-- Name: COLUMN honour_list.confirmed_at; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.honour_list.confirmed_at IS 'When.';

--
-- Name: COLUMN honour_list.content_sha256; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.honour_list.content_sha256 IS 'Of exactly what was confirmed.';

--
-- Name: COLUMN honour_list.release_at; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.honour_list.release_at IS 'Visible from; NULL until chosen.';

--
-- Name: COLUMN honour_list.published_version; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.honour_list.published_version IS 'Version on the site; 0: none.';

--
-- Name: COLUMN honour_list.job_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.honour_list.job_id IS 'Rendering job, for progress.';

--
-- Name: COLUMN honour_list.correction; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.honour_list.correction IS 'What the coming version corrects, for the public; '''' in the first.';

--
-- Name: COLUMN honour_list.revoked_on; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.honour_list.revoked_on IS 'The whole list is revoked from this day; NULL: it stands.';

--
-- Name: COLUMN honour_list.is_sample; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.honour_list.is_sample IS 'Belongs to the living example.';

--
-- Name: COLUMN honour_list.version; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.honour_list.version IS 'Counts saves.';

--
-- Name: honour_list_entry; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.honour_list_entry (
    honour_list_id bigint NOT NULL,
    honour_id bigint NOT NULL,
    shown boolean DEFAULT true NOT NULL,
    left_out_reason text DEFAULT ''::text NOT NULL,
    achievement text DEFAULT ''::text NOT NULL,
    anchor text NOT NULL,
    name text DEFAULT ''::text NOT NULL,
    "position" text DEFAULT ''::text NOT NULL,
    revoked_on date,
    note text DEFAULT ''::text NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT honour_list_entry_anchor_check CHECK (((anchor ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text) AND (char_length(anchor) <= 160))),
    CONSTRAINT honour_list_entry_left_out_check CHECK ((shown OR (left_out_reason <> ''::text))),
    CONSTRAINT honour_list_entry_revoked_check CHECK (((revoked_on IS NULL) OR (note <> ''::text))),
    CONSTRAINT honour_list_entry_text_check CHECK (((char_length(achievement) <= 4000) AND (char_length(name) <= 200) AND (char_length("position") <= 200) AND (char_length(note) <= 500) AND (char_length(left_out_reason) <= 500)))
);

ALTER TABLE ONLY office.honour_list_entry FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE honour_list_entry; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON TABLE office.honour_list_entry IS 'An honour on a list; may be left out or worded for the public before confirmation.';

--
-- Name: COLUMN honour_list_entry.honour_list_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.honour_list_entry.honour_list_id IS 'On this list.';

--
-- Name: COLUMN honour_list_entry.honour_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.honour_list_entry.honour_id IS 'This honour.';

--
-- Name: COLUMN honour_list_entry.shown; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.honour_list_entry.shown IS 'False: left out, with a reason.';

--
-- Name: COLUMN honour_list_entry.left_out_reason; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.honour_list_entry.left_out_reason IS 'Why left out.';

--
-- Name: COLUMN honour_list_entry.achievement; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.honour_list_entry.achievement IS 'Wording for the public; '''' means as in the register.';

--
-- Name: COLUMN honour_list_entry.anchor; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.honour_list_entry.anchor IS 'Stable address inside the list: ordinal and name when the list was begun.';

--
-- Name: COLUMN honour_list_entry.name; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.honour_list_entry.name IS 'Corrected name; '''' means as in the register.';

--
-- Name: COLUMN honour_list_entry."position"; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.honour_list_entry."position" IS 'Corrected position; '''' means as in the register.';

--
-- Name: COLUMN honour_list_entry.revoked_on; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.honour_list_entry.revoked_on IS 'Revoked on this list; stays visible as revoked.';

--
-- Name: COLUMN honour_list_entry.note; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.honour_list_entry.note IS 'Reason of a correction or revocation, for the public.';

--
-- Name: COLUMN honour_list_entry.version; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.honour_list_entry.version IS 'Counts saves.';

--
-- Name: honour_list_id_seq; Type: SEQUENCE; Schema: office; Owner: -
--

ALTER TABLE office.honour_list ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME office.honour_list_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: import; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.import (
    id bigint NOT NULL,
    dossier_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    file_name text NOT NULL,
    state office.import_state DEFAULT 'preview'::office.import_state NOT NULL,
    created_by bigint NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    confirmed_at timestamp with time zone
);

ALTER TABLE ONLY office.import FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE import; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON TABLE office.import IS 'A sheet being imported into a dossier: preview first, then all or nothing.';

--
-- Name: COLUMN import.id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.import.id IS 'Internal identifier.';

--
-- Name: COLUMN import.dossier_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.import.dossier_id IS 'Into this dossier.';

--
-- Name: COLUMN import.unit_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.import.unit_id IS 'The dossier''s unit.';

--
-- Name: COLUMN import.file_name; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.import.file_name IS 'As sent.';

--
-- Name: COLUMN import.state; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.import.state IS 'Preview, confirmed, undone, dropped.';

--
-- Name: COLUMN import.created_by; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.import.created_by IS 'Who.';

--
-- Name: COLUMN import.created_at; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.import.created_at IS 'When.';

--
-- Name: COLUMN import.confirmed_at; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.import.confirmed_at IS 'When confirmed.';

--
-- Name: import_id_seq; Type: SEQUENCE; Schema: office; Owner: -
--

ALTER TABLE office.import ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME office.import_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: import_row; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.import_row (
    import_id bigint NOT NULL,
    row_no integer NOT NULL,
    raw jsonb NOT NULL,
    kind office.nominee_kind,
    name text DEFAULT ''::text NOT NULL,
    name_folded text DEFAULT ''::text NOT NULL,
    gender office.gender,
    born_on date,
    born_year integer,
    "position" text DEFAULT ''::text NOT NULL,
    workplace text DEFAULT ''::text NOT NULL,
    award_type_id bigint,
    field office.achievement_field DEFAULT 'other'::office.achievement_field NOT NULL,
    achievement text DEFAULT ''::text NOT NULL,
    problems text DEFAULT ''::text NOT NULL,
    warnings text DEFAULT ''::text NOT NULL,
    duplicate boolean DEFAULT false NOT NULL
);

ALTER TABLE ONLY office.import_row FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE import_row; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON TABLE office.import_row IS 'One line of the sheet with what was understood and what is wrong.';

--
-- Name: COLUMN import_row.import_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.import_row.import_id IS 'Of this import.';

--
-- Name: COLUMN import_row.row_no; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.import_row.row_no IS 'Line in the file, from 1.';

--
-- Name: COLUMN import_row.raw; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.import_row.raw IS 'Cells as sent.';

--
-- Name: COLUMN import_row.kind; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.import_row.kind IS 'Understood kind.';

--
-- Name: COLUMN import_row.name; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.import_row.name IS 'Understood name.';

--
-- Name: COLUMN import_row.name_folded; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.import_row.name_folded IS 'Folded.';

--
-- Name: COLUMN import_row.gender; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.import_row.gender IS 'Understood gender.';

--
-- Name: COLUMN import_row.born_on; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.import_row.born_on IS 'Understood date.';

--
-- Name: COLUMN import_row.born_year; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.import_row.born_year IS 'Understood year.';

--
-- Name: COLUMN import_row."position"; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.import_row."position" IS 'Understood position.';

--
-- Name: COLUMN import_row.workplace; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.import_row.workplace IS 'Understood workplace.';

--
-- Name: COLUMN import_row.award_type_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.import_row.award_type_id IS 'Understood award; NULL when unknown.';

--
-- Name: COLUMN import_row.field; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.import_row.field IS 'Understood field of the achievement.';

--
-- Name: COLUMN import_row.achievement; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.import_row.achievement IS 'Understood achievement.';

--
-- Name: COLUMN import_row.problems; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.import_row.problems IS 'Problems, one a line: message id, then its arguments after tabs; empty: can be imported.';

--
-- Name: COLUMN import_row.warnings; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.import_row.warnings IS 'As problems, but the row can be imported.';

--
-- Name: COLUMN import_row.duplicate; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.import_row.duplicate IS 'Already there word for word; left out when confirmed.';

--
-- Name: job; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.job (
    id bigint NOT NULL,
    kind text NOT NULL,
    payload jsonb DEFAULT '{}'::jsonb NOT NULL,
    account_id bigint,
    state office.job_state DEFAULT 'waiting'::office.job_state NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    run_after timestamp with time zone DEFAULT now() NOT NULL,
    last_error text,
    progress integer DEFAULT 0 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    finished_at timestamp with time zone,
    CONSTRAINT job_progress_check CHECK (((progress >= 0) AND (progress <= 100)))
);

ALTER TABLE ONLY office.job FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE job; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON TABLE office.job IS 'Work that can wait; written in the transaction that causes it.';

--
-- Name: COLUMN job.id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.job.id IS 'Internal identifier.';

--
-- Name: COLUMN job.kind; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.job.kind IS 'Which handler: "publication.render".';

--
-- Name: COLUMN job.payload; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.job.payload IS 'What the handler needs.';

--
-- Name: COLUMN job.account_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.job.account_id IS 'On whose behalf; NULL for the system.';

--
-- Name: COLUMN job.state; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.job.state IS 'Waiting, done or dead.';

--
-- Name: COLUMN job.attempts; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.job.attempts IS 'Failures so far.';

--
-- Name: COLUMN job.run_after; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.job.run_after IS 'Not before.';

--
-- Name: COLUMN job.last_error; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.job.last_error IS 'Why it failed last.';

--
-- Name: COLUMN job.progress; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.job.progress IS 'Percent, for the page that waits.';

--
-- Name: COLUMN job.created_at; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.job.created_at IS 'When queued.';

--
-- Name: COLUMN job.finished_at; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.job.finished_at IS 'When done or given up.';

--
-- Name: job_id_seq; Type: SEQUENCE; Schema: office; Owner: -
--

ALTER TABLE office.job ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME office.job_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: login_attempt; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.login_attempt (
    id bigint NOT NULL,
    username text NOT NULL,
    address text NOT NULL,
    succeeded boolean NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE ONLY office.login_attempt FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE login_attempt; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON TABLE office.login_attempt IS 'Failed and successful sign-ins, for throttling; purged after a day.';

--
-- Name: COLUMN login_attempt.id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.login_attempt.id IS 'Internal identifier.';

--
-- Name: COLUMN login_attempt.username; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.login_attempt.username IS 'As typed, lower case, cut to 100 characters.';

--
-- Name: COLUMN login_attempt.address; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.login_attempt.address IS 'Client address.';

--
-- Name: COLUMN login_attempt.succeeded; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.login_attempt.succeeded IS 'True for a sign-in.';

--
-- Name: COLUMN login_attempt.at; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.login_attempt.at IS 'When.';

--
-- Name: login_attempt_id_seq; Type: SEQUENCE; Schema: office; Owner: -
--

ALTER TABLE office.login_attempt ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME office.login_attempt_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: movement; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.movement (
    id bigint NOT NULL,
    unit_id bigint NOT NULL,
    name text NOT NULL,
    basis text DEFAULT ''::text NOT NULL,
    purpose text DEFAULT ''::text NOT NULL,
    scope text DEFAULT ''::text NOT NULL,
    criteria text DEFAULT ''::text NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    is_sample boolean DEFAULT false NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT movement_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 300))),
    CONSTRAINT movement_period_check CHECK ((ends_on >= starts_on))
);

ALTER TABLE ONLY office.movement FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE movement; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON TABLE office.movement IS 'Emulation movements (phong trào thi đua).';

--
-- Name: COLUMN movement.id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.movement.id IS 'Internal identifier.';

--
-- Name: COLUMN movement.unit_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.movement.unit_id IS 'Launched by.';

--
-- Name: COLUMN movement.name; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.movement.name IS 'Name or theme.';

--
-- Name: COLUMN movement.basis; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.movement.basis IS 'Paper it rests on.';

--
-- Name: COLUMN movement.purpose; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.movement.purpose IS 'Purpose and requirements.';

--
-- Name: COLUMN movement.scope; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.movement.scope IS 'Who takes part.';

--
-- Name: COLUMN movement.criteria; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.movement.criteria IS 'Criteria.';

--
-- Name: COLUMN movement.starts_on; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.movement.starts_on IS 'First day.';

--
-- Name: COLUMN movement.ends_on; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.movement.ends_on IS 'Last day.';

--
-- Name: COLUMN movement.is_sample; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.movement.is_sample IS 'Belongs to the living example.';

--
-- Name: COLUMN movement.version; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.movement.version IS 'Counts saves.';

--
-- Name: movement_id_seq; Type: SEQUENCE; Schema: office; Owner: -
--

ALTER TABLE office.movement ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME office.movement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: nomination; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.nomination (
    id bigint NOT NULL,
    dossier_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    ordinal integer NOT NULL,
    kind office.nominee_kind NOT NULL,
    name text NOT NULL,
    name_folded text NOT NULL,
    gender office.gender,
    born_on date,
    born_year integer,
    "position" text DEFAULT ''::text NOT NULL,
    workplace text DEFAULT ''::text NOT NULL,
    award_type_id bigint NOT NULL,
    field office.achievement_field DEFAULT 'other'::office.achievement_field NOT NULL,
    achievement text DEFAULT ''::text NOT NULL,
    state office.nomination_state DEFAULT 'draft'::office.nomination_state NOT NULL,
    state_reason text DEFAULT ''::text NOT NULL,
    state_by bigint,
    state_at timestamp with time zone DEFAULT now() NOT NULL,
    import_id bigint,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT nomination_achievement_check CHECK ((char_length(achievement) <= 4000)),
    CONSTRAINT nomination_born_check CHECK (((born_on IS NULL) OR ((born_on > '1900-01-01'::date) AND (born_on < '2200-01-01'::date)))),
    CONSTRAINT nomination_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 200))),
    CONSTRAINT nomination_person_check CHECK (((kind = 'person'::office.nominee_kind) OR ((gender IS NULL) AND (born_on IS NULL) AND (born_year IS NULL)))),
    CONSTRAINT nomination_position_check CHECK ((char_length("position") <= 200)),
    CONSTRAINT nomination_workplace_check CHECK ((char_length(workplace) <= 300))
);

ALTER TABLE ONLY office.nomination FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE nomination; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON TABLE office.nomination IS 'One nominee proposed for one award.';

--
-- Name: COLUMN nomination.id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nomination.id IS 'Internal identifier.';

--
-- Name: COLUMN nomination.dossier_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nomination.dossier_id IS 'In this dossier.';

--
-- Name: COLUMN nomination.unit_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nomination.unit_id IS 'The dossier''s unit, for row-level security.';

--
-- Name: COLUMN nomination.ordinal; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nomination.ordinal IS 'Place in the list, from 1.';

--
-- Name: COLUMN nomination.kind; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nomination.kind IS 'Person, collective or household.';

--
-- Name: COLUMN nomination.name; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nomination.name IS 'Full name, or name of the collective or head of household.';

--
-- Name: COLUMN nomination.name_folded; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nomination.name_folded IS 'vn_fold of the name.';

--
-- Name: COLUMN nomination.gender; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nomination.gender IS 'Only where recorded.';

--
-- Name: COLUMN nomination.born_on; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nomination.born_on IS 'Date of birth when known to the day.';

--
-- Name: COLUMN nomination.born_year; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nomination.born_year IS 'Year of birth when only that is known.';

--
-- Name: COLUMN nomination."position"; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nomination."position" IS 'Position or occupation.';

--
-- Name: COLUMN nomination.workplace; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nomination.workplace IS 'Unit or address as written by the drafter.';

--
-- Name: COLUMN nomination.award_type_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nomination.award_type_id IS 'Proposed award.';

--
-- Name: COLUMN nomination.field; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nomination.field IS 'Field of the achievement.';

--
-- Name: COLUMN nomination.achievement; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nomination.achievement IS 'Summary of the achievement.';

--
-- Name: COLUMN nomination.state; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nomination.state IS 'Where it stands.';

--
-- Name: COLUMN nomination.state_reason; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nomination.state_reason IS 'Reason of the last change where one was given.';

--
-- Name: COLUMN nomination.state_by; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nomination.state_by IS 'Who changed the state last.';

--
-- Name: COLUMN nomination.state_at; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nomination.state_at IS 'When.';

--
-- Name: COLUMN nomination.import_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nomination.import_id IS 'Import that made it.';

--
-- Name: COLUMN nomination.version; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nomination.version IS 'Counts saves.';

--
-- Name: nomination_event; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.nomination_event (
    id bigint NOT NULL,
    nomination_id bigint NOT NULL,
    from_state office.nomination_state,
    to_state office.nomination_state NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    account_id bigint,
    at timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE ONLY office.nomination_event FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE nomination_event; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON TABLE office.nomination_event IS 'The story of a nomination, written by the database itself.';

--
-- Name: COLUMN nomination_event.id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nomination_event.id IS 'Order of writing.';

--
-- Name: COLUMN nomination_event.nomination_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nomination_event.nomination_id IS 'Of this nomination.';

--
-- Name: COLUMN nomination_event.from_state; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nomination_event.from_state IS 'Before; NULL when it was made.';

--
-- Name: COLUMN nomination_event.to_state; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nomination_event.to_state IS 'After.';

--
-- Name: COLUMN nomination_event.reason; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nomination_event.reason IS 'Reason given.';

--
-- Name: COLUMN nomination_event.account_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nomination_event.account_id IS 'Who.';

--
-- Name: COLUMN nomination_event.at; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nomination_event.at IS 'When.';

--
-- Name: nomination_event_id_seq; Type: SEQUENCE; Schema: office; Owner: -
--

ALTER TABLE office.nomination_event ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME office.nomination_event_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: nomination_id_seq; Type: SEQUENCE; Schema: office; Owner: -
--

ALTER TABLE office.nomination ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME office.nomination_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: nomination_step; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.nomination_step (
    from_state office.nomination_state NOT NULL,
    to_state office.nomination_state NOT NULL
);

ALTER TABLE ONLY office.nomination_step FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE nomination_step; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON TABLE office.nomination_step IS 'Which state may follow which; nothing else is possible.';

--
-- Name: COLUMN nomination_step.from_state; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nomination_step.from_state IS 'From.';

--
-- Name: COLUMN nomination_step.to_state; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nomination_step.to_state IS 'To.';

--
-- Name: paper_count; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.paper_count (
    agenda_item_id bigint NOT NULL,
    approve integer NOT NULL,
    disapprove integer NOT NULL,
    abstain integer NOT NULL,
    entered_by bigint NOT NULL,
    entered_at timestamp with time zone DEFAULT now() NOT NULL,
    confirmed_by bigint,
    confirmed_at timestamp with time zone,
    CONSTRAINT paper_count_two_people_check CHECK (((confirmed_by IS NULL) OR (confirmed_by <> entered_by))),
    CONSTRAINT paper_count_values_check CHECK (((approve >= 0) AND (disapprove >= 0) AND (abstain >= 0)))
);

ALTER TABLE ONLY office.paper_count FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE paper_count; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON TABLE office.paper_count IS 'Totals of a paper ballot: entered by one, confirmed by another.';

--
-- Name: COLUMN paper_count.agenda_item_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.paper_count.agenda_item_id IS 'On this item.';

--
-- Name: COLUMN paper_count.approve; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.paper_count.approve IS 'Approving papers of members present.';

--
-- Name: COLUMN paper_count.disapprove; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.paper_count.disapprove IS 'Disapproving papers.';

--
-- Name: COLUMN paper_count.abstain; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.paper_count.abstain IS 'Blank or invalid papers.';

--
-- Name: COLUMN paper_count.entered_by; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.paper_count.entered_by IS 'Who entered.';

--
-- Name: COLUMN paper_count.entered_at; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.paper_count.entered_at IS 'When.';

--
-- Name: COLUMN paper_count.confirmed_by; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.paper_count.confirmed_by IS 'Who confirmed.';

--
-- Name: COLUMN paper_count.confirmed_at; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.paper_count.confirmed_at IS 'When.';

--
-- Name: receipt_seq; Type: SEQUENCE; Schema: office; Owner: -
--

CREATE SEQUENCE office.receipt_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

--
-- Name: role_grant; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.role_grant (
    id bigint NOT NULL,
    account_id bigint NOT NULL,
    role office.role NOT NULL,
    unit_id bigint NOT NULL,
    granted_by bigint,
    granted_at timestamp with time zone DEFAULT now() NOT NULL,
    revoked_by bigint,
    revoked_at timestamp with time zone
);

ALTER TABLE ONLY office.role_grant FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE role_grant; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON TABLE office.role_grant IS 'Roles held on a unit and everything below it.';

--
-- Name: COLUMN role_grant.id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.role_grant.id IS 'Internal identifier.';

--
-- Name: COLUMN role_grant.account_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.role_grant.account_id IS 'Who holds it.';

--
-- Name: COLUMN role_grant.role; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.role_grant.role IS 'Which role.';

--
-- Name: COLUMN role_grant.unit_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.role_grant.unit_id IS 'On which unit; covers its subtree.';

--
-- Name: COLUMN role_grant.granted_by; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.role_grant.granted_by IS 'Account that granted it; NULL from the command line.';

--
-- Name: COLUMN role_grant.granted_at; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.role_grant.granted_at IS 'Since when.';

--
-- Name: COLUMN role_grant.revoked_by; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.role_grant.revoked_by IS 'Account that took it back.';

--
-- Name: COLUMN role_grant.revoked_at; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.role_grant.revoked_at IS 'Until when; NULL: held.';

--
-- Name: role_grant_id_seq; Type: SEQUENCE; Schema: office; Owner: -
--

ALTER TABLE office.role_grant ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME office.role_grant_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: season; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.season (
    id bigint NOT NULL,
    movement_id bigint,
    name text NOT NULL,
    year integer NOT NULL,
    kind office.commendation_kind DEFAULT 'cong_trang'::office.commendation_kind NOT NULL,
    opens_at timestamp with time zone NOT NULL,
    closes_at timestamp with time zone NOT NULL,
    is_sample boolean DEFAULT false NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT season_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 300))),
    CONSTRAINT season_period_check CHECK ((closes_at > opens_at)),
    CONSTRAINT season_year_check CHECK (((year >= 2000) AND (year <= 2200)))
);

ALTER TABLE ONLY office.season FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE season; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON TABLE office.season IS 'A round of nominations with a closing time.';

--
-- Name: COLUMN season.id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.season.id IS 'Internal identifier.';

--
-- Name: COLUMN season.movement_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.season.movement_id IS 'Movement it sums up; NULL for the yearly merit round.';

--
-- Name: COLUMN season.name; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.season.name IS 'Name.';

--
-- Name: COLUMN season.year; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.season.year IS 'Year whose achievements count.';

--
-- Name: COLUMN season.kind; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.season.kind IS 'Kind of commendation.';

--
-- Name: COLUMN season.opens_at; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.season.opens_at IS 'First moment dossiers can be filed.';

--
-- Name: COLUMN season.closes_at; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.season.closes_at IS 'First moment they no longer can.';

--
-- Name: COLUMN season.is_sample; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.season.is_sample IS 'Belongs to the living example.';

--
-- Name: COLUMN season.version; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.season.version IS 'Counts saves.';

--
-- Name: season_id_seq; Type: SEQUENCE; Schema: office; Owner: -
--

ALTER TABLE office.season ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME office.season_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: session; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.session (
    token_hash bytea NOT NULL,
    account_id bigint NOT NULL,
    csrf text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    last_seen_at timestamp with time zone DEFAULT now() NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    address text DEFAULT ''::text NOT NULL,
    user_agent text DEFAULT ''::text NOT NULL,
    CONSTRAINT session_token_check CHECK ((octet_length(token_hash) = 32))
);

ALTER TABLE ONLY office.session FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE session; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON TABLE office.session IS 'Signed-in browsers; the token itself is never stored.';

--
-- Name: COLUMN session.token_hash; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.session.token_hash IS 'SHA-256 of the 256-bit random token.';

--
-- Name: COLUMN session.account_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.session.account_id IS 'Who.';

--
-- Name: COLUMN session.csrf; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.session.csrf IS 'Value every form of this session carries.';

--
-- Name: COLUMN session.created_at; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.session.created_at IS 'Sign-in time.';

--
-- Name: COLUMN session.last_seen_at; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.session.last_seen_at IS 'Touched at most every five minutes.';

--
-- Name: COLUMN session.expires_at; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.session.expires_at IS 'End in any case.';

--
-- Name: COLUMN session.address; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.session.address IS 'Client address at sign-in.';

--
-- Name: COLUMN session.user_agent; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.session.user_agent IS 'Browser at sign-in, cut to 300 characters.';

--
-- Name: session_attendance; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.session_attendance (
    council_session_id bigint NOT NULL,
    council_member_id bigint NOT NULL,
    attendance office.attendance NOT NULL
);

ALTER TABLE ONLY office.session_attendance FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE session_attendance; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON TABLE office.session_attendance IS 'Who of the members is there.';

--
-- Name: COLUMN session_attendance.council_session_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.session_attendance.council_session_id IS 'At this session.';

--
-- Name: COLUMN session_attendance.council_member_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.session_attendance.council_member_id IS 'This member.';

--
-- Name: COLUMN session_attendance.attendance; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.session_attendance.attendance IS 'Present, absent, or absent with a written opinion.';

--
-- Name: unit; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.unit (
    id bigint NOT NULL,
    code text NOT NULL,
    name_vi text NOT NULL,
    name_en text NOT NULL,
    kind office.unit_kind NOT NULL,
    parent_id bigint,
    valid_from date,
    valid_to date,
    name_folded text DEFAULT ''::text NOT NULL,
    note text,
    CONSTRAINT unit_name_length_check CHECK (((char_length(name_vi) >= 1) AND (char_length(name_vi) <= 300))),
    CONSTRAINT unit_period_check CHECK (((valid_to IS NULL) OR (valid_from IS NULL) OR (valid_to >= valid_from)))
);

ALTER TABLE ONLY office.unit FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE unit; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON TABLE office.unit IS 'Units through time: administrative units and agencies.';

--
-- Name: COLUMN unit.id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.unit.id IS 'Internal identifier.';

--
-- Name: COLUMN unit.code; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.unit.code IS 'Official code; L + code for units abolished on 2025-07-01; letters for agencies.';

--
-- Name: COLUMN unit.name_vi; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.unit.name_vi IS 'Name as used in papers.';

--
-- Name: COLUMN unit.name_en; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.unit.name_en IS 'English name.';

--
-- Name: COLUMN unit.kind; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.unit.kind IS 'What it is.';

--
-- Name: COLUMN unit.parent_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.unit.parent_id IS 'The unit it belongs to; NULL for a province.';

--
-- Name: COLUMN unit.valid_from; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.unit.valid_from IS 'First day of existence; NULL: before records begin.';

--
-- Name: COLUMN unit.valid_to; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.unit.valid_to IS 'Last day of existence; NULL: exists.';

--
-- Name: COLUMN unit.name_folded; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.unit.name_folded IS 'Folded name for matching and search.';

--
-- Name: COLUMN unit.note; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.unit.note IS 'Remark, for example what still has to be confirmed.';

--
-- Name: unit_closure; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.unit_closure (
    ancestor_id bigint NOT NULL,
    unit_id bigint NOT NULL
);

ALTER TABLE ONLY office.unit_closure FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE unit_closure; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON TABLE office.unit_closure IS 'Every unit with each of its ancestors and itself; refreshed when units change.';

--
-- Name: COLUMN unit_closure.ancestor_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.unit_closure.ancestor_id IS 'The higher unit, or the unit itself.';

--
-- Name: COLUMN unit_closure.unit_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.unit_closure.unit_id IS 'The unit below it.';

--
-- Name: unit_id_seq; Type: SEQUENCE; Schema: office; Owner: -
--

ALTER TABLE office.unit ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME office.unit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: unit_succession; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.unit_succession (
    predecessor_id bigint NOT NULL,
    successor_id bigint NOT NULL,
    effective_on date NOT NULL
);

ALTER TABLE ONLY office.unit_succession FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE unit_succession; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON TABLE office.unit_succession IS 'Which unit took over from which.';

--
-- Name: COLUMN unit_succession.predecessor_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.unit_succession.predecessor_id IS 'The unit that ended.';

--
-- Name: COLUMN unit_succession.successor_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.unit_succession.successor_id IS 'The unit that took over, wholly or in part.';

--
-- Name: COLUMN unit_succession.effective_on; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.unit_succession.effective_on IS 'First day of the successor.';

--
-- Name: vote; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.vote (
    agenda_item_id bigint NOT NULL,
    council_member_id bigint NOT NULL,
    choice office.vote_choice NOT NULL,
    written boolean DEFAULT false NOT NULL,
    entered_by bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE ONLY office.vote FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE vote; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON TABLE office.vote IS 'Recorded votes and written opinions; never used for a secret ballot.';

--
-- Name: COLUMN vote.agenda_item_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.vote.agenda_item_id IS 'On this item.';

--
-- Name: COLUMN vote.council_member_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.vote.council_member_id IS 'By this member.';

--
-- Name: COLUMN vote.choice; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.vote.choice IS 'Approve, disapprove, abstain.';

--
-- Name: COLUMN vote.written; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.vote.written IS 'A written opinion of an absent member, entered by the secretary.';

--
-- Name: COLUMN vote.entered_by; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.vote.entered_by IS 'Who entered it.';

--
-- Name: COLUMN vote.at; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.vote.at IS 'When.';

--
-- Name: vote_rule; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.vote_rule (
    id bigint NOT NULL,
    award_type_id bigint NOT NULL,
    level office.council_level NOT NULL,
    percent integer NOT NULL,
    secret boolean NOT NULL,
    legal_basis text NOT NULL,
    confirmed boolean DEFAULT false NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    CONSTRAINT vote_rule_percent_check CHECK (((percent >= 1) AND (percent <= 100)))
);

ALTER TABLE ONLY office.vote_rule FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE vote_rule; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON TABLE office.vote_rule IS 'Share of all members that decides, dated.';

--
-- Name: COLUMN vote_rule.id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.vote_rule.id IS 'Internal identifier.';

--
-- Name: COLUMN vote_rule.award_type_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.vote_rule.award_type_id IS 'For this award.';

--
-- Name: COLUMN vote_rule.level; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.vote_rule.level IS 'At a council of this level.';

--
-- Name: COLUMN vote_rule.percent; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.vote_rule.percent IS 'Share needed, in percent of all members; exactly reached passes.';

--
-- Name: COLUMN vote_rule.secret; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.vote_rule.secret IS 'Secret ballot foreseen.';

--
-- Name: COLUMN vote_rule.legal_basis; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.vote_rule.legal_basis IS 'Where it comes from.';

--
-- Name: COLUMN vote_rule.confirmed; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.vote_rule.confirmed IS 'Confirmed by the office.';

--
-- Name: COLUMN vote_rule.valid_from; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.vote_rule.valid_from IS 'First day.';

--
-- Name: COLUMN vote_rule.valid_to; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.vote_rule.valid_to IS 'Last day; NULL: open.';

--
-- Name: vote_rule_id_seq; Type: SEQUENCE; Schema: office; Owner: -
--

ALTER TABLE office.vote_rule ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME office.vote_rule_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: artifact; Type: TABLE; Schema: site; Owner: -
--

CREATE TABLE site.artifact (
    path text NOT NULL,
    version integer NOT NULL,
    list_slug text NOT NULL,
    content_type text NOT NULL,
    etag text NOT NULL,
    policy text DEFAULT ''::text NOT NULL,
    plain bytea NOT NULL,
    gzip bytea,
    brotli bytea,
    visible_from timestamp with time zone NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE ONLY site.artifact FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE artifact; Type: COMMENT; Schema: site; Owner: -
--

COMMENT ON TABLE site.artifact IS 'Rendered bytes by address; one row per version, never changed.';

--
-- Name: COLUMN artifact.path; Type: COMMENT; Schema: site; Owner: -
--

COMMENT ON COLUMN site.artifact.path IS 'Address without query, language included.';

--
-- Name: COLUMN artifact.version; Type: COMMENT; Schema: site; Owner: -
--

COMMENT ON COLUMN site.artifact.version IS 'List version it belongs to.';

--
-- Name: COLUMN artifact.list_slug; Type: COMMENT; Schema: site; Owner: -
--

COMMENT ON COLUMN site.artifact.list_slug IS 'List it was rendered for.';

--
-- Name: COLUMN artifact.content_type; Type: COMMENT; Schema: site; Owner: -
--

COMMENT ON COLUMN site.artifact.content_type IS 'Content type.';

--
-- Name: COLUMN artifact.etag; Type: COMMENT; Schema: site; Owner: -
--

COMMENT ON COLUMN site.artifact.etag IS 'Quoted strong tag: hash of the plain bytes.';

--
-- Name: COLUMN artifact.policy; Type: COMMENT; Schema: site; Owner: -
--

COMMENT ON COLUMN site.artifact.policy IS 'Content-Security-Policy with the hashes of what the page holds inline; '''' for the usual one.';

--
-- Name: COLUMN artifact.plain; Type: COMMENT; Schema: site; Owner: -
--

COMMENT ON COLUMN site.artifact.plain IS 'As is.';

--
-- Name: COLUMN artifact.gzip; Type: COMMENT; Schema: site; Owner: -
--

COMMENT ON COLUMN site.artifact.gzip IS 'Compressed, where worth it.';

--
-- Name: COLUMN artifact.brotli; Type: COMMENT; Schema: site; Owner: -
--

COMMENT ON COLUMN site.artifact.brotli IS 'Compressed, where worth it.';

--
-- Name: COLUMN artifact.visible_from; Type: COMMENT; Schema: site; Owner: -
--

COMMENT ON COLUMN site.artifact.visible_from IS 'Not readable before.';

--
-- Name: COLUMN artifact.created_at; Type: COMMENT; Schema: site; Owner: -
--

COMMENT ON COLUMN site.artifact.created_at IS 'Written when.';

--
-- Name: entry; Type: TABLE; Schema: site; Owner: -
--

CREATE TABLE site.entry (
    id bigint NOT NULL,
    list_slug text NOT NULL,
    list_version integer NOT NULL,
    current boolean DEFAULT true NOT NULL,
    anchor text NOT NULL,
    ordinal integer NOT NULL,
    kind office.nominee_kind NOT NULL,
    name text NOT NULL,
    name_folded text NOT NULL,
    "position" text DEFAULT ''::text NOT NULL,
    unit_code text NOT NULL,
    unit_name text NOT NULL,
    award_code text NOT NULL,
    award_name_vi text NOT NULL,
    award_name_en text NOT NULL,
    field office.achievement_field NOT NULL,
    year integer NOT NULL,
    achievement text DEFAULT ''::text NOT NULL,
    decision_no text NOT NULL,
    decision_date date NOT NULL,
    state site.entry_state DEFAULT 'shown'::site.entry_state NOT NULL,
    revoked_on date,
    note text DEFAULT ''::text NOT NULL,
    search_folded text NOT NULL,
    visible_from timestamp with time zone NOT NULL
);

ALTER TABLE ONLY site.entry FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE entry; Type: COMMENT; Schema: site; Owner: -
--

COMMENT ON TABLE site.entry IS 'Published honourees: only the whitelisted fields; one row per list version.';

--
-- Name: COLUMN entry.id; Type: COMMENT; Schema: site; Owner: -
--

COMMENT ON COLUMN site.entry.id IS 'Order of writing; keyset.';

--
-- Name: COLUMN entry.list_slug; Type: COMMENT; Schema: site; Owner: -
--

COMMENT ON COLUMN site.entry.list_slug IS 'On this list.';

--
-- Name: COLUMN entry.list_version; Type: COMMENT; Schema: site; Owner: -
--

COMMENT ON COLUMN site.entry.list_version IS 'In this version.';

--
-- Name: COLUMN entry.current; Type: COMMENT; Schema: site; Owner: -
--

COMMENT ON COLUMN site.entry.current IS 'Belongs to the newest version of its list.';

--
-- Name: COLUMN entry.anchor; Type: COMMENT; Schema: site; Owner: -
--

COMMENT ON COLUMN site.entry.anchor IS 'Stable address inside the list: ordinal and name.';

--
-- Name: COLUMN entry.ordinal; Type: COMMENT; Schema: site; Owner: -
--

COMMENT ON COLUMN site.entry.ordinal IS 'Number in the golden book.';

--
-- Name: COLUMN entry.kind; Type: COMMENT; Schema: site; Owner: -
--

COMMENT ON COLUMN site.entry.kind IS 'Person, collective, household.';

--
-- Name: COLUMN entry.name; Type: COMMENT; Schema: site; Owner: -
--

COMMENT ON COLUMN site.entry.name IS 'Name.';

--
-- Name: COLUMN entry.name_folded; Type: COMMENT; Schema: site; Owner: -
--

COMMENT ON COLUMN site.entry.name_folded IS 'Folded, for search.';

--
-- Name: COLUMN entry."position"; Type: COMMENT; Schema: site; Owner: -
--

COMMENT ON COLUMN site.entry."position" IS 'Position.';

--
-- Name: COLUMN entry.unit_code; Type: COMMENT; Schema: site; Owner: -
--

COMMENT ON COLUMN site.entry.unit_code IS 'Unit code.';

--
-- Name: COLUMN entry.unit_name; Type: COMMENT; Schema: site; Owner: -
--

COMMENT ON COLUMN site.entry.unit_name IS 'Unit name.';

--
-- Name: COLUMN entry.award_code; Type: COMMENT; Schema: site; Owner: -
--

COMMENT ON COLUMN site.entry.award_code IS 'Award.';

--
-- Name: COLUMN entry.award_name_vi; Type: COMMENT; Schema: site; Owner: -
--

COMMENT ON COLUMN site.entry.award_name_vi IS 'Award name.';

--
-- Name: COLUMN entry.award_name_en; Type: COMMENT; Schema: site; Owner: -
--

COMMENT ON COLUMN site.entry.award_name_en IS 'English name.';

--
-- Name: COLUMN entry.field; Type: COMMENT; Schema: site; Owner: -
--

COMMENT ON COLUMN site.entry.field IS 'Field.';

--
-- Name: COLUMN entry.year; Type: COMMENT; Schema: site; Owner: -
--

COMMENT ON COLUMN site.entry.year IS 'Year honoured.';

--
-- Name: COLUMN entry.achievement; Type: COMMENT; Schema: site; Owner: -
--

COMMENT ON COLUMN site.entry.achievement IS 'Achievement.';

--
-- Name: COLUMN entry.decision_no; Type: COMMENT; Schema: site; Owner: -
--

COMMENT ON COLUMN site.entry.decision_no IS 'Decision.';

--
-- Name: COLUMN entry.decision_date; Type: COMMENT; Schema: site; Owner: -
--

COMMENT ON COLUMN site.entry.decision_date IS 'Its date.';

--
-- Name: COLUMN entry.state; Type: COMMENT; Schema: site; Owner: -
--

COMMENT ON COLUMN site.entry.state IS 'Shown, corrected, revoked.';

--
-- Name: COLUMN entry.revoked_on; Type: COMMENT; Schema: site; Owner: -
--

COMMENT ON COLUMN site.entry.revoked_on IS 'When revoked.';

--
-- Name: COLUMN entry.note; Type: COMMENT; Schema: site; Owner: -
--

COMMENT ON COLUMN site.entry.note IS 'Reason of a correction or revocation.';

--
-- Name: COLUMN entry.search_folded; Type: COMMENT; Schema: site; Owner: -
--

COMMENT ON COLUMN site.entry.search_folded IS 'Folded name, unit and award: the words it is found by.';

--
-- Name: COLUMN entry.visible_from; Type: COMMENT; Schema: site; Owner: -
--

COMMENT ON COLUMN site.entry.visible_from IS 'Not readable before.';

--
-- Name: entry_id_seq; Type: SEQUENCE; Schema: site; Owner: -
--

ALTER TABLE site.entry ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME site.entry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: entry_word; Type: TABLE; Schema: site; Owner: -
--

CREATE TABLE site.entry_word (
    word text NOT NULL,
    year integer NOT NULL,
    entry_id bigint NOT NULL,
    visible_from timestamp with time zone NOT NULL
);

ALTER TABLE ONLY site.entry_word FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE entry_word; Type: COMMENT; Schema: site; Owner: -
--

COMMENT ON TABLE site.entry_word IS 'Inverted index of the current entries: every word, the whole name as =name, and award, unit and field as a:, u:, f: terms; read newest first and never counted, so that a search costs the same at any size.';

--
-- Name: COLUMN entry_word.word; Type: COMMENT; Schema: site; Owner: -
--

COMMENT ON COLUMN site.entry_word.word IS 'Folded word, or =NAME, a:CODE, u:CODE, f:FIELD.';

--
-- Name: COLUMN entry_word.year; Type: COMMENT; Schema: site; Owner: -
--

COMMENT ON COLUMN site.entry_word.year IS 'Year honoured.';

--
-- Name: COLUMN entry_word.entry_id; Type: COMMENT; Schema: site; Owner: -
--

COMMENT ON COLUMN site.entry_word.entry_id IS 'Entry.';

--
-- Name: COLUMN entry_word.visible_from; Type: COMMENT; Schema: site; Owner: -
--

COMMENT ON COLUMN site.entry_word.visible_from IS 'As in the entry: the embargo holds here too.';

--
-- Name: facet; Type: TABLE; Schema: site; Owner: -
--

CREATE TABLE site.facet (
    kind text NOT NULL,
    code text NOT NULL,
    name_vi text NOT NULL,
    name_en text NOT NULL,
    visible_from timestamp with time zone NOT NULL,
    CONSTRAINT facet_kind_check CHECK ((kind = ANY (ARRAY['award'::text, 'unit'::text, 'field'::text, 'year'::text])))
);

ALTER TABLE ONLY site.facet FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE facet; Type: COMMENT; Schema: site; Owner: -
--

COMMENT ON TABLE site.facet IS 'What the public can filter by: awards, units, fields and years that were published.';

--
-- Name: COLUMN facet.kind; Type: COMMENT; Schema: site; Owner: -
--

COMMENT ON COLUMN site.facet.kind IS 'award, unit, field or year.';

--
-- Name: COLUMN facet.code; Type: COMMENT; Schema: site; Owner: -
--

COMMENT ON COLUMN site.facet.code IS 'Code of it.';

--
-- Name: COLUMN facet.name_vi; Type: COMMENT; Schema: site; Owner: -
--

COMMENT ON COLUMN site.facet.name_vi IS 'Name.';

--
-- Name: COLUMN facet.name_en; Type: COMMENT; Schema: site; Owner: -
--

COMMENT ON COLUMN site.facet.name_en IS 'English name.';

--
-- Name: COLUMN facet.visible_from; Type: COMMENT; Schema: site; Owner: -
--

COMMENT ON COLUMN site.facet.visible_from IS 'Since the first list that has it.';

--
-- Name: generation; Type: TABLE; Schema: site; Owner: -
--

CREATE TABLE site.generation (
    single boolean DEFAULT true NOT NULL,
    number bigint DEFAULT 1 NOT NULL,
    CONSTRAINT generation_only_check CHECK (single)
);

ALTER TABLE ONLY site.generation FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE generation; Type: COMMENT; Schema: site; Owner: -
--

COMMENT ON TABLE site.generation IS 'One row: counts publications, so that caches know when to look again.';

--
-- Name: COLUMN generation.single; Type: COMMENT; Schema: site; Owner: -
--

COMMENT ON COLUMN site.generation.single IS 'There is one row.';

--
-- Name: COLUMN generation.number; Type: COMMENT; Schema: site; Owner: -
--

COMMENT ON COLUMN site.generation.number IS 'Grows with every publication.';

--
-- Name: list; Type: TABLE; Schema: site; Owner: -
--

CREATE TABLE site.list (
    slug text NOT NULL,
    version integer NOT NULL,
    title text NOT NULL,
    introduction text DEFAULT ''::text NOT NULL,
    unit_code text NOT NULL,
    unit_name text NOT NULL,
    decision_no text NOT NULL,
    decision_date date NOT NULL,
    year integer NOT NULL,
    entries integer NOT NULL,
    visible_from timestamp with time zone NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    correction text DEFAULT ''::text NOT NULL,
    revoked boolean DEFAULT false NOT NULL,
    revoked_on date,
    CONSTRAINT list_visible_check CHECK ((version >= 1))
);

ALTER TABLE ONLY site.list FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE list; Type: COMMENT; Schema: site; Owner: -
--

COMMENT ON TABLE site.list IS 'Published honour lists; one row per version, never changed.';

--
-- Name: COLUMN list.slug; Type: COMMENT; Schema: site; Owner: -
--

COMMENT ON COLUMN site.list.slug IS 'Address.';

--
-- Name: COLUMN list.version; Type: COMMENT; Schema: site; Owner: -
--

COMMENT ON COLUMN site.list.version IS 'From 1.';

--
-- Name: COLUMN list.title; Type: COMMENT; Schema: site; Owner: -
--

COMMENT ON COLUMN site.list.title IS 'Title.';

--
-- Name: COLUMN list.introduction; Type: COMMENT; Schema: site; Owner: -
--

COMMENT ON COLUMN site.list.introduction IS 'Opening paragraph.';

--
-- Name: COLUMN list.unit_code; Type: COMMENT; Schema: site; Owner: -
--

COMMENT ON COLUMN site.list.unit_code IS 'Publishing unit.';

--
-- Name: COLUMN list.unit_name; Type: COMMENT; Schema: site; Owner: -
--

COMMENT ON COLUMN site.list.unit_name IS 'Its name.';

--
-- Name: COLUMN list.decision_no; Type: COMMENT; Schema: site; Owner: -
--

COMMENT ON COLUMN site.list.decision_no IS 'Decision.';

--
-- Name: COLUMN list.decision_date; Type: COMMENT; Schema: site; Owner: -
--

COMMENT ON COLUMN site.list.decision_date IS 'Its date.';

--
-- Name: COLUMN list.year; Type: COMMENT; Schema: site; Owner: -
--

COMMENT ON COLUMN site.list.year IS 'Year honoured.';

--
-- Name: COLUMN list.entries; Type: COMMENT; Schema: site; Owner: -
--

COMMENT ON COLUMN site.list.entries IS 'How many.';

--
-- Name: COLUMN list.visible_from; Type: COMMENT; Schema: site; Owner: -
--

COMMENT ON COLUMN site.list.visible_from IS 'Not readable before.';

--
-- Name: COLUMN list.created_at; Type: COMMENT; Schema: site; Owner: -
--

COMMENT ON COLUMN site.list.created_at IS 'Written when.';

--
-- Name: COLUMN list.correction; Type: COMMENT; Schema: site; Owner: -
--

COMMENT ON COLUMN site.list.correction IS 'What changed against the version before; '''' in the first.';

--
-- Name: COLUMN list.revoked; Type: COMMENT; Schema: site; Owner: -
--

COMMENT ON COLUMN site.list.revoked IS 'The whole list is revoked.';

--
-- Name: COLUMN list.revoked_on; Type: COMMENT; Schema: site; Owner: -
--

COMMENT ON COLUMN site.list.revoked_on IS 'From this day.';

--
-- Name: word; Type: TABLE; Schema: site; Owner: -
--

CREATE TABLE site.word (
    word text NOT NULL,
    entries bigint NOT NULL
);

ALTER TABLE ONLY site.word FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE word; Type: COMMENT; Schema: site; Owner: -
--

COMMENT ON TABLE site.word IS 'How many current entries hold a word: a search begins with the rarest.';

--
-- Name: COLUMN word.word; Type: COMMENT; Schema: site; Owner: -
--

COMMENT ON COLUMN site.word.word IS 'As in site.entry_word.';

--
-- Name: COLUMN word.entries; Type: COMMENT; Schema: site; Owner: -
--

COMMENT ON COLUMN site.word.entries IS 'Kept up by each publication.';

--
-- Name: migration migration_pkey; Type: CONSTRAINT; Schema: meta; Owner: -
--

ALTER TABLE ONLY meta.migration
    ADD CONSTRAINT migration_pkey PRIMARY KEY (name);

--
-- Name: account account_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.account
    ADD CONSTRAINT account_pkey PRIMARY KEY (id);

--
-- Name: account account_username_unique; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.account
    ADD CONSTRAINT account_username_unique UNIQUE (username);

--
-- Name: agenda_item agenda_item_nomination_unique; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.agenda_item
    ADD CONSTRAINT agenda_item_nomination_unique UNIQUE (council_session_id, nomination_id);

--
-- Name: agenda_item agenda_item_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.agenda_item
    ADD CONSTRAINT agenda_item_pkey PRIMARY KEY (id);

--
-- Name: attachment_chunk attachment_chunk_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.attachment_chunk
    ADD CONSTRAINT attachment_chunk_pkey PRIMARY KEY (attachment_id, seq);

--
-- Name: attachment attachment_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.attachment
    ADD CONSTRAINT attachment_pkey PRIMARY KEY (id);

--
-- Name: audit_log audit_log_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.audit_log
    ADD CONSTRAINT audit_log_pkey PRIMARY KEY (id);

--
-- Name: award_alias award_alias_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.award_alias
    ADD CONSTRAINT award_alias_pkey PRIMARY KEY (folded, recipient);

--
-- Name: award_type award_type_code_unique; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.award_type
    ADD CONSTRAINT award_type_code_unique UNIQUE (code);

--
-- Name: award_type award_type_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.award_type
    ADD CONSTRAINT award_type_pkey PRIMARY KEY (id);

--
-- Name: base_salary base_salary_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.base_salary
    ADD CONSTRAINT base_salary_pkey PRIMARY KEY (valid_from);

--
-- Name: bonus_rounding bonus_rounding_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.bonus_rounding
    ADD CONSTRAINT bonus_rounding_pkey PRIMARY KEY (valid_from);

--
-- Name: council_member council_member_period_exclude; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.council_member
    ADD CONSTRAINT council_member_period_exclude EXCLUDE USING gist (council_id WITH =, account_id WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&);

--
-- Name: council_member council_member_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.council_member
    ADD CONSTRAINT council_member_pkey PRIMARY KEY (id);

--
-- Name: council council_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.council
    ADD CONSTRAINT council_pkey PRIMARY KEY (id);

--
-- Name: council_session council_session_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.council_session
    ADD CONSTRAINT council_session_pkey PRIMARY KEY (id);

--
-- Name: credential credential_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.credential
    ADD CONSTRAINT credential_pkey PRIMARY KEY (account_id);

--
-- Name: decision decision_number_unique; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.decision
    ADD CONSTRAINT decision_number_unique UNIQUE (unit_id, number, decided_on);

--
-- Name: decision decision_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.decision
    ADD CONSTRAINT decision_pkey PRIMARY KEY (id);

--
-- Name: dossier dossier_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.dossier
    ADD CONSTRAINT dossier_pkey PRIMARY KEY (id);

--
-- Name: dossier dossier_unit_unique; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.dossier
    ADD CONSTRAINT dossier_unit_unique UNIQUE (id, unit_id);

--
-- Name: filing filing_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.filing
    ADD CONSTRAINT filing_pkey PRIMARY KEY (id);

--
-- Name: filing filing_receipt_unique; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.filing
    ADD CONSTRAINT filing_receipt_unique UNIQUE (receipt_no);

--
-- Name: form_once form_once_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.form_once
    ADD CONSTRAINT form_once_pkey PRIMARY KEY (account_id, nonce);

--
-- Name: honour_list_entry honour_list_entry_anchor_unique; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.honour_list_entry
    ADD CONSTRAINT honour_list_entry_anchor_unique UNIQUE (honour_list_id, anchor);

--
-- Name: honour_list_entry honour_list_entry_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.honour_list_entry
    ADD CONSTRAINT honour_list_entry_pkey PRIMARY KEY (honour_list_id, honour_id);

--
-- Name: honour_list honour_list_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.honour_list
    ADD CONSTRAINT honour_list_pkey PRIMARY KEY (id);

--
-- Name: honour_list honour_list_slug_unique; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.honour_list
    ADD CONSTRAINT honour_list_slug_unique UNIQUE (slug);

--
-- Name: honour honour_nomination_unique; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.honour
    ADD CONSTRAINT honour_nomination_unique UNIQUE (nomination_id);

--
-- Name: honour honour_ordinal_unique; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.honour
    ADD CONSTRAINT honour_ordinal_unique UNIQUE (decision_id, ordinal);

--
-- Name: honour honour_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.honour
    ADD CONSTRAINT honour_pkey PRIMARY KEY (id);

--
-- Name: import import_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.import
    ADD CONSTRAINT import_pkey PRIMARY KEY (id);

--
-- Name: import_row import_row_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.import_row
    ADD CONSTRAINT import_row_pkey PRIMARY KEY (import_id, row_no);

--
-- Name: job job_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.job
    ADD CONSTRAINT job_pkey PRIMARY KEY (id);

--
-- Name: login_attempt login_attempt_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.login_attempt
    ADD CONSTRAINT login_attempt_pkey PRIMARY KEY (id);

--
-- Name: movement movement_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.movement
    ADD CONSTRAINT movement_pkey PRIMARY KEY (id);

--
-- Name: nomination_event nomination_event_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.nomination_event
    ADD CONSTRAINT nomination_event_pkey PRIMARY KEY (id);

--
-- Name: nomination nomination_ordinal_unique; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.nomination
    ADD CONSTRAINT nomination_ordinal_unique UNIQUE (dossier_id, ordinal) DEFERRABLE INITIALLY DEFERRED;

--
-- Name: nomination nomination_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.nomination
    ADD CONSTRAINT nomination_pkey PRIMARY KEY (id);

--
-- Name: nomination_step nomination_step_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.nomination_step
    ADD CONSTRAINT nomination_step_pkey PRIMARY KEY (from_state, to_state);

--
-- Name: paper_count paper_count_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.paper_count
    ADD CONSTRAINT paper_count_pkey PRIMARY KEY (agenda_item_id);

--
-- Name: role_grant role_grant_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.role_grant
    ADD CONSTRAINT role_grant_pkey PRIMARY KEY (id);

--
-- Name: season season_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.season
    ADD CONSTRAINT season_pkey PRIMARY KEY (id);

--
-- Name: session_attendance session_attendance_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.session_attendance
    ADD CONSTRAINT session_attendance_pkey PRIMARY KEY (council_session_id, council_member_id);

--
-- Name: session session_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.session
    ADD CONSTRAINT session_pkey PRIMARY KEY (token_hash);

--
-- Name: unit_closure unit_closure_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.unit_closure
    ADD CONSTRAINT unit_closure_pkey PRIMARY KEY (ancestor_id, unit_id);

--
-- Name: unit unit_code_unique; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.unit
    ADD CONSTRAINT unit_code_unique UNIQUE (code);

--
-- Name: unit unit_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.unit
    ADD CONSTRAINT unit_pkey PRIMARY KEY (id);

--
-- Name: unit_succession unit_succession_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.unit_succession
    ADD CONSTRAINT unit_succession_pkey PRIMARY KEY (predecessor_id, successor_id);

--
-- Name: vote vote_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.vote
    ADD CONSTRAINT vote_pkey PRIMARY KEY (agenda_item_id, council_member_id);

--
-- Name: vote_rule vote_rule_period_exclude; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.vote_rule
    ADD CONSTRAINT vote_rule_period_exclude EXCLUDE USING gist (award_type_id WITH =, level WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&);

--
-- Name: vote_rule vote_rule_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.vote_rule
    ADD CONSTRAINT vote_rule_pkey PRIMARY KEY (id);

--
-- Name: artifact artifact_pkey; Type: CONSTRAINT; Schema: site; Owner: -
--

ALTER TABLE ONLY site.artifact
    ADD CONSTRAINT artifact_pkey PRIMARY KEY (path, version);

--
-- Name: entry entry_anchor_unique; Type: CONSTRAINT; Schema: site; Owner: -
--

ALTER TABLE ONLY site.entry
    ADD CONSTRAINT entry_anchor_unique UNIQUE (list_slug, list_version, anchor);

--
-- Name: entry entry_pkey; Type: CONSTRAINT; Schema: site; Owner: -
--

ALTER TABLE ONLY site.entry
    ADD CONSTRAINT entry_pkey PRIMARY KEY (id);

--
-- Name: entry_word entry_word_pkey; Type: CONSTRAINT; Schema: site; Owner: -
--

ALTER TABLE ONLY site.entry_word
    ADD CONSTRAINT entry_word_pkey PRIMARY KEY (word, year, entry_id) INCLUDE (visible_from);

--
-- Name: facet facet_pkey; Type: CONSTRAINT; Schema: site; Owner: -
--

ALTER TABLE ONLY site.facet
    ADD CONSTRAINT facet_pkey PRIMARY KEY (kind, code);

--
-- Name: generation generation_pkey; Type: CONSTRAINT; Schema: site; Owner: -
--

ALTER TABLE ONLY site.generation
    ADD CONSTRAINT generation_pkey PRIMARY KEY (single);

--
-- Name: list list_pkey; Type: CONSTRAINT; Schema: site; Owner: -
--

ALTER TABLE ONLY site.list
    ADD CONSTRAINT list_pkey PRIMARY KEY (slug, version);

--
-- Name: word word_pkey; Type: CONSTRAINT; Schema: site; Owner: -
--

ALTER TABLE ONLY site.word
    ADD CONSTRAINT word_pkey PRIMARY KEY (word);

--
-- Name: agenda_item_nomination_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX agenda_item_nomination_idx ON office.agenda_item USING btree (nomination_id);

--
-- Name: agenda_item_open_unique; Type: INDEX; Schema: office; Owner: -
--

CREATE UNIQUE INDEX agenda_item_open_unique ON office.agenda_item USING btree (nomination_id) WHERE (state = ANY (ARRAY['waiting'::office.item_state, 'open'::office.item_state]));

--
-- Name: attachment_dossier_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX attachment_dossier_idx ON office.attachment USING btree (dossier_id);

--
-- Name: attachment_nomination_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX attachment_nomination_idx ON office.attachment USING btree (nomination_id);

--
-- Name: audit_log_account_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX audit_log_account_idx ON office.audit_log USING btree (account_id, id);

--
-- Name: audit_log_object_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX audit_log_object_idx ON office.audit_log USING btree (object, object_id, id);

--
-- Name: audit_log_unit_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX audit_log_unit_idx ON office.audit_log USING btree (unit_id, id);

--
-- Name: council_member_account_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX council_member_account_idx ON office.council_member USING btree (account_id);

--
-- Name: council_member_serving_unique; Type: INDEX; Schema: office; Owner: -
--

CREATE UNIQUE INDEX council_member_serving_unique ON office.council_member USING btree (council_id, account_id) WHERE (valid_to IS NULL);

--
-- Name: council_session_council_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX council_session_council_idx ON office.council_session USING btree (council_id, id);

--
-- Name: dossier_letter_no_unique; Type: INDEX; Schema: office; Owner: -
--

CREATE UNIQUE INDEX dossier_letter_no_unique ON office.dossier USING btree (unit_id, season_id, letter_no) WHERE (letter_no <> ''::text);

--
-- Name: dossier_season_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX dossier_season_idx ON office.dossier USING btree (season_id);

--
-- Name: dossier_state_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX dossier_state_idx ON office.dossier USING btree (state, submitted_at, id);

--
-- Name: dossier_unit_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX dossier_unit_idx ON office.dossier USING btree (unit_id, id);

--
-- Name: filing_dossier_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX filing_dossier_idx ON office.filing USING btree (dossier_id, id);

--
-- Name: form_once_at_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX form_once_at_idx ON office.form_once USING btree (at);

--
-- Name: honour_award_type_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX honour_award_type_idx ON office.honour USING btree (award_type_id);

--
-- Name: honour_list_decision_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX honour_list_decision_idx ON office.honour_list USING btree (decision_id);

--
-- Name: honour_list_entry_honour_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX honour_list_entry_honour_idx ON office.honour_list_entry USING btree (honour_id);

--
-- Name: honour_name_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX honour_name_idx ON office.honour USING btree (name_folded, period_year);

--
-- Name: honour_unit_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX honour_unit_idx ON office.honour USING btree (unit_id);

--
-- Name: import_dossier_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX import_dossier_idx ON office.import USING btree (dossier_id, id);

--
-- Name: job_waiting_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX job_waiting_idx ON office.job USING btree (run_after, id) WHERE (state = 'waiting'::office.job_state);

--
-- Name: login_attempt_address_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX login_attempt_address_idx ON office.login_attempt USING btree (address, at);

--
-- Name: login_attempt_username_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX login_attempt_username_idx ON office.login_attempt USING btree (username, at);

--
-- Name: nomination_award_type_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX nomination_award_type_idx ON office.nomination USING btree (award_type_id);

--
-- Name: nomination_event_nomination_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX nomination_event_nomination_idx ON office.nomination_event USING btree (nomination_id, id);

--
-- Name: nomination_import_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX nomination_import_idx ON office.nomination USING btree (import_id);

--
-- Name: nomination_name_folded_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX nomination_name_folded_idx ON office.nomination USING btree (name_folded text_pattern_ops);

--
-- Name: nomination_state_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX nomination_state_idx ON office.nomination USING btree (state, id);

--
-- Name: nomination_unit_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX nomination_unit_idx ON office.nomination USING btree (unit_id);

--
-- Name: role_grant_held_unique; Type: INDEX; Schema: office; Owner: -
--

CREATE UNIQUE INDEX role_grant_held_unique ON office.role_grant USING btree (account_id, role, unit_id) WHERE (revoked_at IS NULL);

--
-- Name: role_grant_unit_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX role_grant_unit_idx ON office.role_grant USING btree (unit_id);

--
-- Name: session_account_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX session_account_idx ON office.session USING btree (account_id);

--
-- Name: session_attendance_member_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX session_attendance_member_idx ON office.session_attendance USING btree (council_member_id);

--
-- Name: unit_closure_unit_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX unit_closure_unit_idx ON office.unit_closure USING btree (unit_id);

--
-- Name: unit_parent_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX unit_parent_idx ON office.unit USING btree (parent_id);

--
-- Name: unit_succession_successor_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX unit_succession_successor_idx ON office.unit_succession USING btree (successor_id);

--
-- Name: vote_member_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX vote_member_idx ON office.vote USING btree (council_member_id);

--
-- Name: artifact_list_idx; Type: INDEX; Schema: site; Owner: -
--

CREATE INDEX artifact_list_idx ON site.artifact USING btree (list_slug, version);

--
-- Name: entry_name_idx; Type: INDEX; Schema: site; Owner: -
--

CREATE INDEX entry_name_idx ON site.entry USING btree (name_folded text_pattern_ops) WHERE current;

--
-- Name: entry_recent_idx; Type: INDEX; Schema: site; Owner: -
--

CREATE INDEX entry_recent_idx ON site.entry USING btree (year DESC, id DESC) WHERE current;

--
-- Name: list_visible_idx; Type: INDEX; Schema: site; Owner: -
--

CREATE INDEX list_visible_idx ON site.list USING btree (visible_from DESC, slug);

--
-- Name: agenda_item agenda_item_check_session; Type: TRIGGER; Schema: office; Owner: -
--

CREATE TRIGGER agenda_item_check_session BEFORE INSERT ON office.agenda_item FOR EACH ROW EXECUTE FUNCTION office.agenda_item_check_session();

--
-- Name: job job_notify; Type: TRIGGER; Schema: office; Owner: -
--

CREATE TRIGGER job_notify AFTER INSERT ON office.job FOR EACH ROW EXECUTE FUNCTION office.job_notify();

--
-- Name: nomination nomination_check_step; Type: TRIGGER; Schema: office; Owner: -
--

CREATE TRIGGER nomination_check_step BEFORE UPDATE OF state ON office.nomination FOR EACH ROW EXECUTE FUNCTION office.nomination_check_step();

--
-- Name: nomination nomination_log_insert; Type: TRIGGER; Schema: office; Owner: -
--

CREATE TRIGGER nomination_log_insert AFTER INSERT ON office.nomination REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION office.nomination_log_state();

--
-- Name: nomination nomination_log_update; Type: TRIGGER; Schema: office; Owner: -
--

CREATE TRIGGER nomination_log_update AFTER UPDATE ON office.nomination REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION office.nomination_log_state();

--
-- Name: paper_count paper_count_check_open; Type: TRIGGER; Schema: office; Owner: -
--

CREATE TRIGGER paper_count_check_open BEFORE INSERT OR UPDATE ON office.paper_count FOR EACH ROW EXECUTE FUNCTION office.vote_check_open();

--
-- Name: vote vote_check_open; Type: TRIGGER; Schema: office; Owner: -
--

CREATE TRIGGER vote_check_open BEFORE INSERT OR UPDATE ON office.vote FOR EACH ROW EXECUTE FUNCTION office.vote_check_open();

--
-- Name: agenda_item agenda_item_nomination_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.agenda_item
    ADD CONSTRAINT agenda_item_nomination_fkey FOREIGN KEY (nomination_id) REFERENCES office.nomination(id);

--
-- Name: agenda_item agenda_item_session_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.agenda_item
    ADD CONSTRAINT agenda_item_session_fkey FOREIGN KEY (council_session_id) REFERENCES office.council_session(id);

--
-- Name: agenda_item agenda_item_vote_rule_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.agenda_item
    ADD CONSTRAINT agenda_item_vote_rule_fkey FOREIGN KEY (vote_rule_id) REFERENCES office.vote_rule(id);

--
-- Name: attachment_chunk attachment_chunk_attachment_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.attachment_chunk
    ADD CONSTRAINT attachment_chunk_attachment_fkey FOREIGN KEY (attachment_id) REFERENCES office.attachment(id) ON DELETE CASCADE;

--
-- Name: attachment attachment_dossier_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.attachment
    ADD CONSTRAINT attachment_dossier_fkey FOREIGN KEY (dossier_id, unit_id) REFERENCES office.dossier(id, unit_id);

--
-- Name: attachment attachment_nomination_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.attachment
    ADD CONSTRAINT attachment_nomination_fkey FOREIGN KEY (nomination_id) REFERENCES office.nomination(id) ON DELETE SET NULL;

--
-- Name: attachment attachment_uploaded_by_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.attachment
    ADD CONSTRAINT attachment_uploaded_by_fkey FOREIGN KEY (uploaded_by) REFERENCES office.account(id);

--
-- Name: audit_log audit_log_account_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.audit_log
    ADD CONSTRAINT audit_log_account_fkey FOREIGN KEY (account_id) REFERENCES office.account(id);

--
-- Name: audit_log audit_log_unit_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.audit_log
    ADD CONSTRAINT audit_log_unit_fkey FOREIGN KEY (unit_id) REFERENCES office.unit(id);

--
-- Name: award_alias award_alias_award_type_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.award_alias
    ADD CONSTRAINT award_alias_award_type_fkey FOREIGN KEY (award_type_id) REFERENCES office.award_type(id);

--
-- Name: council_member council_member_account_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.council_member
    ADD CONSTRAINT council_member_account_fkey FOREIGN KEY (account_id) REFERENCES office.account(id);

--
-- Name: council_member council_member_council_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.council_member
    ADD CONSTRAINT council_member_council_fkey FOREIGN KEY (council_id) REFERENCES office.council(id);

--
-- Name: council_session council_session_council_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.council_session
    ADD CONSTRAINT council_session_council_fkey FOREIGN KEY (council_id) REFERENCES office.council(id);

--
-- Name: council council_unit_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.council
    ADD CONSTRAINT council_unit_fkey FOREIGN KEY (unit_id) REFERENCES office.unit(id);

--
-- Name: credential credential_account_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.credential
    ADD CONSTRAINT credential_account_fkey FOREIGN KEY (account_id) REFERENCES office.account(id);

--
-- Name: decision decision_recorded_by_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.decision
    ADD CONSTRAINT decision_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES office.account(id);

--
-- Name: decision decision_unit_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.decision
    ADD CONSTRAINT decision_unit_fkey FOREIGN KEY (unit_id) REFERENCES office.unit(id);

--
-- Name: dossier dossier_created_by_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.dossier
    ADD CONSTRAINT dossier_created_by_fkey FOREIGN KEY (created_by) REFERENCES office.account(id);

--
-- Name: dossier dossier_season_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.dossier
    ADD CONSTRAINT dossier_season_fkey FOREIGN KEY (season_id) REFERENCES office.season(id);

--
-- Name: dossier dossier_unit_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.dossier
    ADD CONSTRAINT dossier_unit_fkey FOREIGN KEY (unit_id) REFERENCES office.unit(id);

--
-- Name: filing filing_dossier_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.filing
    ADD CONSTRAINT filing_dossier_fkey FOREIGN KEY (dossier_id, unit_id) REFERENCES office.dossier(id, unit_id);

--
-- Name: filing filing_filed_by_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.filing
    ADD CONSTRAINT filing_filed_by_fkey FOREIGN KEY (filed_by) REFERENCES office.account(id);

--
-- Name: form_once form_once_account_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.form_once
    ADD CONSTRAINT form_once_account_fkey FOREIGN KEY (account_id) REFERENCES office.account(id);

--
-- Name: honour honour_award_type_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.honour
    ADD CONSTRAINT honour_award_type_fkey FOREIGN KEY (award_type_id) REFERENCES office.award_type(id);

--
-- Name: honour honour_decision_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.honour
    ADD CONSTRAINT honour_decision_fkey FOREIGN KEY (decision_id) REFERENCES office.decision(id);

--
-- Name: honour_list honour_list_confirmed_by_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.honour_list
    ADD CONSTRAINT honour_list_confirmed_by_fkey FOREIGN KEY (confirmed_by) REFERENCES office.account(id);

--
-- Name: honour_list honour_list_decision_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.honour_list
    ADD CONSTRAINT honour_list_decision_fkey FOREIGN KEY (decision_id) REFERENCES office.decision(id);

--
-- Name: honour_list_entry honour_list_entry_honour_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.honour_list_entry
    ADD CONSTRAINT honour_list_entry_honour_fkey FOREIGN KEY (honour_id) REFERENCES office.honour(id);

--
-- Name: honour_list_entry honour_list_entry_list_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.honour_list_entry
    ADD CONSTRAINT honour_list_entry_list_fkey FOREIGN KEY (honour_list_id) REFERENCES office.honour_list(id);

--
-- Name: honour_list honour_list_job_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.honour_list
    ADD CONSTRAINT honour_list_job_fkey FOREIGN KEY (job_id) REFERENCES office.job(id) ON DELETE SET NULL;

--
-- Name: honour_list honour_list_prepared_by_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.honour_list
    ADD CONSTRAINT honour_list_prepared_by_fkey FOREIGN KEY (prepared_by) REFERENCES office.account(id);

--
-- Name: honour_list honour_list_unit_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.honour_list
    ADD CONSTRAINT honour_list_unit_fkey FOREIGN KEY (unit_id) REFERENCES office.unit(id);

--
-- Name: honour honour_nomination_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.honour
    ADD CONSTRAINT honour_nomination_fkey FOREIGN KEY (nomination_id) REFERENCES office.nomination(id);

--
-- Name: honour honour_unit_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.honour
    ADD CONSTRAINT honour_unit_fkey FOREIGN KEY (unit_id) REFERENCES office.unit(id);

--
-- Name: import import_created_by_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.import
    ADD CONSTRAINT import_created_by_fkey FOREIGN KEY (created_by) REFERENCES office.account(id);

--
-- Name: import import_dossier_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.import
    ADD CONSTRAINT import_dossier_fkey FOREIGN KEY (dossier_id, unit_id) REFERENCES office.dossier(id, unit_id);

--
-- Name: import_row import_row_award_type_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.import_row
    ADD CONSTRAINT import_row_award_type_fkey FOREIGN KEY (award_type_id) REFERENCES office.award_type(id);

--
-- Name: import_row import_row_import_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.import_row
    ADD CONSTRAINT import_row_import_fkey FOREIGN KEY (import_id) REFERENCES office.import(id) ON DELETE CASCADE;

--
-- Name: job job_account_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.job
    ADD CONSTRAINT job_account_fkey FOREIGN KEY (account_id) REFERENCES office.account(id);

--
-- Name: movement movement_unit_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.movement
    ADD CONSTRAINT movement_unit_fkey FOREIGN KEY (unit_id) REFERENCES office.unit(id);

--
-- Name: nomination nomination_award_type_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.nomination
    ADD CONSTRAINT nomination_award_type_fkey FOREIGN KEY (award_type_id) REFERENCES office.award_type(id);

--
-- Name: nomination nomination_dossier_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.nomination
    ADD CONSTRAINT nomination_dossier_fkey FOREIGN KEY (dossier_id, unit_id) REFERENCES office.dossier(id, unit_id);

--
-- Name: nomination_event nomination_event_account_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.nomination_event
    ADD CONSTRAINT nomination_event_account_fkey FOREIGN KEY (account_id) REFERENCES office.account(id);

--
-- Name: nomination_event nomination_event_nomination_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.nomination_event
    ADD CONSTRAINT nomination_event_nomination_fkey FOREIGN KEY (nomination_id) REFERENCES office.nomination(id) ON DELETE CASCADE;

--
-- Name: nomination nomination_import_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.nomination
    ADD CONSTRAINT nomination_import_fkey FOREIGN KEY (import_id) REFERENCES office.import(id);

--
-- Name: nomination nomination_state_by_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.nomination
    ADD CONSTRAINT nomination_state_by_fkey FOREIGN KEY (state_by) REFERENCES office.account(id);

--
-- Name: paper_count paper_count_confirmed_by_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.paper_count
    ADD CONSTRAINT paper_count_confirmed_by_fkey FOREIGN KEY (confirmed_by) REFERENCES office.account(id);

--
-- Name: paper_count paper_count_entered_by_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.paper_count
    ADD CONSTRAINT paper_count_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES office.account(id);

--
-- Name: paper_count paper_count_item_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.paper_count
    ADD CONSTRAINT paper_count_item_fkey FOREIGN KEY (agenda_item_id) REFERENCES office.agenda_item(id);

--
-- Name: role_grant role_grant_account_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.role_grant
    ADD CONSTRAINT role_grant_account_fkey FOREIGN KEY (account_id) REFERENCES office.account(id);

--
-- Name: role_grant role_grant_granted_by_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.role_grant
    ADD CONSTRAINT role_grant_granted_by_fkey FOREIGN KEY (granted_by) REFERENCES office.account(id);

--
-- Name: role_grant role_grant_revoked_by_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.role_grant
    ADD CONSTRAINT role_grant_revoked_by_fkey FOREIGN KEY (revoked_by) REFERENCES office.account(id);

--
-- Name: role_grant role_grant_unit_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.role_grant
    ADD CONSTRAINT role_grant_unit_fkey FOREIGN KEY (unit_id) REFERENCES office.unit(id);

--
-- Name: season season_movement_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.season
    ADD CONSTRAINT season_movement_fkey FOREIGN KEY (movement_id) REFERENCES office.movement(id);

--
-- Name: session session_account_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.session
    ADD CONSTRAINT session_account_fkey FOREIGN KEY (account_id) REFERENCES office.account(id);

--
-- Name: session_attendance session_attendance_member_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.session_attendance
    ADD CONSTRAINT session_attendance_member_fkey FOREIGN KEY (council_member_id) REFERENCES office.council_member(id);

--
-- Name: session_attendance session_attendance_session_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.session_attendance
    ADD CONSTRAINT session_attendance_session_fkey FOREIGN KEY (council_session_id) REFERENCES office.council_session(id);

--
-- Name: unit_closure unit_closure_ancestor_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.unit_closure
    ADD CONSTRAINT unit_closure_ancestor_fkey FOREIGN KEY (ancestor_id) REFERENCES office.unit(id) ON DELETE CASCADE;

--
-- Name: unit_closure unit_closure_unit_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.unit_closure
    ADD CONSTRAINT unit_closure_unit_fkey FOREIGN KEY (unit_id) REFERENCES office.unit(id) ON DELETE CASCADE;

--
-- Name: unit unit_parent_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.unit
    ADD CONSTRAINT unit_parent_fkey FOREIGN KEY (parent_id) REFERENCES office.unit(id);

--
-- Name: unit_succession unit_succession_predecessor_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.unit_succession
    ADD CONSTRAINT unit_succession_predecessor_fkey FOREIGN KEY (predecessor_id) REFERENCES office.unit(id);

--
-- Name: unit_succession unit_succession_successor_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.unit_succession
    ADD CONSTRAINT unit_succession_successor_fkey FOREIGN KEY (successor_id) REFERENCES office.unit(id);

--
-- Name: vote vote_entered_by_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.vote
    ADD CONSTRAINT vote_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES office.account(id);

--
-- Name: vote vote_item_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.vote
    ADD CONSTRAINT vote_item_fkey FOREIGN KEY (agenda_item_id) REFERENCES office.agenda_item(id);

--
-- Name: vote vote_member_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.vote
    ADD CONSTRAINT vote_member_fkey FOREIGN KEY (council_member_id) REFERENCES office.council_member(id);

--
-- Name: vote_rule vote_rule_award_type_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.vote_rule
    ADD CONSTRAINT vote_rule_award_type_fkey FOREIGN KEY (award_type_id) REFERENCES office.award_type(id);

--
-- Name: entry entry_list_fkey; Type: FK CONSTRAINT; Schema: site; Owner: -
--

ALTER TABLE ONLY site.entry
    ADD CONSTRAINT entry_list_fkey FOREIGN KEY (list_slug, list_version) REFERENCES site.list(slug, version);

--
-- Name: entry_word entry_word_entry_fkey; Type: FK CONSTRAINT; Schema: site; Owner: -
--

ALTER TABLE ONLY site.entry_word
    ADD CONSTRAINT entry_word_entry_fkey FOREIGN KEY (entry_id) REFERENCES site.entry(id);

--
-- Name: account; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.account ENABLE ROW LEVEL SECURITY;

--
-- Name: account admin_insert; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY admin_insert ON office.account FOR INSERT TO vd_app WITH CHECK (( SELECT office.has_any(VARIADIC ARRAY['administrator'::office.role]) AS has_any));

--
-- Name: movement admin_insert; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY admin_insert ON office.movement FOR INSERT TO vd_app WITH CHECK ((unit_id IN ( SELECT office.my_units(office.role_bit('administrator'::office.role)) AS my_units)));

--
-- Name: role_grant admin_insert; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY admin_insert ON office.role_grant FOR INSERT TO vd_app WITH CHECK ((unit_id IN ( SELECT office.my_units(office.role_bit('administrator'::office.role)) AS my_units)));

--
-- Name: season admin_insert; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY admin_insert ON office.season FOR INSERT TO vd_app WITH CHECK (( SELECT office.holds_at_root(office.role_bit('administrator'::office.role)) AS holds_at_root));

--
-- Name: role_grant admin_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY admin_read ON office.role_grant FOR SELECT TO vd_app USING (((account_id = ( SELECT office.me() AS me)) OR ( SELECT office.has_any(VARIADIC ARRAY['administrator'::office.role, 'auditor'::office.role]) AS has_any)));

--
-- Name: account admin_update; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY admin_update ON office.account FOR UPDATE TO vd_app USING (office.may_administer(id)) WITH CHECK (office.may_administer(id));

--
-- Name: movement admin_update; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY admin_update ON office.movement FOR UPDATE TO vd_app USING ((unit_id IN ( SELECT office.my_units(office.role_bit('administrator'::office.role)) AS my_units))) WITH CHECK ((unit_id IN ( SELECT office.my_units(office.role_bit('administrator'::office.role)) AS my_units)));

--
-- Name: role_grant admin_update; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY admin_update ON office.role_grant FOR UPDATE TO vd_app USING ((unit_id IN ( SELECT office.my_units(office.role_bit('administrator'::office.role)) AS my_units))) WITH CHECK (true);

--
-- Name: season admin_update; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY admin_update ON office.season FOR UPDATE TO vd_app USING (( SELECT office.holds_at_root(office.role_bit('administrator'::office.role)) AS holds_at_root)) WITH CHECK (( SELECT office.holds_at_root(office.role_bit('administrator'::office.role)) AS holds_at_root));

--
-- Name: agenda_item; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.agenda_item ENABLE ROW LEVEL SECURITY;

--
-- Name: account app_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY app_read ON office.account FOR SELECT TO vd_app USING (true);

--
-- Name: award_alias app_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY app_read ON office.award_alias FOR SELECT TO vd_app USING (true);

--
-- Name: award_type app_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY app_read ON office.award_type FOR SELECT TO vd_app USING (true);

--
-- Name: base_salary app_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY app_read ON office.base_salary FOR SELECT TO vd_app USING (true);

--
-- Name: bonus_rounding app_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY app_read ON office.bonus_rounding FOR SELECT TO vd_app USING (true);

--
-- Name: movement app_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY app_read ON office.movement FOR SELECT TO vd_app USING (true);

--
-- Name: nomination_step app_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY app_read ON office.nomination_step FOR SELECT TO vd_app USING (true);

--
-- Name: season app_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY app_read ON office.season FOR SELECT TO vd_app USING (true);

--
-- Name: unit app_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY app_read ON office.unit FOR SELECT TO vd_app USING (true);

--
-- Name: unit_closure app_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY app_read ON office.unit_closure FOR SELECT TO vd_app USING (true);

--
-- Name: unit_succession app_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY app_read ON office.unit_succession FOR SELECT TO vd_app USING (true);

--
-- Name: vote_rule app_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY app_read ON office.vote_rule FOR SELECT TO vd_app USING (true);

--
-- Name: attachment; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.attachment ENABLE ROW LEVEL SECURITY;

--
-- Name: attachment_chunk; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.attachment_chunk ENABLE ROW LEVEL SECURITY;

--
-- Name: session_attendance attendance_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY attendance_all ON office.session_attendance FOR SELECT TO vd_app USING ((EXISTS ( SELECT 1
   FROM office.council_session s
  WHERE (s.id = session_attendance.council_session_id))));

--
-- Name: session_attendance attendance_insert; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY attendance_insert ON office.session_attendance FOR INSERT TO vd_app WITH CHECK ((( SELECT office.has_any(VARIADIC ARRAY['council_secretary'::office.role]) AS has_any) AND (EXISTS ( SELECT 1
   FROM office.council_session s
  WHERE (s.id = session_attendance.council_session_id)))));

--
-- Name: session_attendance attendance_update; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY attendance_update ON office.session_attendance FOR UPDATE TO vd_app USING ((( SELECT office.has_any(VARIADIC ARRAY['council_secretary'::office.role]) AS has_any) AND (EXISTS ( SELECT 1
   FROM office.council_session s
  WHERE (s.id = session_attendance.council_session_id)))));

--
-- Name: audit_log audit_insert; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY audit_insert ON office.audit_log FOR INSERT TO vd_app WITH CHECK ((NOT (account_id IS DISTINCT FROM ( SELECT office.me() AS me))));

--
-- Name: audit_log; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.audit_log ENABLE ROW LEVEL SECURITY;

--
-- Name: audit_log audit_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY audit_read ON office.audit_log FOR SELECT TO vd_app USING ((( SELECT office.holds_at_root((office.role_bit('auditor'::office.role) | office.role_bit('administrator'::office.role))) AS holds_at_root) OR (unit_id IN ( SELECT office.my_units((office.role_bit('auditor'::office.role) | office.role_bit('administrator'::office.role))) AS my_units))));

--
-- Name: award_alias; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.award_alias ENABLE ROW LEVEL SECURITY;

--
-- Name: award_type; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.award_type ENABLE ROW LEVEL SECURITY;

--
-- Name: base_salary; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.base_salary ENABLE ROW LEVEL SECURITY;

--
-- Name: bonus_rounding; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.bonus_rounding ENABLE ROW LEVEL SECURITY;

--
-- Name: attachment_chunk chunk_insert; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY chunk_insert ON office.attachment_chunk FOR INSERT TO vd_app WITH CHECK ((EXISTS ( SELECT 1
   FROM office.attachment a
  WHERE (a.id = attachment_chunk.attachment_id))));

--
-- Name: attachment_chunk chunk_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY chunk_read ON office.attachment_chunk FOR SELECT TO vd_app USING ((EXISTS ( SELECT 1
   FROM office.attachment a
  WHERE (a.id = attachment_chunk.attachment_id))));

--
-- Name: council; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.council ENABLE ROW LEVEL SECURITY;

--
-- Name: council council_insert; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY council_insert ON office.council FOR INSERT TO vd_app WITH CHECK (( SELECT office.has_any(VARIADIC ARRAY['administrator'::office.role]) AS has_any));

--
-- Name: council_member; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.council_member ENABLE ROW LEVEL SECURITY;

--
-- Name: council council_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY council_read ON office.council FOR SELECT TO vd_app USING (((id IN ( SELECT office.my_councils() AS my_councils)) OR (unit_id IN ( SELECT office.my_units(office.role_bit('administrator'::office.role)) AS my_units))));

--
-- Name: council_session; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.council_session ENABLE ROW LEVEL SECURITY;

--
-- Name: council council_update; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY council_update ON office.council FOR UPDATE TO vd_app USING (( SELECT office.has_any(VARIADIC ARRAY['administrator'::office.role]) AS has_any));

--
-- Name: credential; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.credential ENABLE ROW LEVEL SECURITY;

--
-- Name: decision; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.decision ENABLE ROW LEVEL SECURITY;

--
-- Name: decision decision_insert; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY decision_insert ON office.decision FOR INSERT TO vd_app WITH CHECK (((recorded_by = ( SELECT office.me() AS me)) AND (unit_id IN ( SELECT office.my_units(office.role_bit('signatory'::office.role)) AS my_units))));

--
-- Name: decision decision_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY decision_read ON office.decision FOR SELECT TO vd_app USING (((unit_id IN ( SELECT office.my_units(office.reading_roles()) AS my_units)) OR (EXISTS ( SELECT 1
   FROM office.honour h
  WHERE (h.decision_id = decision.id)))));

--
-- Name: dossier; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.dossier ENABLE ROW LEVEL SECURITY;

--
-- Name: nomination_event event_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY event_read ON office.nomination_event FOR SELECT TO vd_app USING ((EXISTS ( SELECT 1
   FROM office.nomination n
  WHERE (n.id = nomination_event.nomination_id))));

--
-- Name: filing; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.filing ENABLE ROW LEVEL SECURITY;

--
-- Name: form_once; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.form_once ENABLE ROW LEVEL SECURITY;

--
-- Name: honour; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.honour ENABLE ROW LEVEL SECURITY;

--
-- Name: honour honour_insert; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY honour_insert ON office.honour FOR INSERT TO vd_app WITH CHECK (( SELECT office.has_any(VARIADIC ARRAY['signatory'::office.role]) AS has_any));

--
-- Name: honour_list; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.honour_list ENABLE ROW LEVEL SECURITY;

--
-- Name: honour_list_entry; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.honour_list_entry ENABLE ROW LEVEL SECURITY;

--
-- Name: honour honour_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY honour_read ON office.honour FOR SELECT TO vd_app USING ((( SELECT office.sees_all() AS sees_all) OR (unit_id IN ( SELECT office.my_units(office.reading_roles()) AS my_units))));

--
-- Name: honour honour_update; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY honour_update ON office.honour FOR UPDATE TO vd_app USING (( SELECT office.has_any(VARIADIC ARRAY['signatory'::office.role]) AS has_any));

--
-- Name: import; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.import ENABLE ROW LEVEL SECURITY;

--
-- Name: import_row; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.import_row ENABLE ROW LEVEL SECURITY;

--
-- Name: agenda_item item_delete; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY item_delete ON office.agenda_item FOR DELETE TO vd_app USING (((state = 'waiting'::office.item_state) AND ( SELECT office.has_any(VARIADIC ARRAY['appraiser'::office.role, 'council_secretary'::office.role]) AS has_any)));

--
-- Name: agenda_item item_insert; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY item_insert ON office.agenda_item FOR INSERT TO vd_app WITH CHECK ((( SELECT office.has_any(VARIADIC ARRAY['appraiser'::office.role, 'council_secretary'::office.role]) AS has_any) AND (EXISTS ( SELECT 1
   FROM office.council_session s
  WHERE (s.id = agenda_item.council_session_id)))));

--
-- Name: agenda_item item_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY item_read ON office.agenda_item FOR SELECT TO vd_app USING (((EXISTS ( SELECT 1
   FROM office.council_session s
  WHERE (s.id = agenda_item.council_session_id))) OR (EXISTS ( SELECT 1
   FROM office.nomination n
  WHERE (n.id = agenda_item.nomination_id)))));

--
-- Name: agenda_item item_update; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY item_update ON office.agenda_item FOR UPDATE TO vd_app USING ((( SELECT office.has_any(VARIADIC ARRAY['appraiser'::office.role, 'council_secretary'::office.role, 'council_chair'::office.role]) AS has_any) AND (EXISTS ( SELECT 1
   FROM office.council_session s
  WHERE (s.id = agenda_item.council_session_id)))));

--
-- Name: job; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.job ENABLE ROW LEVEL SECURITY;

--
-- Name: job job_insert; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY job_insert ON office.job FOR INSERT TO vd_app WITH CHECK ((NOT (account_id IS DISTINCT FROM ( SELECT office.me() AS me))));

--
-- Name: job job_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY job_read ON office.job FOR SELECT TO vd_app USING (true);

--
-- Name: job job_update; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY job_update ON office.job FOR UPDATE TO vd_app USING (true) WITH CHECK (true);

--
-- Name: honour_list_entry list_entry_insert; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY list_entry_insert ON office.honour_list_entry FOR INSERT TO vd_app WITH CHECK ((( SELECT office.has_any(VARIADIC ARRAY['publisher'::office.role]) AS has_any) AND (EXISTS ( SELECT 1
   FROM office.honour_list l
  WHERE (l.id = honour_list_entry.honour_list_id)))));

--
-- Name: honour_list_entry list_entry_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY list_entry_read ON office.honour_list_entry FOR SELECT TO vd_app USING ((( SELECT office.has_any(VARIADIC ARRAY['publisher'::office.role, 'signatory'::office.role, 'auditor'::office.role]) AS has_any) AND (EXISTS ( SELECT 1
   FROM office.honour_list l
  WHERE (l.id = honour_list_entry.honour_list_id)))));

--
-- Name: honour_list_entry list_entry_update; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY list_entry_update ON office.honour_list_entry FOR UPDATE TO vd_app USING ((( SELECT office.has_any(VARIADIC ARRAY['publisher'::office.role]) AS has_any) AND (EXISTS ( SELECT 1
   FROM office.honour_list l
  WHERE (l.id = honour_list_entry.honour_list_id)))));

--
-- Name: honour_list list_insert; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY list_insert ON office.honour_list FOR INSERT TO vd_app WITH CHECK (((prepared_by = ( SELECT office.me() AS me)) AND (unit_id IN ( SELECT office.my_units(office.role_bit('publisher'::office.role)) AS my_units))));

--
-- Name: honour_list list_press; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY list_press ON office.honour_list FOR SELECT TO vd_app USING ((( SELECT office.has_any(VARIADIC ARRAY['press'::office.role]) AS has_any) AND (published_version > 0) AND (release_at <= now())));

--
-- Name: honour_list list_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY list_read ON office.honour_list FOR SELECT TO vd_app USING ((( SELECT office.has_any(VARIADIC ARRAY['publisher'::office.role, 'signatory'::office.role, 'auditor'::office.role]) AS has_any) AND (( SELECT office.sees_all() AS sees_all) OR (unit_id IN ( SELECT office.my_units(office.reading_roles()) AS my_units)))));

--
-- Name: honour_list list_update; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY list_update ON office.honour_list FOR UPDATE TO vd_app USING ((unit_id IN ( SELECT office.my_units((office.role_bit('publisher'::office.role) | office.role_bit('signatory'::office.role))) AS my_units)));

--
-- Name: login_attempt; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.login_attempt ENABLE ROW LEVEL SECURITY;

--
-- Name: council_member member_insert; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY member_insert ON office.council_member FOR INSERT TO vd_app WITH CHECK (( SELECT office.has_any(VARIADIC ARRAY['administrator'::office.role]) AS has_any));

--
-- Name: council_member member_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY member_read ON office.council_member FOR SELECT TO vd_app USING ((council_id IN ( SELECT office.my_councils() AS my_councils)));

--
-- Name: council_member member_update; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY member_update ON office.council_member FOR UPDATE TO vd_app USING (( SELECT office.has_any(VARIADIC ARRAY['administrator'::office.role]) AS has_any));

--
-- Name: movement; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.movement ENABLE ROW LEVEL SECURITY;

--
-- Name: nomination; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.nomination ENABLE ROW LEVEL SECURITY;

--
-- Name: nomination nomination_delete; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY nomination_delete ON office.nomination FOR DELETE TO vd_app USING (((state = 'draft'::office.nomination_state) AND (unit_id IN ( SELECT office.my_units((office.role_bit('drafter'::office.role) | office.role_bit('unit_head'::office.role))) AS my_units))));

--
-- Name: nomination_event; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.nomination_event ENABLE ROW LEVEL SECURITY;

--
-- Name: nomination nomination_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY nomination_read ON office.nomination FOR SELECT TO vd_app USING ((( SELECT office.sees_all() AS sees_all) OR (unit_id IN ( SELECT office.my_units(office.reading_roles()) AS my_units)) OR (id IN ( SELECT office.my_agenda_nominations() AS my_agenda_nominations))));

--
-- Name: nomination_step; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.nomination_step ENABLE ROW LEVEL SECURITY;

--
-- Name: form_once own_insert; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY own_insert ON office.form_once FOR INSERT TO vd_app WITH CHECK ((account_id = ( SELECT office.me() AS me)));

--
-- Name: session own_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY own_read ON office.session FOR SELECT TO vd_app USING ((account_id = ( SELECT office.me() AS me)));

--
-- Name: account owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.account TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: agenda_item owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.agenda_item TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: attachment owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.attachment TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: attachment_chunk owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.attachment_chunk TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: audit_log owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.audit_log TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: award_alias owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.award_alias TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: award_type owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.award_type TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: base_salary owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.base_salary TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: bonus_rounding owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.bonus_rounding TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: council owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.council TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: council_member owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.council_member TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: council_session owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.council_session TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: credential owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.credential TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: decision owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.decision TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: dossier owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.dossier TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: filing owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.filing TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: form_once owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.form_once TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: honour owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.honour TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: honour_list owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.honour_list TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: honour_list_entry owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.honour_list_entry TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: import owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.import TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: import_row owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.import_row TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: job owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.job TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: login_attempt owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.login_attempt TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: movement owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.movement TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: nomination owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.nomination TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: nomination_event owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.nomination_event TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: nomination_step owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.nomination_step TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: paper_count owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.paper_count TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: role_grant owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.role_grant TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: season owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.season TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: session owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.session TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: session_attendance owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.session_attendance TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: unit owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.unit TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: unit_closure owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.unit_closure TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: unit_succession owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.unit_succession TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: vote owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.vote TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: vote_rule owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.vote_rule TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: paper_count; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.paper_count ENABLE ROW LEVEL SECURITY;

--
-- Name: paper_count paper_insert; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY paper_insert ON office.paper_count FOR INSERT TO vd_app WITH CHECK (((entered_by = ( SELECT office.me() AS me)) AND (confirmed_by IS NULL) AND ( SELECT office.has_any(VARIADIC ARRAY['council_secretary'::office.role, 'council_chair'::office.role, 'council_member'::office.role]) AS has_any)));

--
-- Name: paper_count paper_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY paper_read ON office.paper_count FOR SELECT TO vd_app USING ((EXISTS ( SELECT 1
   FROM office.agenda_item i
  WHERE (i.id = paper_count.agenda_item_id))));

--
-- Name: paper_count paper_update; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY paper_update ON office.paper_count FOR UPDATE TO vd_app USING (((confirmed_by IS NULL) AND ( SELECT office.has_any(VARIADIC ARRAY['council_secretary'::office.role, 'council_chair'::office.role, 'council_member'::office.role]) AS has_any))) WITH CHECK (((entered_by = ( SELECT office.me() AS me)) OR (confirmed_by = ( SELECT office.me() AS me))));

--
-- Name: role_grant; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.role_grant ENABLE ROW LEVEL SECURITY;

--
-- Name: import_row row_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY row_all ON office.import_row TO vd_app USING ((EXISTS ( SELECT 1
   FROM office.import i
  WHERE (i.id = import_row.import_id)))) WITH CHECK ((EXISTS ( SELECT 1
   FROM office.import i
  WHERE (i.id = import_row.import_id))));

--
-- Name: season; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.season ENABLE ROW LEVEL SECURITY;

--
-- Name: session; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.session ENABLE ROW LEVEL SECURITY;

--
-- Name: session_attendance; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.session_attendance ENABLE ROW LEVEL SECURITY;

--
-- Name: council_session session_insert; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY session_insert ON office.council_session FOR INSERT TO vd_app WITH CHECK (((council_id IN ( SELECT office.my_councils() AS my_councils)) AND ( SELECT office.has_any(VARIADIC ARRAY['council_secretary'::office.role]) AS has_any)));

--
-- Name: council_session session_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY session_read ON office.council_session FOR SELECT TO vd_app USING ((council_id IN ( SELECT office.my_councils() AS my_councils)));

--
-- Name: council_session session_update; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY session_update ON office.council_session FOR UPDATE TO vd_app USING (((council_id IN ( SELECT office.my_councils() AS my_councils)) AND ( SELECT office.has_any(VARIADIC ARRAY['council_secretary'::office.role, 'council_chair'::office.role]) AS has_any)));

--
-- Name: unit; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.unit ENABLE ROW LEVEL SECURITY;

--
-- Name: unit_closure; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.unit_closure ENABLE ROW LEVEL SECURITY;

--
-- Name: attachment unit_insert; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY unit_insert ON office.attachment FOR INSERT TO vd_app WITH CHECK ((unit_id IN ( SELECT office.my_units(office.writing_roles()) AS my_units)));

--
-- Name: dossier unit_insert; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY unit_insert ON office.dossier FOR INSERT TO vd_app WITH CHECK ((unit_id IN ( SELECT office.my_units(office.writing_roles()) AS my_units)));

--
-- Name: filing unit_insert; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY unit_insert ON office.filing FOR INSERT TO vd_app WITH CHECK ((unit_id IN ( SELECT office.my_units(office.writing_roles()) AS my_units)));

--
-- Name: import unit_insert; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY unit_insert ON office.import FOR INSERT TO vd_app WITH CHECK ((unit_id IN ( SELECT office.my_units(office.writing_roles()) AS my_units)));

--
-- Name: nomination unit_insert; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY unit_insert ON office.nomination FOR INSERT TO vd_app WITH CHECK ((unit_id IN ( SELECT office.my_units(office.writing_roles()) AS my_units)));

--
-- Name: attachment unit_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY unit_read ON office.attachment FOR SELECT TO vd_app USING ((( SELECT office.sees_all() AS sees_all) OR (unit_id IN ( SELECT office.my_units(office.reading_roles()) AS my_units))));

--
-- Name: dossier unit_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY unit_read ON office.dossier FOR SELECT TO vd_app USING ((( SELECT office.sees_all() AS sees_all) OR (unit_id IN ( SELECT office.my_units(office.reading_roles()) AS my_units))));

--
-- Name: filing unit_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY unit_read ON office.filing FOR SELECT TO vd_app USING ((( SELECT office.sees_all() AS sees_all) OR (unit_id IN ( SELECT office.my_units(office.reading_roles()) AS my_units))));

--
-- Name: import unit_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY unit_read ON office.import FOR SELECT TO vd_app USING ((( SELECT office.sees_all() AS sees_all) OR (unit_id IN ( SELECT office.my_units(office.reading_roles()) AS my_units))));

--
-- Name: unit_succession; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.unit_succession ENABLE ROW LEVEL SECURITY;

--
-- Name: attachment unit_update; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY unit_update ON office.attachment FOR UPDATE TO vd_app USING ((unit_id IN ( SELECT office.my_units(office.writing_roles()) AS my_units))) WITH CHECK ((unit_id IN ( SELECT office.my_units(office.writing_roles()) AS my_units)));

--
-- Name: dossier unit_update; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY unit_update ON office.dossier FOR UPDATE TO vd_app USING ((unit_id IN ( SELECT office.my_units(office.writing_roles()) AS my_units))) WITH CHECK ((unit_id IN ( SELECT office.my_units(office.writing_roles()) AS my_units)));

--
-- Name: filing unit_update; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY unit_update ON office.filing FOR UPDATE TO vd_app USING ((unit_id IN ( SELECT office.my_units(office.writing_roles()) AS my_units))) WITH CHECK ((unit_id IN ( SELECT office.my_units(office.writing_roles()) AS my_units)));

--
-- Name: import unit_update; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY unit_update ON office.import FOR UPDATE TO vd_app USING ((unit_id IN ( SELECT office.my_units(office.writing_roles()) AS my_units))) WITH CHECK ((unit_id IN ( SELECT office.my_units(office.writing_roles()) AS my_units)));

--
-- Name: nomination unit_update; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY unit_update ON office.nomination FOR UPDATE TO vd_app USING ((unit_id IN ( SELECT office.my_units(office.writing_roles()) AS my_units))) WITH CHECK ((unit_id IN ( SELECT office.my_units(office.writing_roles()) AS my_units)));

--
-- Name: vote; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.vote ENABLE ROW LEVEL SECURITY;

--
-- Name: vote vote_insert; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY vote_insert ON office.vote FOR INSERT TO vd_app WITH CHECK (((entered_by = ( SELECT office.me() AS me)) AND (EXISTS ( SELECT 1
   FROM office.agenda_item i
  WHERE ((i.id = vote.agenda_item_id) AND (i.state = 'open'::office.item_state)))) AND (((NOT written) AND (council_member_id IN ( SELECT office.my_member_ids() AS my_member_ids))) OR (written AND ( SELECT office.has_any(VARIADIC ARRAY['council_secretary'::office.role]) AS has_any)))));

--
-- Name: vote vote_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY vote_read ON office.vote FOR SELECT TO vd_app USING (((council_member_id IN ( SELECT office.my_member_ids() AS my_member_ids)) OR (( SELECT office.has_any(VARIADIC ARRAY['council_secretary'::office.role, 'auditor'::office.role]) AS has_any) AND (EXISTS ( SELECT 1
   FROM ((office.agenda_item i
     JOIN office.council_session s ON ((s.id = i.council_session_id)))
     JOIN office.council c ON ((c.id = s.council_id)))
  WHERE ((i.id = vote.agenda_item_id) AND (c.unit_id IN ( SELECT office.my_units((office.role_bit('council_secretary'::office.role) | office.role_bit('auditor'::office.role))) AS my_units)))))) OR ((council_member_id IN ( SELECT office.my_fellow_members() AS my_fellow_members)) AND (EXISTS ( SELECT 1
   FROM office.agenda_item i
  WHERE ((i.id = vote.agenda_item_id) AND (i.state = ANY (ARRAY['passed'::office.item_state, 'failed'::office.item_state]))))))));

--
-- Name: vote_rule; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.vote_rule ENABLE ROW LEVEL SECURITY;

--
-- Name: vote vote_update; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY vote_update ON office.vote FOR UPDATE TO vd_app USING (((EXISTS ( SELECT 1
   FROM office.agenda_item i
  WHERE ((i.id = vote.agenda_item_id) AND (i.state = 'open'::office.item_state)))) AND (((NOT written) AND (council_member_id IN ( SELECT office.my_member_ids() AS my_member_ids))) OR (written AND ( SELECT office.has_any(VARIADIC ARRAY['council_secretary'::office.role]) AS has_any))))) WITH CHECK ((entered_by = ( SELECT office.me() AS me)));

--
-- Name: artifact; Type: ROW SECURITY; Schema: site; Owner: -
--

ALTER TABLE site.artifact ENABLE ROW LEVEL SECURITY;

--
-- Name: entry; Type: ROW SECURITY; Schema: site; Owner: -
--

ALTER TABLE site.entry ENABLE ROW LEVEL SECURITY;

--
-- Name: entry_word; Type: ROW SECURITY; Schema: site; Owner: -
--

ALTER TABLE site.entry_word ENABLE ROW LEVEL SECURITY;

--
-- Name: facet; Type: ROW SECURITY; Schema: site; Owner: -
--

ALTER TABLE site.facet ENABLE ROW LEVEL SECURITY;

--
-- Name: generation; Type: ROW SECURITY; Schema: site; Owner: -
--

ALTER TABLE site.generation ENABLE ROW LEVEL SECURITY;

--
-- Name: list; Type: ROW SECURITY; Schema: site; Owner: -
--

ALTER TABLE site.list ENABLE ROW LEVEL SECURITY;

--
-- Name: artifact owner_all; Type: POLICY; Schema: site; Owner: -
--

CREATE POLICY owner_all ON site.artifact TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: entry owner_all; Type: POLICY; Schema: site; Owner: -
--

CREATE POLICY owner_all ON site.entry TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: entry_word owner_all; Type: POLICY; Schema: site; Owner: -
--

CREATE POLICY owner_all ON site.entry_word TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: facet owner_all; Type: POLICY; Schema: site; Owner: -
--

CREATE POLICY owner_all ON site.facet TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: generation owner_all; Type: POLICY; Schema: site; Owner: -
--

CREATE POLICY owner_all ON site.generation TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: list owner_all; Type: POLICY; Schema: site; Owner: -
--

CREATE POLICY owner_all ON site.list TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: word owner_all; Type: POLICY; Schema: site; Owner: -
--

CREATE POLICY owner_all ON site.word TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: artifact site_artifact_public; Type: POLICY; Schema: site; Owner: -
--

CREATE POLICY site_artifact_public ON site.artifact FOR SELECT TO vd_public USING ((visible_from <= now()));

--
-- Name: artifact site_artifact_read; Type: POLICY; Schema: site; Owner: -
--

CREATE POLICY site_artifact_read ON site.artifact FOR SELECT TO vd_app USING ((( SELECT office.me() AS me) IS NOT NULL));

--
-- Name: artifact site_artifact_write; Type: POLICY; Schema: site; Owner: -
--

CREATE POLICY site_artifact_write ON site.artifact FOR INSERT TO vd_app WITH CHECK (( SELECT office.has_any(VARIADIC ARRAY['publisher'::office.role]) AS has_any));

--
-- Name: word site_count_read; Type: POLICY; Schema: site; Owner: -
--

CREATE POLICY site_count_read ON site.word FOR SELECT TO vd_app, vd_public USING (true);

--
-- Name: word site_count_update; Type: POLICY; Schema: site; Owner: -
--

CREATE POLICY site_count_update ON site.word FOR UPDATE TO vd_app USING (( SELECT office.has_any(VARIADIC ARRAY['publisher'::office.role]) AS has_any));

--
-- Name: word site_count_write; Type: POLICY; Schema: site; Owner: -
--

CREATE POLICY site_count_write ON site.word FOR INSERT TO vd_app WITH CHECK (( SELECT office.has_any(VARIADIC ARRAY['publisher'::office.role]) AS has_any));

--
-- Name: entry site_entry_current; Type: POLICY; Schema: site; Owner: -
--

CREATE POLICY site_entry_current ON site.entry FOR UPDATE TO vd_app USING (( SELECT office.has_any(VARIADIC ARRAY['publisher'::office.role]) AS has_any));

--
-- Name: entry site_entry_public; Type: POLICY; Schema: site; Owner: -
--

CREATE POLICY site_entry_public ON site.entry FOR SELECT TO vd_public USING ((visible_from <= now()));

--
-- Name: entry site_entry_read; Type: POLICY; Schema: site; Owner: -
--

CREATE POLICY site_entry_read ON site.entry FOR SELECT TO vd_app USING ((( SELECT office.me() AS me) IS NOT NULL));

--
-- Name: entry site_entry_write; Type: POLICY; Schema: site; Owner: -
--

CREATE POLICY site_entry_write ON site.entry FOR INSERT TO vd_app WITH CHECK (( SELECT office.has_any(VARIADIC ARRAY['publisher'::office.role]) AS has_any));

--
-- Name: facet site_facet_public; Type: POLICY; Schema: site; Owner: -
--

CREATE POLICY site_facet_public ON site.facet FOR SELECT TO vd_public USING ((visible_from <= now()));

--
-- Name: facet site_facet_read; Type: POLICY; Schema: site; Owner: -
--

CREATE POLICY site_facet_read ON site.facet FOR SELECT TO vd_app USING ((( SELECT office.me() AS me) IS NOT NULL));

--
-- Name: facet site_facet_update; Type: POLICY; Schema: site; Owner: -
--

CREATE POLICY site_facet_update ON site.facet FOR UPDATE TO vd_app USING (( SELECT office.has_any(VARIADIC ARRAY['publisher'::office.role]) AS has_any));

--
-- Name: facet site_facet_write; Type: POLICY; Schema: site; Owner: -
--

CREATE POLICY site_facet_write ON site.facet FOR INSERT TO vd_app WITH CHECK (( SELECT office.has_any(VARIADIC ARRAY['publisher'::office.role]) AS has_any));

--
-- Name: generation site_generation_read; Type: POLICY; Schema: site; Owner: -
--

CREATE POLICY site_generation_read ON site.generation FOR SELECT TO vd_app, vd_public USING (true);

--
-- Name: generation site_generation_update; Type: POLICY; Schema: site; Owner: -
--

CREATE POLICY site_generation_update ON site.generation FOR UPDATE TO vd_app USING (( SELECT office.has_any(VARIADIC ARRAY['publisher'::office.role]) AS has_any));

--
-- Name: list site_list_public; Type: POLICY; Schema: site; Owner: -
--

CREATE POLICY site_list_public ON site.list FOR SELECT TO vd_public USING ((visible_from <= now()));

--
-- Name: list site_list_read; Type: POLICY; Schema: site; Owner: -
--

CREATE POLICY site_list_read ON site.list FOR SELECT TO vd_app USING ((( SELECT office.me() AS me) IS NOT NULL));

--
-- Name: list site_list_write; Type: POLICY; Schema: site; Owner: -
--

CREATE POLICY site_list_write ON site.list FOR INSERT TO vd_app WITH CHECK (( SELECT office.has_any(VARIADIC ARRAY['publisher'::office.role]) AS has_any));

--
-- Name: entry_word site_word_delete; Type: POLICY; Schema: site; Owner: -
--

CREATE POLICY site_word_delete ON site.entry_word FOR DELETE TO vd_app USING (( SELECT office.has_any(VARIADIC ARRAY['publisher'::office.role]) AS has_any));

--
-- Name: entry_word site_word_public; Type: POLICY; Schema: site; Owner: -
--

CREATE POLICY site_word_public ON site.entry_word FOR SELECT TO vd_public USING ((visible_from <= now()));

--
-- Name: entry_word site_word_read; Type: POLICY; Schema: site; Owner: -
--

CREATE POLICY site_word_read ON site.entry_word FOR SELECT TO vd_app USING ((( SELECT office.me() AS me) IS NOT NULL));

--
-- Name: entry_word site_word_write; Type: POLICY; Schema: site; Owner: -
--

CREATE POLICY site_word_write ON site.entry_word FOR INSERT TO vd_app WITH CHECK (( SELECT office.has_any(VARIADIC ARRAY['publisher'::office.role]) AS has_any));

--
-- Name: word; Type: ROW SECURITY; Schema: site; Owner: -
--

ALTER TABLE site.word ENABLE ROW LEVEL SECURITY;

--
-- Name: SCHEMA meta; Type: ACL; Schema: -; Owner: -
--

GRANT USAGE ON SCHEMA meta TO vd_app;

--
-- Name: SCHEMA office; Type: ACL; Schema: -; Owner: -
--

GRANT USAGE ON SCHEMA office TO vd_app;
GRANT USAGE ON SCHEMA office TO vd_public;

--
-- Name: SCHEMA site; Type: ACL; Schema: -; Owner: -
--

GRANT USAGE ON SCHEMA site TO vd_app;
GRANT USAGE ON SCHEMA site TO vd_public;

--
-- Name: TYPE achievement_field; Type: ACL; Schema: office; Owner: -
--

GRANT ALL ON TYPE office.achievement_field TO vd_public;

--
-- Name: TYPE nominee_kind; Type: ACL; Schema: office; Owner: -
--

GRANT ALL ON TYPE office.nominee_kind TO vd_public;

--
-- Name: FUNCTION agenda_item_check_session(); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.agenda_item_check_session() FROM PUBLIC;
GRANT ALL ON FUNCTION office.agenda_item_check_session() TO vd_app;

--
-- Name: FUNCTION assume(who bigint); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.assume(who bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION office.assume(who bigint) TO vd_app;

--
-- Name: FUNCTION has_any(VARIADIC wanted office.role[]); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.has_any(VARIADIC wanted office.role[]) FROM PUBLIC;
GRANT ALL ON FUNCTION office.has_any(VARIADIC wanted office.role[]) TO vd_app;

--
-- Name: FUNCTION holds_at_root(mask integer); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.holds_at_root(mask integer) FROM PUBLIC;
GRANT ALL ON FUNCTION office.holds_at_root(mask integer) TO vd_app;

--
-- Name: FUNCTION job_notify(); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.job_notify() FROM PUBLIC;
GRANT ALL ON FUNCTION office.job_notify() TO vd_app;

--
-- Name: FUNCTION login_failures(typed text, client text); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.login_failures(typed text, client text) FROM PUBLIC;
GRANT ALL ON FUNCTION office.login_failures(typed text, client text) TO vd_app;

--
-- Name: FUNCTION login_lookup(typed text); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.login_lookup(typed text) FROM PUBLIC;
GRANT ALL ON FUNCTION office.login_lookup(typed text) TO vd_app;

--
-- Name: FUNCTION login_record(typed text, client text, ok boolean); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.login_record(typed text, client text, ok boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION office.login_record(typed text, client text, ok boolean) TO vd_app;

--
-- Name: FUNCTION may_administer(who bigint); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.may_administer(who bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION office.may_administer(who bigint) TO vd_app;

--
-- Name: FUNCTION me(); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.me() FROM PUBLIC;
GRANT ALL ON FUNCTION office.me() TO vd_app;

--
-- Name: FUNCTION my_agenda_nominations(); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.my_agenda_nominations() FROM PUBLIC;
GRANT ALL ON FUNCTION office.my_agenda_nominations() TO vd_app;

--
-- Name: FUNCTION my_councils(); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.my_councils() FROM PUBLIC;
GRANT ALL ON FUNCTION office.my_councils() TO vd_app;

--
-- Name: FUNCTION my_fellow_members(); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.my_fellow_members() FROM PUBLIC;
GRANT ALL ON FUNCTION office.my_fellow_members() TO vd_app;

--
-- Name: FUNCTION my_member_ids(); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.my_member_ids() FROM PUBLIC;
GRANT ALL ON FUNCTION office.my_member_ids() TO vd_app;

--
-- Name: FUNCTION my_roles(); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.my_roles() FROM PUBLIC;
GRANT ALL ON FUNCTION office.my_roles() TO vd_app;

--
-- Name: FUNCTION my_units(mask integer); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.my_units(mask integer) FROM PUBLIC;
GRANT ALL ON FUNCTION office.my_units(mask integer) TO vd_app;

--
-- Name: FUNCTION nomination_check_step(); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.nomination_check_step() FROM PUBLIC;
GRANT ALL ON FUNCTION office.nomination_check_step() TO vd_app;

--
-- Name: FUNCTION nomination_log_state(); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.nomination_log_state() FROM PUBLIC;
GRANT ALL ON FUNCTION office.nomination_log_state() TO vd_app;

--
-- Name: FUNCTION password_set(who bigint, hash text, must boolean); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.password_set(who bigint, hash text, must boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION office.password_set(who bigint, hash text, must boolean) TO vd_app;

--
-- Name: FUNCTION purge_expired(); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.purge_expired() FROM PUBLIC;
GRANT ALL ON FUNCTION office.purge_expired() TO vd_app;

--
-- Name: FUNCTION reading_roles(); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.reading_roles() FROM PUBLIC;
GRANT ALL ON FUNCTION office.reading_roles() TO vd_app;

--
-- Name: FUNCTION role_bit(r office.role); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.role_bit(r office.role) FROM PUBLIC;
GRANT ALL ON FUNCTION office.role_bit(r office.role) TO vd_app;

--
-- Name: FUNCTION sees_all(); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.sees_all() FROM PUBLIC;
GRANT ALL ON FUNCTION office.sees_all() TO vd_app;

--
-- Name: FUNCTION session_begin(token bytea); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.session_begin(token bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION office.session_begin(token bytea) TO vd_app;

--
-- Name: FUNCTION session_close(token bytea); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.session_close(token bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION office.session_close(token bytea) TO vd_app;

--
-- Name: FUNCTION session_close_all(who bigint, except_token bytea); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.session_close_all(who bigint, except_token bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION office.session_close_all(who bigint, except_token bytea) TO vd_app;

--
-- Name: FUNCTION session_open(who bigint, token bytea, csrf_value text, client text, agent text); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.session_open(who bigint, token bytea, csrf_value text, client text, agent text) FROM PUBLIC;
GRANT ALL ON FUNCTION office.session_open(who bigint, token bytea, csrf_value text, client text, agent text) TO vd_app;

--
-- Name: FUNCTION session_touch(token bytea); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.session_touch(token bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION office.session_touch(token bytea) TO vd_app;

--
-- Name: FUNCTION unit_closure_refresh(); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.unit_closure_refresh() FROM PUBLIC;
GRANT ALL ON FUNCTION office.unit_closure_refresh() TO vd_app;

--
-- Name: FUNCTION vote_check_open(); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.vote_check_open() FROM PUBLIC;
GRANT ALL ON FUNCTION office.vote_check_open() TO vd_app;

--
-- Name: FUNCTION writing_roles(); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.writing_roles() FROM PUBLIC;
GRANT ALL ON FUNCTION office.writing_roles() TO vd_app;

--
-- Name: TABLE migration; Type: ACL; Schema: meta; Owner: -
--

GRANT SELECT ON TABLE meta.migration TO vd_app;

--
-- Name: TABLE account; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE office.account TO vd_app;

--
-- Name: SEQUENCE account_id_seq; Type: ACL; Schema: office; Owner: -
--

GRANT USAGE ON SEQUENCE office.account_id_seq TO vd_app;

--
-- Name: TABLE agenda_item; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE office.agenda_item TO vd_app;

--
-- Name: SEQUENCE agenda_item_id_seq; Type: ACL; Schema: office; Owner: -
--

GRANT USAGE ON SEQUENCE office.agenda_item_id_seq TO vd_app;

--
-- Name: TABLE attachment; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE office.attachment TO vd_app;

--
-- Name: TABLE attachment_chunk; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT,INSERT ON TABLE office.attachment_chunk TO vd_app;

--
-- Name: SEQUENCE attachment_id_seq; Type: ACL; Schema: office; Owner: -
--

GRANT USAGE ON SEQUENCE office.attachment_id_seq TO vd_app;

--
-- Name: TABLE audit_log; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT,INSERT ON TABLE office.audit_log TO vd_app;

--
-- Name: SEQUENCE audit_log_id_seq; Type: ACL; Schema: office; Owner: -
--

GRANT USAGE ON SEQUENCE office.audit_log_id_seq TO vd_app;

--
-- Name: TABLE award_alias; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT ON TABLE office.award_alias TO vd_app;

--
-- Name: TABLE award_type; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT ON TABLE office.award_type TO vd_app;

--
-- Name: SEQUENCE award_type_id_seq; Type: ACL; Schema: office; Owner: -
--

GRANT USAGE ON SEQUENCE office.award_type_id_seq TO vd_app;

--
-- Name: TABLE base_salary; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT ON TABLE office.base_salary TO vd_app;

--
-- Name: TABLE bonus_rounding; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT ON TABLE office.bonus_rounding TO vd_app;

--
-- Name: TABLE council; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE office.council TO vd_app;

--
-- Name: SEQUENCE council_id_seq; Type: ACL; Schema: office; Owner: -
--

GRANT USAGE ON SEQUENCE office.council_id_seq TO vd_app;

--
-- Name: TABLE council_member; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE office.council_member TO vd_app;

--
-- Name: SEQUENCE council_member_id_seq; Type: ACL; Schema: office; Owner: -
--

GRANT USAGE ON SEQUENCE office.council_member_id_seq TO vd_app;

--
-- Name: TABLE council_session; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE office.council_session TO vd_app;

--
-- Name: SEQUENCE council_session_id_seq; Type: ACL; Schema: office; Owner: -
--

GRANT USAGE ON SEQUENCE office.council_session_id_seq TO vd_app;

--
-- Name: TABLE decision; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT,INSERT ON TABLE office.decision TO vd_app;

--
-- Name: SEQUENCE decision_id_seq; Type: ACL; Schema: office; Owner: -
--

GRANT USAGE ON SEQUENCE office.decision_id_seq TO vd_app;

--
-- Name: TABLE dossier; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE office.dossier TO vd_app;

--
-- Name: SEQUENCE dossier_id_seq; Type: ACL; Schema: office; Owner: -
--

GRANT USAGE ON SEQUENCE office.dossier_id_seq TO vd_app;

--
-- Name: TABLE filing; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT,INSERT ON TABLE office.filing TO vd_app;

--
-- Name: SEQUENCE filing_id_seq; Type: ACL; Schema: office; Owner: -
--

GRANT USAGE ON SEQUENCE office.filing_id_seq TO vd_app;

--
-- Name: TABLE form_once; Type: ACL; Schema: office; Owner: -
--

GRANT INSERT ON TABLE office.form_once TO vd_app;

--
-- Name: TABLE honour; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT,INSERT ON TABLE office.honour TO vd_app;

--
-- Name: COLUMN honour.state; Type: ACL; Schema: office; Owner: -
--

GRANT UPDATE(state) ON TABLE office.honour TO vd_app;

--
-- Name: COLUMN honour.revoked_on; Type: ACL; Schema: office; Owner: -
--

GRANT UPDATE(revoked_on) ON TABLE office.honour TO vd_app;

--
-- Name: COLUMN honour.revoked_reason; Type: ACL; Schema: office; Owner: -
--

GRANT UPDATE(revoked_reason) ON TABLE office.honour TO vd_app;

--
-- Name: SEQUENCE honour_id_seq; Type: ACL; Schema: office; Owner: -
--

GRANT USAGE ON SEQUENCE office.honour_id_seq TO vd_app;

--
-- Name: TABLE honour_list; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE office.honour_list TO vd_app;

--
-- Name: TABLE honour_list_entry; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE office.honour_list_entry TO vd_app;

--
-- Name: SEQUENCE honour_list_id_seq; Type: ACL; Schema: office; Owner: -
--

GRANT USAGE ON SEQUENCE office.honour_list_id_seq TO vd_app;

--
-- Name: TABLE import; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE office.import TO vd_app;

--
-- Name: SEQUENCE import_id_seq; Type: ACL; Schema: office; Owner: -
--

GRANT USAGE ON SEQUENCE office.import_id_seq TO vd_app;

--
-- Name: TABLE import_row; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE office.import_row TO vd_app;

--
-- Name: TABLE job; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE office.job TO vd_app;

--
-- Name: SEQUENCE job_id_seq; Type: ACL; Schema: office; Owner: -
--

GRANT USAGE ON SEQUENCE office.job_id_seq TO vd_app;

--
-- Name: SEQUENCE login_attempt_id_seq; Type: ACL; Schema: office; Owner: -
--

GRANT USAGE ON SEQUENCE office.login_attempt_id_seq TO vd_app;

--
-- Name: TABLE movement; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE office.movement TO vd_app;

--
-- Name: SEQUENCE movement_id_seq; Type: ACL; Schema: office; Owner: -
--

GRANT USAGE ON SEQUENCE office.movement_id_seq TO vd_app;

--
-- Name: TABLE nomination; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE office.nomination TO vd_app;

--
-- Name: TABLE nomination_event; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT ON TABLE office.nomination_event TO vd_app;

--
-- Name: SEQUENCE nomination_event_id_seq; Type: ACL; Schema: office; Owner: -
--

GRANT USAGE ON SEQUENCE office.nomination_event_id_seq TO vd_app;

--
-- Name: SEQUENCE nomination_id_seq; Type: ACL; Schema: office; Owner: -
--

GRANT USAGE ON SEQUENCE office.nomination_id_seq TO vd_app;

--
-- Name: TABLE nomination_step; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT ON TABLE office.nomination_step TO vd_app;

--
-- Name: TABLE paper_count; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE office.paper_count TO vd_app;

--
-- Name: SEQUENCE receipt_seq; Type: ACL; Schema: office; Owner: -
--

GRANT USAGE ON SEQUENCE office.receipt_seq TO vd_app;

--
-- Name: TABLE role_grant; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE office.role_grant TO vd_app;

--
-- Name: SEQUENCE role_grant_id_seq; Type: ACL; Schema: office; Owner: -
--

GRANT USAGE ON SEQUENCE office.role_grant_id_seq TO vd_app;

--
-- Name: TABLE season; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE office.season TO vd_app;

--
-- Name: SEQUENCE season_id_seq; Type: ACL; Schema: office; Owner: -
--

GRANT USAGE ON SEQUENCE office.season_id_seq TO vd_app;

--
-- Name: TABLE session; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT ON TABLE office.session TO vd_app;

--
-- Name: TABLE session_attendance; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE office.session_attendance TO vd_app;

--
-- Name: TABLE unit; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT ON TABLE office.unit TO vd_app;

--
-- Name: TABLE unit_closure; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT ON TABLE office.unit_closure TO vd_app;

--
-- Name: SEQUENCE unit_id_seq; Type: ACL; Schema: office; Owner: -
--

GRANT USAGE ON SEQUENCE office.unit_id_seq TO vd_app;

--
-- Name: TABLE unit_succession; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT ON TABLE office.unit_succession TO vd_app;

--
-- Name: TABLE vote; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE office.vote TO vd_app;

--
-- Name: TABLE vote_rule; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT ON TABLE office.vote_rule TO vd_app;

--
-- Name: SEQUENCE vote_rule_id_seq; Type: ACL; Schema: office; Owner: -
--

GRANT USAGE ON SEQUENCE office.vote_rule_id_seq TO vd_app;

--
-- Name: TABLE artifact; Type: ACL; Schema: site; Owner: -
--

GRANT SELECT,INSERT ON TABLE site.artifact TO vd_app;
GRANT SELECT ON TABLE site.artifact TO vd_public;

--
-- Name: TABLE entry; Type: ACL; Schema: site; Owner: -
--

GRANT SELECT,INSERT ON TABLE site.entry TO vd_app;
GRANT SELECT ON TABLE site.entry TO vd_public;

--
-- Name: COLUMN entry.current; Type: ACL; Schema: site; Owner: -
--

GRANT UPDATE(current) ON TABLE site.entry TO vd_app;

--
-- Name: SEQUENCE entry_id_seq; Type: ACL; Schema: site; Owner: -
--

GRANT USAGE ON SEQUENCE site.entry_id_seq TO vd_app;

--
-- Name: TABLE entry_word; Type: ACL; Schema: site; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE site.entry_word TO vd_app;
GRANT SELECT ON TABLE site.entry_word TO vd_public;

--
-- Name: TABLE facet; Type: ACL; Schema: site; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE site.facet TO vd_app;
GRANT SELECT ON TABLE site.facet TO vd_public;

--
-- Name: TABLE generation; Type: ACL; Schema: site; Owner: -
--

GRANT SELECT,UPDATE ON TABLE site.generation TO vd_app;
GRANT SELECT ON TABLE site.generation TO vd_public;

--
-- Name: TABLE list; Type: ACL; Schema: site; Owner: -
--

GRANT SELECT,INSERT ON TABLE site.list TO vd_app;
GRANT SELECT ON TABLE site.list TO vd_public;

--
-- Name: TABLE word; Type: ACL; Schema: site; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE site.word TO vd_app;
GRANT SELECT ON TABLE site.word TO vd_public;

--
-- PostgreSQL database dump complete
--

