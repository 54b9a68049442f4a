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
-- Name: closing_cause; Type: TYPE; Schema: office; Owner: -
--

CREATE TYPE office.closing_cause AS ENUM (
    'season',
    'extension',
    'outage'
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
-- Name: condition_kind; Type: TYPE; Schema: office; Owner: -
--

CREATE TYPE office.condition_kind AS ENUM (
    'award_consecutive',
    'award_within',
    'award_held',
    'award_not_held',
    'rating_of_year',
    'rating_consecutive',
    'rating_within',
    'initiatives',
    'initiatives_unused',
    'collective_share',
    'collective_completed',
    'collective_fighters',
    'collective_discipline',
    'discipline_none',
    'not_on_hold',
    'one_achievement',
    'merit_only',
    'maternity',
    'judged',
    'note'
);

--
-- Name: confidence; Type: TYPE; Schema: office; Owner: -
--

CREATE TYPE office.confidence AS ENUM (
    'verified',
    'verified_legacy',
    'verified_analog',
    'inferred',
    'memory',
    'memory_low'
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
-- Name: day_kind; Type: TYPE; Schema: office; Owner: -
--

CREATE TYPE office.day_kind AS ENUM (
    'holiday',
    'working'
);

--
-- Name: discipline_level; Type: TYPE; Schema: office; Owner: -
--

CREATE TYPE office.discipline_level AS ENUM (
    'reprimand',
    'warning',
    'pay_cut',
    'demotion',
    'removal',
    'dismissal'
);

--
-- Name: document_kind; Type: TYPE; Schema: office; Owner: -
--

CREATE TYPE office.document_kind AS ENUM (
    'letter',
    'report',
    'minutes',
    'vote_result',
    'initiative',
    'completion',
    'obligations',
    'other'
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
-- Name: draft_outcome; Type: TYPE; Schema: office; Owner: -
--

CREATE TYPE office.draft_outcome AS ENUM (
    'applied',
    'kept',
    'conflict',
    'late',
    'dropped'
);

--
-- Name: evidence_scope; Type: TYPE; Schema: office; Owner: -
--

CREATE TYPE office.evidence_scope AS ENUM (
    'dossier',
    'nomination'
);

--
-- Name: evidence_supplier; Type: TYPE; Schema: office; Owner: -
--

CREATE TYPE office.evidence_supplier AS ENUM (
    'unit',
    'nominee',
    'unit_council',
    'initiative_body',
    'superior',
    'agencies'
);

--
-- Name: fact_source; Type: TYPE; Schema: office; Owner: -
--

CREATE TYPE office.fact_source AS ENUM (
    'declared',
    'register',
    'import'
);

--
-- Name: finding_status; Type: TYPE; Schema: office; Owner: -
--

CREATE TYPE office.finding_status AS ENUM (
    'met',
    'unknown',
    'not_met'
);

--
-- Name: gender; Type: TYPE; Schema: office; Owner: -
--

CREATE TYPE office.gender AS ENUM (
    'male',
    'female'
);

--
-- Name: hold_kind; Type: TYPE; Schema: office; Owner: -
--

CREATE TYPE office.hold_kind AS ENUM (
    'discipline',
    'investigation',
    'inspection',
    'complaint',
    'press'
);

--
-- Name: honour_state; Type: TYPE; Schema: office; Owner: -
--

CREATE TYPE office.honour_state AS ENUM (
    'held',
    'revoked'
);

--
-- Name: import_class; Type: TYPE; Schema: office; Owner: -
--

CREATE TYPE office.import_class AS ENUM (
    'new',
    'changed',
    'same',
    'duplicate',
    'problem',
    'removed',
    'ignored'
);

--
-- Name: import_decision; Type: TYPE; Schema: office; Owner: -
--

CREATE TYPE office.import_decision AS ENUM (
    'auto',
    'drop',
    'keep'
);

--
-- Name: import_seal; Type: TYPE; Schema: office; Owner: -
--

CREATE TYPE office.import_seal AS ENUM (
    'none',
    'good',
    'damaged',
    'foreign'
);

--
-- Name: import_source; Type: TYPE; Schema: office; Owner: -
--

CREATE TYPE office.import_source AS ENUM (
    'csv',
    'xlsx',
    'paste'
);

--
-- Name: import_state; Type: TYPE; Schema: office; Owner: -
--

CREATE TYPE office.import_state AS ENUM (
    'loading',
    'preview',
    'confirmed',
    'undone',
    'dropped'
);

--
-- Name: initiative_kind; Type: TYPE; Schema: office; Owner: -
--

CREATE TYPE office.initiative_kind AS ENUM (
    'initiative',
    'research'
);

--
-- Name: initiative_scope; Type: TYPE; Schema: office; Owner: -
--

CREATE TYPE office.initiative_scope AS ENUM (
    'unit',
    'province',
    'nation'
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
-- Name: mail_state; Type: TYPE; Schema: office; Owner: -
--

CREATE TYPE office.mail_state AS ENUM (
    'waiting',
    'sent',
    'folded',
    'suppressed',
    'dead',
    'dropped'
);

--
-- Name: mail_trouble; Type: TYPE; Schema: office; Owner: -
--

CREATE TYPE office.mail_trouble AS ENUM (
    'away',
    'refused',
    'quota'
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
-- Name: nominee_line; Type: TYPE; Schema: office; Owner: -
--

CREATE TYPE office.nominee_line AS (
	ref bigint,
	kind office.nominee_kind,
	name text,
	name_key text,
	name_folded text,
	gender office.gender,
	born_on date,
	born_year integer,
	unit_id bigint,
	id_hash bytea,
	id_cipher bytea,
	id_tail bytea
);

--
-- Name: notice_kind; Type: TYPE; Schema: office; Owner: -
--

CREATE TYPE office.notice_kind AS ENUM (
    'filed',
    'received',
    'returned',
    'decided',
    'published',
    'deadline_moved',
    'deadline_near',
    'file_infected',
    'file_secret',
    'confirm_address',
    'address_changed',
    'digest'
);

--
-- Name: rating; Type: TYPE; Schema: office; Owner: -
--

CREATE TYPE office.rating AS ENUM (
    'not_completed',
    'completed',
    'good',
    'excellent'
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
-- Name: scan_state; Type: TYPE; Schema: office; Owner: -
--

CREATE TYPE office.scan_state AS ENUM (
    'off',
    'waiting',
    'clean',
    'infected',
    'failed'
);

--
-- Name: secrecy_state; Type: TYPE; Schema: office; Owner: -
--

CREATE TYPE office.secrecy_state AS ENUM (
    'unread',
    'waiting',
    'clear',
    'stamp'
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
-- Name: term_kind; Type: TYPE; Schema: office; Owner: -
--

CREATE TYPE office.term_kind AS ENUM (
    'appraisal',
    'agency_consultation',
    'public_consultation'
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
-- Name: attachment_check(); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.attachment_check() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$ begin
		if tg_op = 'INSERT' then
			if new.size > (select l.bytes from office.upload_limit l) then
				raise exception 'file of % bytes is larger than the limit', new.size
					using errcode = '23514', constraint = 'attachment_size_check';
			end if;
			if new.scan not in ('off', 'waiting') then
				raise exception 'a new file cannot be %', new.scan
					using errcode = '23514', constraint = 'attachment_scan_check';
			end if;
			if new.secrecy = 'stamp' then
				raise exception 'a file with a secrecy stamp is not taken'
					using errcode = '23514', constraint = 'attachment_secrecy_check';
			end if;
		end if;
		if new.nomination_id is not null and (tg_op = 'INSERT' or new.nomination_id is distinct from old.nomination_id)
			and not exists (select 1 from office.nomination n where n.id = new.nomination_id and n.dossier_id = new.dossier_id) then
			raise exception 'nomination % is not in dossier %', new.nomination_id, new.dossier_id
				using errcode = '23503', constraint = 'attachment_nomination_fkey';
		end if;
		return new;
	end $$;

--
-- Name: attachment_queue_read(); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.attachment_queue_read() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$ begin
		insert into office.job (kind, payload) values ('attachment.read', jsonb_build_object('attachment_id', new.id));
		return null;
	end $$;

--
-- Name: attachment_queue_scan(); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.attachment_queue_scan() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$ begin
		insert into office.job (kind, payload) values ('attachment.scan', jsonb_build_object('attachment_id', new.id));
		return null;
	end $$;

--
-- Name: beat(); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.beat() RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$ declare
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

--
-- Name: birth_agrees(date, integer, date, integer); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.birth_agrees(a_on date, a_year integer, b_on date, b_year integer) RETURNS integer
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ select case
		when a_on is not null and b_on is not null then case when a_on = b_on then 2 else -1 end
		when coalesce(a_on, b_on) is null and (a_year is null or b_year is null) then 0
		when coalesce(a_year, extract(year from a_on)::integer) is null or coalesce(b_year, extract(year from b_on)::integer) is null then 0
		when coalesce(a_year, extract(year from a_on)::integer) = coalesce(b_year, extract(year from b_on)::integer) then 1
		else -1 end $$;

--
-- Name: closes_at(bigint, bigint); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.closes_at(season_id bigint, unit_id bigint) RETURNS timestamp with time zone
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $_$ select s.closes_at from office.closing_steps($1, $2) s order by s.step desc limit 1 $_$;

--
-- Name: closing_steps(bigint, bigint); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.closing_steps(season bigint, unit bigint) RETURNS TABLE(step integer, cause office.closing_cause, closes_at timestamp with time zone, extension_id bigint, outage_id bigint, began_at timestamp with time zone, ended_at timestamp with time zone)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$
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

--
-- Name: dossier_disciplines(bigint); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.dossier_disciplines(of_dossier bigint) RETURNS TABLE(nomination_id bigint, discipline_id bigint, level office.discipline_level, from_on date, to_on date, decision_no text)
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 10
    SET search_path TO 'office', 'pg_temp'
    AS $$ select x.nomination_id, d.id, d.level, d.from_on, d.to_on, d.decision_no
		from office.dossier_nominees(of_dossier) x
		join office.discipline d on d.nominee_id = x.nominee_id
		order by x.nomination_id, d.from_on, d.id $$;

--
-- Name: dossier_doubtful(bigint); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.dossier_doubtful(of_dossier bigint) RETURNS SETOF bigint
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 10
    SET search_path TO 'office', 'pg_temp'
    AS $$ select n.id from office.nomination n
		join office.nomination_identity i on i.nomination_id = n.id
		join office.nominee e on e.id = n.nominee_id
		where n.dossier_id = of_dossier and not office.sees_all() and not exists (
			select 1 from office.nominee f join office.nominee_name s on s.nominee_id = f.id
			where f.root_id = e.root_id and s.name_key = n.name_key) $$;

--
-- Name: dossier_holds(bigint); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.dossier_holds(of_dossier bigint) RETURNS TABLE(nomination_id bigint, hold_ground_id bigint, kind office.hold_kind, document_no text, from_on date, to_on date, conclusion text, version integer)
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 10
    SET search_path TO 'office', 'pg_temp'
    AS $$ select x.nomination_id, g.id, g.kind, g.document_no, g.from_on, g.to_on, g.conclusion, g.version
		from office.dossier_nominees(of_dossier) x
		join office.hold_ground g on g.nominee_id = x.nominee_id
		order by x.nomination_id, g.from_on, g.id $$;

--
-- Name: dossier_honours(bigint); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.dossier_honours(of_dossier bigint) RETURNS TABLE(nomination_id bigint, honour_id bigint, award_type_id bigint, period_year integer, decision_no text, decision_date date, commendation_kind office.commendation_kind, state office.honour_state, unit_name text, of_nomination_id bigint, achievement text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$ select x.nomination_id, h.id, h.award_type_id, h.period_year, h.decision_no, h.decision_date, h.commendation_kind,
			h.state, u.name_vi, h.nomination_id, h.achievement
		from office.dossier_nominees(of_dossier) x
		join office.honour h on h.nominee_id = x.nominee_id
		join office.unit u on u.id = h.unit_id
		order by x.nomination_id, h.period_year, h.decision_date, h.id $$;

--
-- Name: dossier_initiatives(bigint); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.dossier_initiatives(of_dossier bigint) RETURNS TABLE(nomination_id bigint, initiative_id bigint, year integer, kind office.initiative_kind, title text, scope office.initiative_scope, recognised_by text, recognition_no text, source office.fact_source, confirmed boolean, chosen boolean, used_for text, used_category office.award_category, version integer)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$ select x.nomination_id, i.id, i.year, i.kind, i.title, i.scope, i.recognised_by, i.recognition_no, i.source,
			i.confirmed_at is not null,
			exists (select 1 from office.initiative_use c where c.initiative_id = i.id and c.nomination_id = x.nomination_id),
			coalesce(w.name_vi || ' ' || h.period_year, o.name_vi || ' ' || o.year), coalesce(w.category, o.category), i.version
		from office.dossier_nominees(of_dossier) x
		join office.initiative i on i.nominee_id = x.nominee_id
		left join office.honour h on h.id = i.used_honour_id
		left join office.award_type w on w.id = h.award_type_id
		left join lateral (select t.name_vi, t.category, s.year from office.initiative_use c
			join office.nomination n on n.id = c.nomination_id and n.state not in ('draft', 'ineligible', 'rejected', 'revoked')
			join office.dossier d on d.id = n.dossier_id
			join office.season s on s.id = d.season_id
			join office.award_type t on t.id = n.award_type_id
			where c.initiative_id = i.id and c.nomination_id <> x.nomination_id
			order by c.chosen_at limit 1) o on true
		order by x.nomination_id, i.year, i.id $$;

--
-- Name: dossier_nominees(bigint); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.dossier_nominees(of_dossier bigint) RETURNS TABLE(nomination_id bigint, nominee_id bigint)
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 200
    SET search_path TO 'office', 'pg_temp'
    AS $$ select n.id, e.id
		from office.nomination n
		join office.dossier d on d.id = n.dossier_id
		join office.nominee own on own.id = n.nominee_id
		join office.nominee e on e.root_id = own.root_id
		where n.dossier_id = of_dossier
		  and ((current_user = 'vd_owner' and session_user = 'vd_owner') or office.sees_all()
			or (d.unit_id in (select office.my_units(office.reading_roles()))
				and n.id not in (select office.dossier_doubtful(of_dossier)))) $$;

--
-- Name: dossier_others(bigint); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.dossier_others(of_dossier bigint) RETURNS TABLE(nomination_id bigint, other_id bigint, award_type_id bigint, award_name text, unit_name text, state office.nomination_state, achievement text)
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 10
    SET search_path TO 'office', 'pg_temp'
    AS $$ select x.nomination_id, n.id, n.award_type_id, w.name_vi, u.name_vi, n.state, n.achievement
		from office.dossier_nominees(of_dossier) x
		join office.nomination own on own.id = x.nomination_id
		join office.dossier d on d.id = own.dossier_id
		join office.season s on s.id = d.season_id
		join office.nomination n on n.nominee_id = x.nominee_id and n.id <> x.nomination_id
			and n.state not in ('draft', 'returned', 'ineligible', 'rejected', 'decided', 'published', 'corrected', 'revoked')
		join office.dossier od on od.id = n.dossier_id
		join office.season os on os.id = od.season_id and os.year = s.year
		join office.award_type w on w.id = n.award_type_id
		join office.unit u on u.id = n.unit_id
		order by x.nomination_id, n.id $$;

--
-- Name: dossier_years(bigint); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.dossier_years(of_dossier bigint) RETURNS TABLE(nomination_id bigint, achievement_year_id bigint, year integer, rating office.rating, maternity_leave boolean, decision_no text, source office.fact_source, confirmed boolean, version integer)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$ select x.nomination_id, y.id, y.year, y.rating, y.maternity_leave, y.decision_no, y.source, y.confirmed_at is not null, y.version
		from office.dossier_nominees(of_dossier) x
		join office.achievement_year y on y.nominee_id = x.nominee_id
		order by x.nomination_id, y.year, y.id $$;

--
-- Name: draft_purge(); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.draft_purge() RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$ delete from office.draft_entry where outcome = 'applied' and at < now() - interval '180 days' $$;

--
-- Name: drafts_closing(interval); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.drafts_closing(within interval) RETURNS TABLE(dossier_id bigint, unit_id bigint, created_by bigint, title text, season_name text, closes_at timestamp with time zone, nominations bigint)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$ begin
		if office.me() is not null then
			raise exception 'not a job' using errcode = '42501';
		end if;
		return query select d.id, d.unit_id, d.created_by, d.title, s.name, t.until,
			(select count(*) from office.nomination n where n.dossier_id = d.id)
		from office.dossier d join office.season s on s.id = d.season_id
		cross join lateral (select office.closes_at(s.id, d.unit_id) as until) t
		where d.state = 'draft' and s.opens_at <= now() and s.closes_at <= now() + within
		  and t.until > now() and t.until <= now() + within
		order by d.id;
	end $$;

--
-- Name: drafts_of_season(bigint, bigint); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.drafts_of_season(of_season bigint, of_unit bigint) RETURNS TABLE(dossier_id bigint, unit_id bigint, created_by bigint, title text, season_name text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$ select d.id, d.unit_id, d.created_by, d.title, s.name
		from office.dossier d join office.season s on s.id = d.season_id
		where d.season_id = of_season and d.state = 'draft' and (of_unit is null
			or d.unit_id in (select c.unit_id from office.unit_closure c where c.ancestor_id = of_unit))
		order by d.id $$;

--
-- Name: email_change_confirm(bytea); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.email_change_confirm(token bytea) RETURNS TABLE(old_email text, new_email text)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$
	declare
		c office.email_change;
		before text;
	begin
		select * into c from office.email_change x
		where x.token_hash = token and x.account_id = office.me() and x.used_at is null and x.expires_at > now() for update;
		if not found then
			return;
		end if;
		update office.email_change x set used_at = now() where x.id = c.id;
		select a.email into before from office.account a where a.id = c.account_id;
		update office.account a set email = c.email, version = a.version + 1 where a.id = c.account_id;
		return query select before, c.email;
	end $$;

--
-- Name: email_change_open(text, bytea, interval); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.email_change_open(wanted text, token bytea, lifetime interval) RETURNS TABLE(email_change_id bigint, today bigint)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$
	declare
		made bigint;
	begin
		update office.email_change c set expires_at = least(c.expires_at, now()) where c.account_id = office.me() and c.used_at is null;
		-- The links of before are dead: so are the mails that were to bring them.
		update office.mail m set state = 'dropped', body = '' where m.account_id = office.me() and m.kind = 'confirm_address' and m.state = 'waiting';
		insert into office.email_change (account_id, email, token_hash, expires_at)
		values (office.me(), wanted, token, now() + lifetime) returning id into made;
		return query select made, (select count(*) from office.email_change c
			where c.account_id = office.me() and c.created_at > now() - interval '1 day');
	end $$;

--
-- Name: email_drop(); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.email_drop() RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$
	declare
		before text;
	begin
		select a.email into before from office.account a where a.id = office.me();
		update office.account a set email = null, version = a.version + 1 where a.id = office.me();
		update office.email_change x set expires_at = least(x.expires_at, now()) where x.account_id = office.me() and x.used_at is null;
		return before;
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
-- Name: identity_hash_key(); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.identity_hash_key() RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$ begin
		perform 1 from office.identity_key k order by k.key_id for share;
		return (select k.key_id from office.identity_key k where k.hashes);
	end $$;

--
-- Name: identity_import(bigint, jsonb); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.identity_import(of_import bigint, numbers jsonb) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$
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

--
-- Name: identity_import_confirm(bigint, integer); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.identity_import_confirm(of_import bigint, of_column integer) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$
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

--
-- Name: identity_key_fits(integer, bytea); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.identity_key_fits(which integer, value bytea) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$ begin
		insert into office.identity_key (key_id, check_value, hashes)
		values (which, value, not exists (select 1 from office.identity_key k where k.hashes)) on conflict do nothing;
		return coalesce((select k.check_value = value from office.identity_key k where k.key_id = which), false);
	end $$;

--
-- Name: identity_look(bigint, text, text); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.identity_look(of_nomination bigint, request text, client text) RETURNS bytea
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$
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

--
-- Name: identity_pace_count(); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.identity_pace_count() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$
	declare
		today date := (now() at time zone 'Asia/Ho_Chi_Minh')::date;
	begin
		insert into office.identity_pace as p (unit_id, day, numbers)
		select n.unit_id, today, count(*) from new_rows n group by n.unit_id order by n.unit_id
		on conflict on constraint identity_pace_pkey do update set numbers = p.numbers + excluded.numbers;
		if office.me() is not null and exists (select 1 from office.identity_pace p
			where p.day = today and p.numbers > 5000 and p.unit_id in (select n.unit_id from new_rows n)) then
			raise exception 'too many identity numbers in a day' using errcode = 'VD003';
		end if;
		delete from office.identity_pace p where p.day < today - 7 and p.unit_id in (select n.unit_id from new_rows n);
		return null;
	end $$;

--
-- Name: identity_put(bigint, bytea, bytea, bytea); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.identity_put(of_nomination bigint, hash bytea, cipher bytea, tail bytea) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$
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

--
-- Name: identity_rekey_begin(); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.identity_rekey_begin() RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'office', 'pg_temp'
    AS $$ begin
		perform set_config('lock_timeout', '10s', true);
		lock table office.identity_key, office.nominee, office.nomination_identity, office.identity_deleted, office.import_identity
			in access exclusive mode;
	end $$;

--
-- Name: identity_rekey_end(integer); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.identity_rekey_end(to_key integer) RETURNS void
    LANGUAGE sql
    SET search_path TO 'office', 'pg_temp'
    AS $$
		delete from office.identity_key k where k.key_id <> to_key;
		update office.identity_key k set hashes = true where k.key_id = to_key;
		insert into office.audit_log (action, object, object_id) values ('identity.rekey', 'identity_key', to_key);
	$$;

--
-- Name: identity_release(); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.identity_release() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$ begin
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

--
-- Name: identity_remove(bigint); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.identity_remove(of_nomination bigint) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$ begin
		delete from office.nomination_identity i where i.nomination_id = of_nomination
			and i.unit_id in (select office.my_units(office.role_bit('drafter') | office.role_bit('unit_head')));
		if not found then
			return false;
		end if;
		update office.nomination set nominee_id = null, name_key = null where id = of_nomination;
		return true;
	end $$;

--
-- Name: identity_restore(bigint); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.identity_restore(of_nomination bigint) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$ begin
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

--
-- Name: import_drop_abandoned(); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.import_drop_abandoned() RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$
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

--
-- Name: import_waits(); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.import_waits() RETURNS interval
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ select interval '24 hours' $$;

--
-- Name: job_notify(); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.job_notify() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ begin perform pg_notify('job', new.kind); return null; end $$;

--
-- Name: last_beat(); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.last_beat() RETURNS TABLE(began_at timestamp with time zone, last_at timestamp with time zone)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$ select h.began_at, h.last_at from office.heartbeat h order by h.id desc limit 1 $$;

--
-- Name: login_failures(text, text, text); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.login_failures(typed text, client text, from_device text DEFAULT ''::text) RETURNS TABLE(by_account bigint, by_address bigint, by_both bigint, by_device bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$
		with asked as (select left(lower(typed), 100) as username, left(client, 64) as address, now() - interval '15 minutes' as since),
		own as materialized (
			select l.address, l.device, l.succeeded, l.at from asked q join office.login_attempt l on l.username = q.username
			where l.at > greatest(q.since, (select c.changed_at from office.account a
				join office.credential c on c.account_id = a.id where a.username = q.username)))
		select count(*) filter (where o.device = ''),
			(select count(*) from asked q join office.login_attempt l on l.address = q.address
				where l.at > q.since and l.device = '' and not l.succeeded),
			count(*) filter (where o.device = '' and o.address = (select q.address from asked q)
				and o.at > coalesce((select max(s.at) from own s where s.succeeded and s.address = o.address), '-infinity')),
			count(*) filter (where o.device = from_device and o.device <> ''
				and o.at > coalesce((select max(s.at) from own s where s.succeeded and s.device = o.device), '-infinity'))
		from own o where not o.succeeded
	$$;

--
-- Name: login_lookup(text); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.login_lookup(typed text) RETURNS TABLE(account_id bigint, password_hash text, active boolean)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$ select a.id, c.password_hash, a.active from office.account a
		join office.credential c on c.account_id = a.id where a.username = lower(typed) $$;

--
-- Name: login_record(text, text, boolean, text); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.login_record(typed text, client text, ok boolean, from_device text DEFAULT ''::text) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$ insert into office.login_attempt (username, address, succeeded, device)
		values (left(lower(typed), 100), left(client, 64), ok, left(from_device, 40)) $$;

--
-- Name: mail_claim(interval); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.mail_claim(lease interval) RETURNS TABLE(act text, mail_id bigint, account_id bigint, address text, kind office.notice_kind, subject text, body text, message_id text, attempts integer)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$
	declare
		s office.mail_setting;
		v office.mail_service;
		m office.mail;
		person record;
		others bigint;
	begin
		if office.me() is not null then
			raise exception 'not a job' using errcode = '42501';
		end if;
		-- Held to the end: two senders count one after the other.
		select * into strict v from office.mail_service for update;
		select * into strict s from office.mail_setting;
		if v.held_until > now()
		    or (select count(*) from office.mail x where x.tried_at > now() - interval '1 minute') >= s.per_minute then
			return;
		end if;
		select x.* into m from office.mail x where x.state = 'waiting' and x.next_at <= now()
		order by x.kind = 'confirm_address' desc, x.next_at, x.id limit 1 for update skip locked;
		if not found then
			return;
		end if;
		select a.email, a.active into person from office.account a where a.id = m.account_id;
		if m.kind not in ('confirm_address', 'address_changed') then
			m.address := coalesce(person.email, '');
		end if;
		if not person.active or m.address = '' or m.address ilike '%.invalid' then
			update office.mail x set state = 'suppressed', settling = false, last_error = case when not person.active then 'locked'
				when m.address = '' then 'no_address' else 'sample' end where x.id = m.id;
			return query select 'again', m.id, m.account_id, '', m.kind, '', '', '', 0;
			return;
		end if;
		if m.attempts >= s.attempts_max then
			update office.mail x set state = 'dead', settling = false,
				last_error = case when x.last_error = '' then 'interrupted' else x.last_error end where x.id = m.id;
			return query select 'again', m.id, m.account_id, '', m.kind, '', '', '', 0;
			return;
		end if;
		if m.gathered then
			select count(*) into others from office.mail x
			where x.account_id = m.account_id and x.state = 'waiting' and x.gathered and x.next_at <= now();
			if others > 1 then
				return query select 'fold', m.id, m.account_id, m.address, m.kind, '', '', '', 0;
				return;
			end if;
		elsif m.kind not in ('confirm_address', 'address_changed', 'digest') and m.attempts = 0
		    and (select count(*) from office.mail x where x.account_id = m.account_id and x.state = 'sent'
				and x.sent_at > now() - interval '24 hours') >= s.per_account_day then
			update office.mail x set gathered = true, next_at = office.mail_digest_time(now()) where x.id = m.id;
			return query select 'again', m.id, m.account_id, '', m.kind, '', '', '', 0;
			return;
		end if;
		update office.mail x set attempts = x.attempts + 1, tried_at = clock_timestamp(), next_at = now() + lease, settling = false,
			address = m.address
		where x.id = m.id;
		return query select 'send', m.id, m.account_id, m.address, m.kind, m.subject, m.body, m.message_id, m.attempts + 1;
	end $$;

--
-- Name: mail_digest_time(timestamp with time zone); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.mail_digest_time(after_at timestamp with time zone) RETURNS timestamp with time zone
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$ select case when today > after_at then today else today + interval '1 day' end
		from (select ((after_at at time zone 'Asia/Ho_Chi_Minh')::date + make_interval(hours => s.digest_hour))
			at time zone 'Asia/Ho_Chi_Minh' as today from office.mail_setting s) t $$;

--
-- Name: mail_due(); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.mail_due() RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$ select greatest(0, ceil(extract(epoch from (greatest(w.next_at, v.held_until, t.free_at) - clock_timestamp())) * 1000))::bigint
		from (select min(next_at) as next_at from office.mail where state = 'waiting') w, office.mail_service v, office.mail_setting s,
		lateral (select case when count(*) >= s.per_minute then min(tried_at) + interval '1 minute' end as free_at
			from office.mail where tried_at > now() - interval '1 minute') t
		where w.next_at is not null $$;

--
-- Name: mail_fold(bigint, bigint, text, text); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.mail_fold(who bigint, upto bigint, subject_text text, body_text text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$
	declare
		d bigint;
	begin
		if office.me() is not null then
			raise exception 'not a job' using errcode = '42501';
		end if;
		insert into office.mail (account_id, address, kind, object, object_id, dedupe_key, subject, body)
		select a.id, coalesce(a.email, ''), 'digest', 'account', a.id, 'digest:' || upto, subject_text, body_text
		from office.account a where a.id = who returning id into d;
		update office.mail x set state = 'folded', settling = false, digest_id = d
		where x.account_id = who and x.state = 'waiting' and x.gathered and x.next_at <= now() and x.id <= upto;
		return d;
	end $$;

--
-- Name: mail_hold(bigint, office.mail_trouble, text, interval); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.mail_hold(who bigint, what office.mail_trouble, answer text, pause interval) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$ begin
		if office.me() is not null then
			raise exception 'not a job' using errcode = '42501';
		end if;
		update office.mail x set attempts = greatest(x.attempts - 1, 0), next_at = clock_timestamp(), last_error = left(answer, 500)
		where x.id = who and x.state = 'waiting';
		update office.mail_service set trouble = what, trouble_text = left(answer, 500),
			trouble_since = coalesce(trouble_since, clock_timestamp()), failures = failures + 1,
			held_until = clock_timestamp() + least(interval '1 hour', pause * power(2, least(failures, 8)));
	end $$;

--
-- Name: mail_housekeep(); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.mail_housekeep() RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$ update office.mail set state = 'suppressed', settling = false, last_error = 'stale'
			where state = 'waiting' and next_at < now() - interval '7 days' and visible_from < now() - interval '7 days';
		delete from office.mail where state not in ('waiting', 'dead') and created_at < now() - interval '180 days';
		delete from office.mail where state = 'dead' and created_at < now() - interval '1 year';
		delete from office.email_change where coalesce(used_at, expires_at) < now() - interval '7 days' $$;

--
-- Name: mail_notify(); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.mail_notify() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ begin perform pg_notify('job', 'mail'); return null; end $$;

--
-- Name: mail_parts(bigint); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.mail_parts(who bigint) RETURNS TABLE(mail_id bigint, subject text, path text, created_at timestamp with time zone)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$ begin
		if office.me() is not null then
			raise exception 'not a job' using errcode = '42501';
		end if;
		return query select x.id, x.subject, x.path, x.created_at from office.mail x
		where x.account_id = who and x.state = 'waiting' and x.gathered and x.next_at <= now() order by x.id limit 200;
	end $$;

--
-- Name: mail_queue(office.notice_kind, bigint, bigint, integer, text, bigint, text, text, text, text, boolean, timestamp with time zone, text); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.mail_queue(what office.notice_kind, to_account bigint, to_unit bigint, mask integer, about text, about_id bigint, event text, subject_text text, body_text text, target text, settles boolean, not_before timestamp with time zone, to_address text) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$
	declare
		s office.mail_setting;
		f record;
		start timestamptz := greatest(now(), coalesce(not_before, now()));
		why text;
		due timestamptz;
		one integer;
		n integer := 0;
	begin
		select * into strict s from office.mail_setting;
		for f in select a.id, coalesce(to_address, a.email) as address,
				exists (select 1 from office.notice_mute m where m.account_id = a.id and m.kind = what) as muted,
				coalesce((select p.daily from office.notice_setting p where p.account_id = a.id), false)
					and what not in ('confirm_address', 'address_changed', 'digest') as daily
			from office.account a
			where a.active
			  and ((a.id = to_account and (to_unit is null or exists (select 1 from office.role_grant g
					join office.unit_closure c on c.ancestor_id = g.unit_id
					where g.account_id = a.id and g.revoked_at is null and c.unit_id = to_unit)))
				or exists (select 1 from office.role_grant g where g.account_id = a.id and g.revoked_at is null
					and g.unit_id = to_unit and office.role_bit(g.role) & mask <> 0))
			order by a.id
		loop
			why := case when f.address is null then 'no_address' when f.muted then 'muted' else '' end;
			due := case when f.daily then office.mail_digest_time(start)
				when settles then start + make_interval(mins => s.settle_minutes) else start end;
			if settles then
				insert into office.mail as m (account_id, address, kind, object, object_id, unit_id, dedupe_key, subject, body, path,
					state, settling, gathered, next_at, visible_from, last_error)
				values (f.id, coalesce(f.address, ''), what, about, about_id, to_unit, event, subject_text, body_text, target,
					case when why = '' then 'waiting' else 'suppressed' end::office.mail_state, why = '', f.daily, due, start, why)
				on conflict (account_id, kind, object, object_id) where settling
				do update set subject = excluded.subject, body = excluded.body, path = excluded.path;
			else
				insert into office.mail (account_id, address, kind, object, object_id, unit_id, dedupe_key, subject, body, path,
					state, gathered, next_at, visible_from, last_error)
				values (f.id, coalesce(f.address, ''), what, about, about_id, to_unit, event, subject_text, body_text, target,
					case when why = '' then 'waiting' else 'suppressed' end::office.mail_state, f.daily, due, start, why)
				on conflict (account_id, dedupe_key) do nothing;
			end if;
			get diagnostics one = row_count;
			n := n + one;
		end loop;
		return n;
	end $$;

--
-- Name: mail_refused(bigint, text, boolean, interval); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.mail_refused(who bigint, answer text, for_good boolean, pause interval) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$ begin
		if office.me() is not null then
			raise exception 'not a job' using errcode = '42501';
		end if;
		update office.mail x set last_error = left(answer, 500), next_at = clock_timestamp() + pause,
			state = case when for_good or x.attempts >= s.attempts_max then 'dead' else 'waiting' end::office.mail_state,
			body = case when x.kind = 'confirm_address' and (for_good or x.attempts >= s.attempts_max) then '' else x.body end
		from office.mail_setting s
		where x.id = who and x.state = 'waiting';
	end $$;

--
-- Name: mail_sent(bigint, text); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.mail_sent(who bigint, answer text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$ begin
		if office.me() is not null then
			raise exception 'not a job' using errcode = '42501';
		end if;
		update office.mail x set state = 'sent', sent_at = clock_timestamp(), last_error = left(answer, 500),
			body = case when x.kind = 'confirm_address' then '' else x.body end
		where x.id = who and x.state = 'waiting';
		update office.mail_service set trouble = null, trouble_text = '', trouble_since = null, held_until = null, failures = 0,
			last_sent_at = clock_timestamp();
	end $$;

--
-- Name: mail_service_seen(boolean, text); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.mail_service_seen(has_server boolean, from_address text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$ begin
		if office.me() is not null then
			raise exception 'not a job' using errcode = '42501';
		end if;
		-- A changed setting is tried at once.
		update office.mail_service set configured = has_server, sender = from_address, seen_at = clock_timestamp(), held_until = null;
	end $$;

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
-- Name: my_closes_at(bigint); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.my_closes_at(season_id bigint) RETURNS timestamp with time zone
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $_$ select greatest(office.closes_at($1, null), max(office.closes_at($1, g.unit_id))) from office.role_grant g
		where g.account_id = office.me() and g.revoked_at is null and g.role in ('drafter', 'unit_head') $_$;

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
-- Name: nomination_forget(); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.nomination_forget() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    SET enable_nestloop TO 'off'
    AS $$
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
-- Name: nomination_unmatch(); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.nomination_unmatch() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ begin new.nominee_id := null; new.name_key := null; return new; end $$;

--
-- Name: nominee_candidates(bigint); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.nominee_candidates(of_nominee bigint) RETURNS TABLE(other_id bigint, reason text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$ select c.other_id, c.reason from office.nominee_near(array[of_nominee]) c where office.register_reader() $$;

--
-- Name: nominee_check_chain(); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.nominee_check_chain() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$ begin
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

--
-- Name: nominee_findings(bigint, bigint); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.nominee_findings(of_dossier bigint, of_nomination bigint) RETURNS TABLE(place bigint, nomination_id bigint, ordinal integer, name text, award text, reason text, other_id bigint, other_dossier_id bigint, other_text text, other_award text, other_year integer, other_no text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    SET plan_cache_mode TO 'force_custom_plan'
    AS $$
	#variable_conflict use_column
	declare
		d record;
		ids bigint[];
		roots bigint[];
	begin
		select x.id, x.unit_id, x.season_id, s.year into d
		from office.dossier x join office.season s on s.id = x.season_id
		where x.id = of_dossier and (office.sees_all() or x.unit_id in (select office.my_units(office.reading_roles())));
		if not found then
			return;
		end if;
		-- As values the planner knows how many there are, whatever its statistics say of a list that just came in.
		select array_agg(n.id), array_agg(e.root_id) into ids, roots
		from office.nomination n join office.nominee e on e.id = n.nominee_id
		where n.dossier_id = d.id;
		return query
		with everything as materialized (select office.sees_all() as yes),
		my_unit as materialized (select u.unit_id from office.my_units(office.reading_roles()) u (unit_id)),
		mine as materialized (
			select n.id, n.ordinal, n.name, n.name_key, n.kind, n.born_on, n.born_year, n.award_type_id, w.name_vi as award,
				w.category, q.root_id, n.id in (select office.dossier_doubtful(d.id)) as doubt, count(*) over (partition by q.root_id) as alike
			from unnest(ids, roots) q (id, root_id) join office.nomination n on n.id = q.id
			join office.award_type w on w.id = n.award_type_id),
		latest as materialized (select m.root_id, max(m.ordinal) as latest from mine m group by m.root_id),
		asked as materialized (select m.* from mine m where of_nomination is null or m.id = of_nomination),
		found as materialized (
			select a.id, a.ordinal, a.name, a.award, 1 as rank, case when o.award_type_id = a.award_type_id then 'same_award' else 'two_titles' end as reason,
				o.id as other_id, d.id as other_dossier_id, o.ordinal::text as other_text, o.award as other_award,
				null::integer as other_year, ''::text as other_no
			from asked a join mine o on o.root_id = a.root_id and a.alike > 1 and o.alike > 1 and o.id <> a.id
				and (of_nomination is not null or o.ordinal < a.ordinal)
			where o.award_type_id = a.award_type_id or (o.category = 'danh_hieu' and a.category = 'danh_hieu')
			union all
			select a.id, a.ordinal, a.name, a.award, 2, case when x.unit_id in (select unit_id from my_unit) then 'own_elsewhere' else 'elsewhere' end,
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
			  and (not a.doubt or x.unit_id in (select unit_id from my_unit))
			  and (x.state <> 'draft' or x.unit_id in (select unit_id from my_unit))
			union all
			select a.id, a.ordinal, a.name, a.award, 3, case when h.award_type_id = a.award_type_id then 'held_same' else 'held_year' end,
				h.id, null, u.name_vi, w.name_vi, h.period_year, h.decision_no
			from asked a
			join office.nominee f on f.root_id = a.root_id
			join office.honour h on h.nominee_id = f.id and h.state = 'held' and h.period_year = d.year
				and h.nomination_id is distinct from a.id and not a.doubt
			join office.unit u on u.id = h.unit_id
			join office.award_type w on w.id = h.award_type_id
			union all
			select a.id, a.ordinal, a.name, a.award, 4, case when not k.known then 'number_name' else 'number_birth' end, null, null, '', '', null, ''
			from asked a
			join office.nomination_identity i on i.nomination_id = a.id
			join office.nominee r on r.id = a.root_id
			cross join lateral (select exists (select 1 from office.nominee f join office.nominee_name s on s.nominee_id = f.id
				where f.root_id = a.root_id and s.name_key = a.name_key) as known) k
			cross join everything e2
			where (not k.known or office.birth_agrees(a.born_on, a.born_year, r.born_on, r.born_year) = -1)
			  and (e2.yes or exists (select 1 from office.nominee f where f.root_id = a.root_id and (
				exists (select 1 from office.honour h where h.nominee_id = f.id)
				or exists (select 1 from office.nomination x where x.nominee_id = f.id and x.id <> a.id
					and (x.state <> 'draft' or x.unit_id in (select unit_id from my_unit))
					and exists (select 1 from office.nominee g join office.nominee_name s on s.nominee_id = g.id
						where g.root_id = a.root_id and s.name_key = x.name_key)))))
			union all
			select a.id, a.ordinal, a.name, a.award, 5, 'maybe', o.id, null, c.reason, o.name, coalesce(o.born_year, extract(year from o.born_on)::integer), u.name_vi
			from (select array_agg(distinct m.root_id) as roots from asked m where not m.doubt) q
			cross join lateral office.nominee_near(q.roots) c
			join asked a on a.root_id = c.root_id and not a.doubt
			left join latest k on k.root_id = c.other_id
			join office.nominee o on o.id = c.other_id
			join office.unit u on u.id = o.unit_id
			cross join everything e2
			-- Two of one list are asked about once, at the later; and nominee_tellable(o.id), for the whole list at once.
			where (of_nomination is not null or k.latest is null or a.ordinal >= k.latest) and (e2.yes or exists (select 1 from office.nominee f where f.root_id = o.id and (
				exists (select 1 from office.honour h where h.nominee_id = f.id)
				or exists (select 1 from office.nomination x where x.nominee_id = f.id
					and (x.state <> 'draft' or x.unit_id in (select unit_id from my_unit)))))))
		select f.ordinal::bigint * 1000 + row_number() over (partition by f.id order by f.rank, f.other_id), f.id, f.ordinal, f.name,
			f.award, f.reason, f.other_id, f.other_dossier_id, f.other_text, f.other_award, f.other_year, f.other_no
		from found f
		order by 1;
	end $$;

--
-- Name: nominee_forget(bigint[]); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.nominee_forget(ids bigint[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$
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

--
-- Name: nominee_keep_apart(bigint, bigint, text); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.nominee_keep_apart(one bigint, other bigint, why text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$ begin
		if not office.register_reader() then
			raise exception 'not yours' using errcode = '42501';
		end if;
		insert into office.nominee_distinct (first_id, second_id, reason, decided_by)
		select least(a.id, b.id), greatest(a.id, b.id), why, office.me() from office.nominee a, office.nominee b
		where a.id = one and b.id = other and a.root_id <> b.root_id
		on conflict do nothing;
	end $$;

--
-- Name: nominee_link(bigint, bigint); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.nominee_link(of_nomination bigint, other bigint) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$
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

--
-- Name: nominee_look(bigint, text, text); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.nominee_look(of_nominee bigint, request text, client text) RETURNS bytea
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$
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

--
-- Name: nominee_match(jsonb); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.nominee_match(keys jsonb) RETURNS bigint
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$ select office.nominee_match_lines(keys, false) $$;

--
-- Name: nominee_match_honours(jsonb); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.nominee_match_honours(keys jsonb) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$
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

--
-- Name: nominee_match_lines(jsonb, boolean); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.nominee_match_lines(keys jsonb, everywhere boolean) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$
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

--
-- Name: nominee_merge_into(bigint, bigint, integer, integer, text); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.nominee_merge_into(from_entry bigint, into_entry bigint, from_version integer, into_version integer, why text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$
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

--
-- Name: nominee_near(bigint[]); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.nominee_near(roots bigint[]) RETURNS TABLE(root_id bigint, other_id bigint, reason text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    SET enable_seqscan TO 'off'
    AS $$
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

--
-- Name: nominee_resolve(office.nominee_line[]); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.nominee_resolve(lines office.nominee_line[]) RETURNS TABLE(ref bigint, nominee_id bigint)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$
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

--
-- Name: nominee_root(); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.nominee_root() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ begin new.root_id := coalesce(new.root_id, new.id); return new; end $$;

--
-- Name: nominee_story(bigint); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.nominee_story(of_nominee bigint) RETURNS TABLE(what text, id bigint, nominee_id bigint, on_day date, year integer, name text, unit text, place text, award text, state text, no text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$
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

--
-- Name: nominee_tail(bigint); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.nominee_tail(of_nominee bigint) RETURNS bytea
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$ select x.id_tail from office.nominee x
		where x.id = of_nominee and office.holds_at_root(office.role_bit('appraiser')) $$;

--
-- Name: nominee_tell_apart(bigint, bigint, text); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.nominee_tell_apart(of_nomination bigint, other bigint, why text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$
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

--
-- Name: nominee_tellable(bigint); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.nominee_tellable(entry bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$ select office.sees_all() or exists (
		select 1 from office.nominee f where f.root_id = entry and (
			exists (select 1 from office.honour h where h.nominee_id = f.id)
			or exists (select 1 from office.nomination x where x.nominee_id = f.id
				and (x.state <> 'draft' or x.unit_id in (select office.my_units(office.reading_roles())))))) $$;

--
-- Name: nominee_unmerge(bigint, text); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.nominee_unmerge(of_merge bigint, why text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$
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
-- Name: read_set(bigint, office.secrecy_state, boolean); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.read_set(attachment bigint, result office.secrecy_state, doubt boolean) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$ begin
		if result = 'waiting' then
			raise exception 'reading ends with a result' using errcode = '23514', constraint = 'attachment_secrecy_check';
		end if;
		update office.attachment a set secrecy = result, secrecy_at = now(), looks_secret = a.looks_secret or doubt,
			scan = case when result = 'stamp' and a.scan in ('waiting', 'failed') then 'off' else a.scan end
		where a.id = attachment and a.secrecy = 'waiting';
		if not found then
			raise exception 'file % waits for no reading', attachment using errcode = 'VD002', constraint = 'attachment_secrecy_step';
		end if;
		if result = 'stamp' then
			delete from office.attachment_chunk c where c.attachment_id = attachment;
		end if;
	end $$;

--
-- Name: read_target(bigint); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.read_target(attachment bigint) RETURNS TABLE(dossier_id bigint, unit_id bigint, uploaded_by bigint, size bigint, wanted boolean)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$ select a.dossier_id, a.unit_id, a.uploaded_by, a.size,
			a.removed_at is null and a.secrecy = 'waiting' and a.scan <> 'infected'
		from office.attachment a where a.id = attachment $$;

--
-- Name: reading_roles(); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.reading_roles() RETURNS integer
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ select office.role_bit('drafter') | office.role_bit('unit_head') | office.role_bit('appraiser')
		| office.role_bit('council_secretary') | office.role_bit('signatory') | office.role_bit('publisher')
		| office.role_bit('auditor') $$;

--
-- Name: receipt_code(); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.receipt_code() RETURNS text
    LANGUAGE sql
    AS $$ select string_agg(substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', (get_byte(u.b, i) & 31) + 1, 1), '' order by i)
		from (select uuid_send(gen_random_uuid()) as b) u, generate_series(0, 15) i $$;

--
-- Name: receipt_facts(bigint); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.receipt_facts(filing bigint) RETURNS TABLE(receipt_no text, check_code text, filed_at timestamp with time zone, content text, sha256 text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$ select f.receipt_no, f.check_code, f.filed_at, f.content, f.sha256 from office.filing f
		where f.id = filing and office.me() is null $$;

--
-- Name: receipt_keep(bigint, bytea); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.receipt_keep(filing bigint, pdf bytea) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$ insert into office.receipt_file (filing_id, unit_id, content) select f.id, f.unit_id, pdf
		from office.filing f where f.id = filing and office.me() is null
		on conflict (filing_id) do nothing $$;

--
-- Name: receipt_queue(bigint); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.receipt_queue(filing bigint) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$ insert into office.job (kind, payload) select 'receipt.render', jsonb_build_object('filing_id', f.id)
		from office.filing f where f.id = filing
		and not exists (select from office.receipt_file r where r.filing_id = f.id) $$;

--
-- Name: register_reader(); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.register_reader() RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$ select office.holds_at_root(office.role_bit('appraiser') | office.role_bit('administrator')) $$;

--
-- Name: role_bit(office.role); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.role_bit(r office.role) RETURNS integer
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ select 1 << (array_position(enum_range(null::office.role), r) - 1) $$;

--
-- Name: scan_again(); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.scan_again() RETURNS bigint
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$ with again as (
			update office.attachment a set scan = 'waiting', scan_at = now(), scan_finding = ''
			where a.scan in ('off', 'failed') and a.secrecy <> 'stamp' and a.removed_at is null
			  and office.holds_at_root(office.role_bit('administrator')) returning 1)
		select count(*) from again $$;

--
-- Name: scan_counts(); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.scan_counts() RETURNS TABLE(scan office.scan_state, total bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$ select a.scan, count(*) from office.attachment a
		where a.removed_at is null and a.secrecy <> 'stamp' and office.holds_at_root(office.role_bit('administrator'))
		group by a.scan order by a.scan $$;

--
-- Name: scan_piece(bigint, integer); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.scan_piece(attachment bigint, piece integer) RETURNS bytea
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$ select c.content from office.attachment_chunk c join office.attachment a on a.id = c.attachment_id
		where c.attachment_id = attachment and c.seq = piece and (a.scan in ('waiting', 'failed') or a.secrecy = 'waiting') $$;

--
-- Name: scan_report(); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.scan_report() RETURNS TABLE(attachment_id bigint, dossier_id bigint, file_name text, unit_name text, uploaded_by text, uploaded_at timestamp with time zone, scan office.scan_state, scan_at timestamp with time zone, scan_attempts integer, scan_finding text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$ select a.id, a.dossier_id, a.file_name, u.name_vi, p.full_name, a.uploaded_at, a.scan, a.scan_at, a.scan_attempts, a.scan_finding
		from office.attachment a join office.unit u on u.id = a.unit_id join office.account p on p.id = a.uploaded_by
		where a.scan in ('waiting', 'failed', 'infected') and (a.removed_at is null or a.scan = 'infected')
		  and office.holds_at_root(office.role_bit('administrator'))
		order by a.scan = 'infected' desc, a.id desc limit 200 $$;

--
-- Name: scan_set(bigint, office.scan_state, text); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.scan_set(attachment bigint, result office.scan_state, finding text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$
	declare
		tries integer;
	begin
		update office.attachment a set scan = result, scan_at = now(), scan_finding = left(finding, 300),
			scan_attempts = a.scan_attempts + case when result = 'failed' then 1 else 0 end
		where a.id = attachment and a.scan in ('waiting', 'failed') returning a.scan_attempts into tries;
		if not found then
			raise exception 'file % waits for no scan', attachment using errcode = 'VD002', constraint = 'attachment_scan_step';
		end if;
		if result = 'infected' then
			delete from office.attachment_chunk c where c.attachment_id = attachment;
		elsif result = 'failed' then
			insert into office.job (kind, payload, run_after)
			values ('attachment.scan', jsonb_build_object('attachment_id', attachment),
				now() + least(interval '10 minutes', interval '5 seconds' * power(2, least(tries, 10))));
		end if;
	end $$;

--
-- Name: scan_target(bigint); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.scan_target(attachment bigint) RETURNS TABLE(dossier_id bigint, unit_id bigint, uploaded_by bigint, file_name text, size bigint, scan office.scan_state, scan_attempts integer, wanted boolean)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$ select a.dossier_id, a.unit_id, a.uploaded_by, a.file_name, a.size, a.scan, a.scan_attempts,
			a.removed_at is null and a.scan in ('waiting', 'failed')
		from office.attachment a where a.id = attachment $$;

--
-- Name: season_dossiers(bigint, bigint); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.season_dossiers(season bigint, below bigint) RETURNS TABLE(id bigint, unit_id bigint, state office.dossier_state)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$ select d.id, d.unit_id, d.state from office.dossier d
		where d.season_id = season and office.holds_at_root(office.role_bit('administrator'))
		  and (below is null or d.unit_id in (select c.unit_id from office.unit_closure c where c.ancestor_id = below)) $$;

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
-- Name: unit_kin(bigint); Type: FUNCTION; Schema: office; Owner: -
--

CREATE FUNCTION office.unit_kin(of_unit bigint) RETURNS SETOF bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$
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
-- Name: receipt_check(text, text); Type: FUNCTION; Schema: site; Owner: -
--

CREATE FUNCTION site.receipt_check(number text, secret text) RETURNS TABLE(receipt_no text, unit_name text, filed_at timestamp with time zone, sha256 text, replaced_at timestamp with time zone)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'office', 'pg_temp'
    AS $$ select f.receipt_no, u.name_vi, f.filed_at, f.sha256,
			(select min(l.filed_at) from office.filing l where l.dossier_id = f.dossier_id and l.id > f.id)
		from office.filing f join office.unit u on u.id = f.unit_id
		where f.receipt_no = number and f.check_code = secret $$;

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
-- Name: achievement_year; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.achievement_year (
    id bigint NOT NULL,
    nominee_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    year integer NOT NULL,
    rating office.rating,
    maternity_leave boolean DEFAULT false NOT NULL,
    decision_no text DEFAULT ''::text NOT NULL,
    source office.fact_source DEFAULT 'declared'::office.fact_source NOT NULL,
    recorded_by bigint,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL,
    confirmed_by bigint,
    confirmed_at timestamp with time zone,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT achievement_year_decision_check CHECK ((char_length(decision_no) <= 100)),
    CONSTRAINT achievement_year_rating_check CHECK (((rating IS NOT NULL) OR maternity_leave)),
    CONSTRAINT achievement_year_year_check CHECK (((year >= 1950) AND (year <= 2200)))
);

ALTER TABLE ONLY office.achievement_year FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE achievement_year; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON TABLE office.achievement_year IS 'How far a nominee completed the tasks of a year, and the paper that proves it.';

--
-- Name: COLUMN achievement_year.id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.achievement_year.id IS 'Internal identifier.';

--
-- Name: COLUMN achievement_year.nominee_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.achievement_year.nominee_id IS 'Whose year.';

--
-- Name: COLUMN achievement_year.unit_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.achievement_year.unit_id IS 'Unit that recorded it.';

--
-- Name: COLUMN achievement_year.year; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.achievement_year.year IS 'Year.';

--
-- Name: COLUMN achievement_year.rating; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.achievement_year.rating IS 'Level of completion; NULL: not rated because of leave.';

--
-- Name: COLUMN achievement_year.maternity_leave; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.achievement_year.maternity_leave IS 'Maternity leave in the year; its time counts (Decree 152/2025 Article 4(5)).';

--
-- Name: COLUMN achievement_year.decision_no; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.achievement_year.decision_no IS 'Decision that proves the rating; '''': declared without one.';

--
-- Name: COLUMN achievement_year.source; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.achievement_year.source IS 'Declared in a dossier, taken from the register, or imported.';

--
-- Name: COLUMN achievement_year.recorded_by; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.achievement_year.recorded_by IS 'Who; NULL from the command line.';

--
-- Name: COLUMN achievement_year.recorded_at; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.achievement_year.recorded_at IS 'When.';

--
-- Name: COLUMN achievement_year.confirmed_by; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.achievement_year.confirmed_by IS 'Appraiser who saw the proof.';

--
-- Name: COLUMN achievement_year.confirmed_at; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.achievement_year.confirmed_at IS 'When.';

--
-- Name: COLUMN achievement_year.version; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.achievement_year.version IS 'Counts changes.';

--
-- Name: achievement_year_id_seq; Type: SEQUENCE; Schema: office; Owner: -
--

ALTER TABLE office.achievement_year ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME office.achievement_year_id_seq
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
    document office.document_kind DEFAULT 'other'::office.document_kind NOT NULL,
    looks_secret boolean DEFAULT false NOT NULL,
    scan office.scan_state DEFAULT 'off'::office.scan_state NOT NULL,
    scan_at timestamp with time zone,
    scan_attempts integer DEFAULT 0 NOT NULL,
    scan_finding text DEFAULT ''::text NOT NULL,
    secrecy office.secrecy_state DEFAULT 'unread'::office.secrecy_state NOT NULL,
    secrecy_at timestamp with time zone,
    CONSTRAINT attachment_file_name_check CHECK (((char_length(file_name) >= 1) AND (char_length(file_name) <= 255))),
    CONSTRAINT attachment_finding_check CHECK ((char_length(scan_finding) <= 300)),
    CONSTRAINT attachment_size_check CHECK (((size >= 1) AND (size <= 52428800)))
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
-- Name: COLUMN attachment.document; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.attachment.document IS 'What paper it is, as its uploader says.';

--
-- Name: COLUMN attachment.looks_secret; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.attachment.looks_secret IS 'Name or text reminds of a secrecy stamp without being one; shown to whoever reads it.';

--
-- Name: COLUMN attachment.scan; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.attachment.scan IS 'Malware scan: off (none was configured), waiting, clean, infected (its bytes are deleted), failed (tried again).';

--
-- Name: COLUMN attachment.scan_at; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.attachment.scan_at IS 'When the state of the scan last changed.';

--
-- Name: COLUMN attachment.scan_attempts; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.attachment.scan_attempts IS 'Scans that could not be made so far.';

--
-- Name: COLUMN attachment.scan_finding; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.attachment.scan_finding IS 'Name of the malware, or why the scan failed.';

--
-- Name: COLUMN attachment.secrecy; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.attachment.secrecy IS 'Search of its text for a secrecy stamp: unread (no text one could read: a scan, a picture), waiting, clear, stamp (refused, its bytes are deleted).';

--
-- Name: COLUMN attachment.secrecy_at; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.attachment.secrecy_at IS 'When its text was read; NULL: not, or while it was uploaded.';

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
    award_type_id bigint NOT NULL,
    loose boolean DEFAULT true NOT NULL
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
-- Name: COLUMN award_alias.loose; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.award_alias.loose IS 'A short or loose name, proposed and confirmed by a person; false: as good as the name itself. The seed says which.';

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
-- Name: deadline_extension; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.deadline_extension (
    id bigint NOT NULL,
    season_id bigint NOT NULL,
    unit_id bigint,
    closes_at timestamp with time zone NOT NULL,
    document text DEFAULT ''::text NOT NULL,
    reason text NOT NULL,
    made_by bigint NOT NULL,
    made_at timestamp with time zone DEFAULT now() NOT NULL,
    withdrawn_by bigint,
    withdrawn_at timestamp with time zone,
    withdrawn_reason text,
    CONSTRAINT deadline_extension_document_check CHECK ((char_length(document) <= 200)),
    CONSTRAINT deadline_extension_reason_check CHECK (((char_length(reason) >= 1) AND (char_length(reason) <= 500))),
    CONSTRAINT deadline_extension_withdrawn_check CHECK ((((withdrawn_at IS NULL) AND (withdrawn_by IS NULL) AND (withdrawn_reason IS NULL)) OR ((withdrawn_at IS NOT NULL) AND (withdrawn_by IS NOT NULL) AND ((char_length(withdrawn_reason) >= 1) AND (char_length(withdrawn_reason) <= 500)))))
);

ALTER TABLE ONLY office.deadline_extension FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE deadline_extension; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON TABLE office.deadline_extension IS 'A later closing time for one unit and all below it, or for everybody; never deleted, only withdrawn.';

--
-- Name: COLUMN deadline_extension.id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.deadline_extension.id IS 'Internal identifier.';

--
-- Name: COLUMN deadline_extension.season_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.deadline_extension.season_id IS 'Of this round.';

--
-- Name: COLUMN deadline_extension.unit_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.deadline_extension.unit_id IS 'For this unit and its subtree; NULL: for all.';

--
-- Name: COLUMN deadline_extension.closes_at; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.deadline_extension.closes_at IS 'New first moment that is too late.';

--
-- Name: COLUMN deadline_extension.document; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.deadline_extension.document IS 'Number and date of the letter it rests on; may be empty.';

--
-- Name: COLUMN deadline_extension.reason; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.deadline_extension.reason IS 'Why, shown to everybody it concerns.';

--
-- Name: COLUMN deadline_extension.made_by; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.deadline_extension.made_by IS 'Who.';

--
-- Name: COLUMN deadline_extension.made_at; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.deadline_extension.made_at IS 'When; in force from then on.';

--
-- Name: COLUMN deadline_extension.withdrawn_by; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.deadline_extension.withdrawn_by IS 'Who took it back; NULL: stands.';

--
-- Name: COLUMN deadline_extension.withdrawn_at; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.deadline_extension.withdrawn_at IS 'When it was taken back, before it had run out.';

--
-- Name: COLUMN deadline_extension.withdrawn_reason; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.deadline_extension.withdrawn_reason IS 'Why, shown.';

--
-- Name: deadline_extension_id_seq; Type: SEQUENCE; Schema: office; Owner: -
--

ALTER TABLE office.deadline_extension ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME office.deadline_extension_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

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
-- Name: discipline; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.discipline (
    id bigint NOT NULL,
    nominee_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    level office.discipline_level NOT NULL,
    from_on date NOT NULL,
    to_on date,
    decision_no text NOT NULL,
    recorded_by bigint,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT discipline_decision_check CHECK (((char_length(decision_no) >= 1) AND (char_length(decision_no) <= 100))),
    CONSTRAINT discipline_period_check CHECK (((to_on IS NULL) OR (to_on >= from_on)))
);

ALTER TABLE ONLY office.discipline FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE discipline; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON TABLE office.discipline IS 'Disciplinary decisions; achievements count from the end of the period on (Decree 152/2025 Article 4(4)).';

--
-- Name: COLUMN discipline.id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.discipline.id IS 'Internal identifier.';

--
-- Name: COLUMN discipline.nominee_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.discipline.nominee_id IS 'About this nominee.';

--
-- Name: COLUMN discipline.unit_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.discipline.unit_id IS 'Unit that recorded it.';

--
-- Name: COLUMN discipline.level; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.discipline.level IS 'Level.';

--
-- Name: COLUMN discipline.from_on; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.discipline.from_on IS 'First day.';

--
-- Name: COLUMN discipline.to_on; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.discipline.to_on IS 'Last day; NULL: not known yet.';

--
-- Name: COLUMN discipline.decision_no; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.discipline.decision_no IS 'Decision.';

--
-- Name: COLUMN discipline.recorded_by; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.discipline.recorded_by IS 'Who.';

--
-- Name: COLUMN discipline.recorded_at; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.discipline.recorded_at IS 'When.';

--
-- Name: discipline_id_seq; Type: SEQUENCE; Schema: office; Owner: -
--

ALTER TABLE office.discipline ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME office.discipline_id_seq
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
-- Name: dossier_rule; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.dossier_rule (
    dossier_id bigint NOT NULL,
    rule_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    binding boolean NOT NULL
);

ALTER TABLE ONLY office.dossier_rule FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE dossier_rule; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON TABLE office.dossier_rule IS 'Rules in force on the day a dossier was first received; a rule that stands here is never changed again.';

--
-- Name: COLUMN dossier_rule.dossier_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.dossier_rule.dossier_id IS 'Of this dossier.';

--
-- Name: COLUMN dossier_rule.rule_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.dossier_rule.rule_id IS 'This version of the rule.';

--
-- Name: COLUMN dossier_rule.unit_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.dossier_rule.unit_id IS 'The dossier''s unit, for row-level security.';

--
-- Name: COLUMN dossier_rule.binding; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.dossier_rule.binding IS 'Verified or confirmed on that day; else it only warned.';

--
-- Name: draft_entry; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.draft_entry (
    id bigint NOT NULL,
    account_id bigint NOT NULL,
    dossier_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    object text NOT NULL,
    field text NOT NULL,
    value text NOT NULL,
    base text NOT NULL,
    client text NOT NULL,
    seq bigint NOT NULL,
    client_at timestamp with time zone,
    at timestamp with time zone DEFAULT now() NOT NULL,
    outcome office.draft_outcome NOT NULL,
    CONSTRAINT draft_entry_base_check CHECK ((char_length(base) <= 20000)),
    CONSTRAINT draft_entry_client_check CHECK ((client ~ '^[A-Za-z0-9_:-]{8,80}$'::text)),
    CONSTRAINT draft_entry_field_check CHECK ((field ~ '^[a-z_]{1,40}$'::text)),
    CONSTRAINT draft_entry_seq_check CHECK ((seq > 0)),
    CONSTRAINT draft_entry_value_check CHECK ((char_length(value) <= 20000))
);

ALTER TABLE ONLY office.draft_entry FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE draft_entry; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON TABLE office.draft_entry IS 'Journal of what was typed into forms of a dossier, as it arrived; append-only, the record of autosaves.';

--
-- Name: COLUMN draft_entry.id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.draft_entry.id IS 'Order of writing.';

--
-- Name: COLUMN draft_entry.account_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.draft_entry.account_id IS 'Who typed.';

--
-- Name: COLUMN draft_entry.dossier_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.draft_entry.dossier_id IS 'In this dossier.';

--
-- Name: COLUMN draft_entry.unit_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.draft_entry.unit_id IS 'The dossier''s unit.';

--
-- Name: COLUMN draft_entry.object; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.draft_entry.object IS '"dossier" for its head, the number of a nomination, "new:KIND:RANDOM" for one not saved yet, "can-cu:NUMBER:FORM" for a declaration about a nomination.';

--
-- Name: COLUMN draft_entry.field; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.draft_entry.field IS 'Name of the form field.';

--
-- Name: COLUMN draft_entry.value; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.draft_entry.value IS 'What was typed, also when it is too long or no such value.';

--
-- Name: COLUMN draft_entry.base; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.draft_entry.base IS 'What the editor started from.';

--
-- Name: COLUMN draft_entry.client; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.draft_entry.client IS 'The page that sent it, a random name made by the browser; "luu:" and the form''s once value for a form.';

--
-- Name: COLUMN draft_entry.seq; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.draft_entry.seq IS 'Counts the changes of that page: the same number sent again changes nothing.';

--
-- Name: COLUMN draft_entry.client_at; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.draft_entry.client_at IS 'When typed, by the clock of the browser; only to show.';

--
-- Name: COLUMN draft_entry.at; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.draft_entry.at IS 'When received.';

--
-- Name: COLUMN draft_entry.outcome; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.draft_entry.outcome IS 'applied: written to the record; kept: not a valid value yet; conflict: somebody changed the same field; late: after closing or filing; dropped: given up by its author.';

--
-- Name: draft_entry_id_seq; Type: SEQUENCE; Schema: office; Owner: -
--

ALTER TABLE office.draft_entry ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME office.draft_entry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: draft_open; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.draft_open (
    dossier_id bigint NOT NULL,
    account_id bigint NOT NULL,
    object text NOT NULL,
    field text NOT NULL,
    unit_id bigint NOT NULL,
    value text NOT NULL,
    base text NOT NULL,
    client text NOT NULL,
    at timestamp with time zone NOT NULL,
    outcome office.draft_outcome NOT NULL,
    CONSTRAINT draft_open_outcome_check CHECK ((outcome = ANY (ARRAY['kept'::office.draft_outcome, 'conflict'::office.draft_outcome, 'late'::office.draft_outcome])))
);

ALTER TABLE ONLY office.draft_open FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE draft_open; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON TABLE office.draft_open IS 'What was typed last and is not in the record: the head of draft_entry for each field, gone once applied, saved or dropped.';

--
-- Name: COLUMN draft_open.dossier_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.draft_open.dossier_id IS 'In this dossier.';

--
-- Name: COLUMN draft_open.account_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.draft_open.account_id IS 'Who typed.';

--
-- Name: COLUMN draft_open.object; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.draft_open.object IS 'As in draft_entry.';

--
-- Name: COLUMN draft_open.field; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.draft_open.field IS 'Name of the form field.';

--
-- Name: COLUMN draft_open.unit_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.draft_open.unit_id IS 'The dossier''s unit.';

--
-- Name: COLUMN draft_open.value; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.draft_open.value IS 'What was typed.';

--
-- Name: COLUMN draft_open.base; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.draft_open.base IS 'What the editor started from.';

--
-- Name: COLUMN draft_open.client; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.draft_open.client IS 'The page that sent it.';

--
-- Name: COLUMN draft_open.at; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.draft_open.at IS 'When received.';

--
-- Name: COLUMN draft_open.outcome; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.draft_open.outcome IS 'Why it is not in the record: kept, conflict or late.';

--
-- Name: eligibility_condition; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.eligibility_condition (
    id bigint NOT NULL,
    rule_id bigint NOT NULL,
    ordinal integer NOT NULL,
    alternative text DEFAULT ''::text NOT NULL,
    kind office.condition_kind NOT NULL,
    award_type_id bigint,
    since_award_type_id bigint,
    count integer DEFAULT 0 NOT NULL,
    years integer DEFAULT 0 NOT NULL,
    percent integer DEFAULT 0 NOT NULL,
    rating office.rating,
    scope office.initiative_scope,
    level office.discipline_level,
    wording text NOT NULL,
    CONSTRAINT eligibility_condition_award_check CHECK (((kind = ANY (ARRAY['award_consecutive'::office.condition_kind, 'award_within'::office.condition_kind, 'award_held'::office.condition_kind, 'award_not_held'::office.condition_kind])) = (award_type_id IS NOT NULL))),
    CONSTRAINT eligibility_condition_numbers_check CHECK ((((count >= 0) AND (count <= 100)) AND ((years >= 0) AND (years <= 100)) AND ((percent >= 0) AND (percent <= 100)))),
    CONSTRAINT eligibility_condition_rating_check CHECK (((kind = ANY (ARRAY['rating_of_year'::office.condition_kind, 'rating_consecutive'::office.condition_kind, 'rating_within'::office.condition_kind])) = (rating IS NOT NULL))),
    CONSTRAINT eligibility_condition_scope_check CHECK (((kind = 'initiatives'::office.condition_kind) = (scope IS NOT NULL))),
    CONSTRAINT eligibility_condition_wording_check CHECK (((char_length(wording) >= 1) AND (char_length(wording) <= 400)))
);

ALTER TABLE ONLY office.eligibility_condition FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE eligibility_condition; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON TABLE office.eligibility_condition IS 'What a rule asks: all without a letter, and one of each letter.';

--
-- Name: COLUMN eligibility_condition.id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.eligibility_condition.id IS 'Internal identifier.';

--
-- Name: COLUMN eligibility_condition.rule_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.eligibility_condition.rule_id IS 'Of this rule.';

--
-- Name: COLUMN eligibility_condition.ordinal; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.eligibility_condition.ordinal IS 'Order in the rule.';

--
-- Name: COLUMN eligibility_condition.alternative; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.eligibility_condition.alternative IS 'Conditions with the same letter: one of them is enough.';

--
-- Name: COLUMN eligibility_condition.kind; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.eligibility_condition.kind IS 'How it is judged.';

--
-- Name: COLUMN eligibility_condition.award_type_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.eligibility_condition.award_type_id IS 'Award asked for.';

--
-- Name: COLUMN eligibility_condition.since_award_type_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.eligibility_condition.since_award_type_id IS 'Counted only after this award was given.';

--
-- Name: COLUMN eligibility_condition.count; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.eligibility_condition.count IS 'How many, or how many years in a row.';

--
-- Name: COLUMN eligibility_condition.years; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.eligibility_condition.years IS 'Within so many years; for consecutive titles: apart at most so far to be left to the office.';

--
-- Name: COLUMN eligibility_condition.percent; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.eligibility_condition.percent IS 'Share in percent; exactly reached passes.';

--
-- Name: COLUMN eligibility_condition.rating; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.eligibility_condition.rating IS 'At least this rating.';

--
-- Name: COLUMN eligibility_condition.scope; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.eligibility_condition.scope IS 'At least this scope.';

--
-- Name: COLUMN eligibility_condition.level; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.eligibility_condition.level IS 'From this level of discipline on.';

--
-- Name: COLUMN eligibility_condition.wording; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.eligibility_condition.wording IS 'The condition in words.';

--
-- Name: eligibility_condition_id_seq; Type: SEQUENCE; Schema: office; Owner: -
--

ALTER TABLE office.eligibility_condition ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME office.eligibility_condition_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: eligibility_judgement; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.eligibility_judgement (
    nomination_id bigint NOT NULL,
    condition_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    met boolean NOT NULL,
    reason text NOT NULL,
    judged_by bigint NOT NULL,
    judged_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT eligibility_judgement_reason_check CHECK (((char_length(reason) >= 1) AND (char_length(reason) <= 500)))
);

ALTER TABLE ONLY office.eligibility_judgement FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE eligibility_judgement; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON TABLE office.eligibility_judgement IS 'What an appraiser found where no figure can decide.';

--
-- Name: COLUMN eligibility_judgement.nomination_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.eligibility_judgement.nomination_id IS 'About this nomination.';

--
-- Name: COLUMN eligibility_judgement.condition_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.eligibility_judgement.condition_id IS 'This condition.';

--
-- Name: COLUMN eligibility_judgement.unit_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.eligibility_judgement.unit_id IS 'The nomination''s unit, for row-level security.';

--
-- Name: COLUMN eligibility_judgement.met; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.eligibility_judgement.met IS 'Met or not.';

--
-- Name: COLUMN eligibility_judgement.reason; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.eligibility_judgement.reason IS 'On what evidence.';

--
-- Name: COLUMN eligibility_judgement.judged_by; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.eligibility_judgement.judged_by IS 'Who.';

--
-- Name: COLUMN eligibility_judgement.judged_at; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.eligibility_judgement.judged_at IS 'When.';

--
-- Name: eligibility_rule; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.eligibility_rule (
    id bigint NOT NULL,
    code text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    award_type_id bigint,
    commendation_kind office.commendation_kind,
    route text DEFAULT ''::text NOT NULL,
    wording text NOT NULL,
    law text NOT NULL,
    legal_basis text NOT NULL,
    confidence office.confidence NOT NULL,
    warn_only boolean DEFAULT false NOT NULL,
    confirmed boolean DEFAULT false NOT NULL,
    confirmed_by bigint,
    confirmed_at timestamp with time zone,
    confirmed_reason text DEFAULT ''::text NOT NULL,
    note text DEFAULT ''::text NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT eligibility_rule_code_check CHECK ((code ~ '^[A-Z0-9_]{2,40}$'::text)),
    CONSTRAINT eligibility_rule_period_check CHECK (((valid_to IS NULL) OR (valid_to >= valid_from))),
    CONSTRAINT eligibility_rule_reason_check CHECK (((char_length(confirmed_reason) <= 500) AND ((NOT confirmed) OR (confirmed_reason <> ''::text)))),
    CONSTRAINT eligibility_rule_route_check CHECK ((char_length(route) <= 10)),
    CONSTRAINT eligibility_rule_wording_check CHECK (((char_length(wording) >= 1) AND (char_length(wording) <= 600)))
);

ALTER TABLE ONLY office.eligibility_rule FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE eligibility_rule; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON TABLE office.eligibility_rule IS 'A dated standard of an award, or of every award; what it asks is in eligibility_condition.';

--
-- Name: COLUMN eligibility_rule.id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.eligibility_rule.id IS 'Internal identifier; one for each version.';

--
-- Name: COLUMN eligibility_rule.code; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.eligibility_rule.code IS 'Stable short code.';

--
-- Name: COLUMN eligibility_rule.valid_from; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.eligibility_rule.valid_from IS 'First day it applies.';

--
-- Name: COLUMN eligibility_rule.valid_to; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.eligibility_rule.valid_to IS 'Last day; NULL: open.';

--
-- Name: COLUMN eligibility_rule.award_type_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.eligibility_rule.award_type_id IS 'For this award; NULL: for every award.';

--
-- Name: COLUMN eligibility_rule.commendation_kind; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.eligibility_rule.commendation_kind IS 'Only in rounds of this kind; NULL: in all.';

--
-- Name: COLUMN eligibility_rule.route; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.eligibility_rule.route IS 'One of several ways to the award; '''': always asked.';

--
-- Name: COLUMN eligibility_rule.wording; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.eligibility_rule.wording IS 'The standard in words.';

--
-- Name: COLUMN eligibility_rule.law; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.eligibility_rule.law IS 'Law it stands in, see law_version.';

--
-- Name: COLUMN eligibility_rule.legal_basis; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.eligibility_rule.legal_basis IS 'Article.';

--
-- Name: COLUMN eligibility_rule.confidence; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.eligibility_rule.confidence IS 'How far its text was verified; anything but verified only warns until confirmed.';

--
-- Name: COLUMN eligibility_rule.warn_only; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.eligibility_rule.warn_only IS 'Warns even when verified.';

--
-- Name: COLUMN eligibility_rule.confirmed; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.eligibility_rule.confirmed IS 'Confirmed by the office.';

--
-- Name: COLUMN eligibility_rule.confirmed_by; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.eligibility_rule.confirmed_by IS 'Who confirmed it.';

--
-- Name: COLUMN eligibility_rule.confirmed_at; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.eligibility_rule.confirmed_at IS 'When.';

--
-- Name: COLUMN eligibility_rule.confirmed_reason; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.eligibility_rule.confirmed_reason IS 'On what ground.';

--
-- Name: COLUMN eligibility_rule.note; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.eligibility_rule.note IS 'How the text is read where it leaves room.';

--
-- Name: COLUMN eligibility_rule.version; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.eligibility_rule.version IS 'Counts changes.';

--
-- Name: eligibility_rule_id_seq; Type: SEQUENCE; Schema: office; Owner: -
--

ALTER TABLE office.eligibility_rule ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME office.eligibility_rule_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: eligibility_verdict; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.eligibility_verdict (
    id bigint NOT NULL,
    nomination_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    rules_on date NOT NULL,
    status office.finding_status NOT NULL,
    on_hold boolean DEFAULT false NOT NULL,
    earliest_year integer,
    content jsonb NOT NULL,
    sha256 text NOT NULL
);

ALTER TABLE ONLY office.eligibility_verdict FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE eligibility_verdict; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON TABLE office.eligibility_verdict IS 'What the rules said about a nomination when it was received for appraisal; append-only.';

--
-- Name: COLUMN eligibility_verdict.id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.eligibility_verdict.id IS 'Order of writing.';

--
-- Name: COLUMN eligibility_verdict.nomination_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.eligibility_verdict.nomination_id IS 'About this nomination.';

--
-- Name: COLUMN eligibility_verdict.unit_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.eligibility_verdict.unit_id IS 'Its unit, for row-level security.';

--
-- Name: COLUMN eligibility_verdict.at; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.eligibility_verdict.at IS 'When.';

--
-- Name: COLUMN eligibility_verdict.rules_on; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.eligibility_verdict.rules_on IS 'Rules of this day.';

--
-- Name: COLUMN eligibility_verdict.status; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.eligibility_verdict.status IS 'Met, unknown or not met.';

--
-- Name: COLUMN eligibility_verdict.on_hold; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.eligibility_verdict.on_hold IS 'A ground to put it on hold was known.';

--
-- Name: COLUMN eligibility_verdict.earliest_year; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.eligibility_verdict.earliest_year IS 'First year in which it could be met; NULL: met, or cannot be told.';

--
-- Name: COLUMN eligibility_verdict.content; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.eligibility_verdict.content IS 'Each condition with proofs and what was missing.';

--
-- Name: COLUMN eligibility_verdict.sha256; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.eligibility_verdict.sha256 IS 'Of the content as it was written, hex.';

--
-- Name: eligibility_verdict_id_seq; Type: SEQUENCE; Schema: office; Owner: -
--

ALTER TABLE office.eligibility_verdict ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME office.eligibility_verdict_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: email_change; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.email_change (
    id bigint NOT NULL,
    account_id bigint NOT NULL,
    email text NOT NULL,
    token_hash bytea NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    CONSTRAINT email_change_email_check CHECK (((char_length(email) <= 254) AND (email ~~ '%_@_%'::text) AND (email !~ '[[:space:][:cntrl:]<>,;]'::text))),
    CONSTRAINT email_change_token_check CHECK ((octet_length(token_hash) = 32))
);

ALTER TABLE ONLY office.email_change FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE email_change; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON TABLE office.email_change IS 'New addresses until their owner has opened the link sent there.';

--
-- Name: COLUMN email_change.id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.email_change.id IS 'Internal identifier.';

--
-- Name: COLUMN email_change.account_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.email_change.account_id IS 'Whose.';

--
-- Name: COLUMN email_change.email; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.email_change.email IS 'The address wanted.';

--
-- Name: COLUMN email_change.token_hash; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.email_change.token_hash IS 'SHA-256 of the token in the link; the token itself is never stored here.';

--
-- Name: COLUMN email_change.created_at; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.email_change.created_at IS 'When asked for.';

--
-- Name: COLUMN email_change.expires_at; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.email_change.expires_at IS 'End of the link.';

--
-- Name: COLUMN email_change.used_at; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.email_change.used_at IS 'When confirmed.';

--
-- Name: email_change_id_seq; Type: SEQUENCE; Schema: office; Owner: -
--

ALTER TABLE office.email_change ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME office.email_change_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: evidence_requirement; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.evidence_requirement (
    id bigint NOT NULL,
    code text NOT NULL,
    ordinal integer NOT NULL,
    document office.document_kind NOT NULL,
    or_document office.document_kind,
    scope office.evidence_scope NOT NULL,
    required boolean NOT NULL,
    award_type_id bigint,
    category office.award_category,
    authority_levels office.authority_level[],
    kind office.nominee_kind,
    supplier office.evidence_supplier NOT NULL,
    form_no text DEFAULT ''::text NOT NULL,
    note text DEFAULT ''::text NOT NULL,
    legal_basis text NOT NULL,
    confidence text NOT NULL,
    confirmed boolean DEFAULT false NOT NULL,
    binding boolean GENERATED ALWAYS AS ((confirmed OR (confidence = 'verified'::text))) STORED,
    valid_from date NOT NULL,
    valid_to date,
    confirmed_by bigint,
    confirmed_at timestamp with time zone,
    confirmed_reason text DEFAULT ''::text NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT evidence_requirement_code_check CHECK ((code ~ '^[A-Z][A-Z0-9_]{1,39}$'::text)),
    CONSTRAINT evidence_requirement_period_check CHECK (((valid_to IS NULL) OR (valid_to >= valid_from))),
    CONSTRAINT evidence_requirement_reason_check CHECK ((char_length(confirmed_reason) <= 500))
);

ALTER TABLE ONLY office.evidence_requirement FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE evidence_requirement; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON TABLE office.evidence_requirement IS 'Papers a dossier or a nomination needs for an award, with legal basis and validity.';

--
-- Name: COLUMN evidence_requirement.id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.evidence_requirement.id IS 'Internal identifier.';

--
-- Name: COLUMN evidence_requirement.code; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.evidence_requirement.code IS 'Short code, stable: D84_REPORT.';

--
-- Name: COLUMN evidence_requirement.ordinal; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.evidence_requirement.ordinal IS 'Place in the list.';

--
-- Name: COLUMN evidence_requirement.document; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.evidence_requirement.document IS 'The paper.';

--
-- Name: COLUMN evidence_requirement.or_document; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.evidence_requirement.or_document IS 'Another paper that does as well; NULL: none.';

--
-- Name: COLUMN evidence_requirement.scope; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.evidence_requirement.scope IS 'Once for the dossier, or for each nomination.';

--
-- Name: COLUMN evidence_requirement.required; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.evidence_requirement.required IS 'False: only under the condition in note.';

--
-- Name: COLUMN evidence_requirement.award_type_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.evidence_requirement.award_type_id IS 'Only for this award; NULL: any.';

--
-- Name: COLUMN evidence_requirement.category; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.evidence_requirement.category IS 'Only for titles or only for forms of commendation; NULL: both.';

--
-- Name: COLUMN evidence_requirement.authority_levels; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.evidence_requirement.authority_levels IS 'Only for awards decided there; NULL: anywhere.';

--
-- Name: COLUMN evidence_requirement.kind; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.evidence_requirement.kind IS 'Only for persons, collectives or households; NULL: all.';

--
-- Name: COLUMN evidence_requirement.supplier; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.evidence_requirement.supplier IS 'Who can give it.';

--
-- Name: COLUMN evidence_requirement.form_no; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.evidence_requirement.form_no IS 'Number of the form in the decree, where verified.';

--
-- Name: COLUMN evidence_requirement.note; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.evidence_requirement.note IS 'Condition or remark, in Vietnamese.';

--
-- Name: COLUMN evidence_requirement.legal_basis; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.evidence_requirement.legal_basis IS 'Articles it rests on.';

--
-- Name: COLUMN evidence_requirement.confidence; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.evidence_requirement.confidence IS 'How far verified: "verified" binds; anything else only warns until confirmed.';

--
-- Name: COLUMN evidence_requirement.confirmed; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.evidence_requirement.confirmed IS 'Confirmed by the office.';

--
-- Name: COLUMN evidence_requirement.binding; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.evidence_requirement.binding IS 'Missing papers keep the dossier from being filed; else they are only pointed out.';

--
-- Name: COLUMN evidence_requirement.valid_from; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.evidence_requirement.valid_from IS 'First day.';

--
-- Name: COLUMN evidence_requirement.valid_to; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.evidence_requirement.valid_to IS 'Last day; NULL: open.';

--
-- Name: COLUMN evidence_requirement.confirmed_by; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.evidence_requirement.confirmed_by IS 'Who confirmed it, or took the confirmation back.';

--
-- Name: COLUMN evidence_requirement.confirmed_at; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.evidence_requirement.confirmed_at IS 'When.';

--
-- Name: COLUMN evidence_requirement.confirmed_reason; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.evidence_requirement.confirmed_reason IS 'On what ground.';

--
-- Name: COLUMN evidence_requirement.version; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.evidence_requirement.version IS 'Counts confirmations and withdrawals.';

--
-- Name: evidence_requirement_id_seq; Type: SEQUENCE; Schema: office; Owner: -
--

ALTER TABLE office.evidence_requirement ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME office.evidence_requirement_id_seq
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
    sha256 text NOT NULL,
    check_code text DEFAULT office.receipt_code() NOT NULL,
    CONSTRAINT filing_check_code_check CHECK ((check_code ~ '^[0-9A-HJKMNP-TV-Z]{16}$'::text))
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
-- Name: COLUMN filing.check_code; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.filing.check_code IS 'Who has it may check the receipt at the public address; printed on the receipt.';

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
-- Name: heartbeat; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.heartbeat (
    id bigint NOT NULL,
    began_at timestamp with time zone NOT NULL,
    last_at timestamp with time zone NOT NULL,
    CONSTRAINT heartbeat_order_check CHECK ((last_at >= began_at))
)
WITH (fillfactor='50');

ALTER TABLE ONLY office.heartbeat FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE heartbeat; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON TABLE office.heartbeat IS 'Stretches of time in which a web worker could write to the database: one row a stretch, its end moved on by each beat.';

--
-- Name: COLUMN heartbeat.id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.heartbeat.id IS 'Order.';

--
-- Name: COLUMN heartbeat.began_at; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.heartbeat.began_at IS 'First beat of the stretch.';

--
-- Name: COLUMN heartbeat.last_at; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.heartbeat.last_at IS 'Last beat so far.';

--
-- Name: heartbeat_id_seq; Type: SEQUENCE; Schema: office; Owner: -
--

ALTER TABLE office.heartbeat ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME office.heartbeat_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: hold_ground; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.hold_ground (
    id bigint NOT NULL,
    nominee_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    kind office.hold_kind NOT NULL,
    document_no text NOT NULL,
    from_on date NOT NULL,
    to_on date,
    conclusion text DEFAULT ''::text NOT NULL,
    recorded_by bigint,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT hold_ground_conclusion_check CHECK (((char_length(conclusion) <= 500) AND ((to_on IS NULL) = (conclusion = ''::text)))),
    CONSTRAINT hold_ground_document_check CHECK (((char_length(document_no) >= 1) AND (char_length(document_no) <= 100))),
    CONSTRAINT hold_ground_period_check CHECK (((to_on IS NULL) OR (to_on >= from_on)))
);

ALTER TABLE ONLY office.hold_ground FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE hold_ground; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON TABLE office.hold_ground IS 'Grounds for not commending yet (Decree 152/2025 Article 4(4)); proposes on hold, never rejects.';

--
-- Name: COLUMN hold_ground.id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.hold_ground.id IS 'Internal identifier.';

--
-- Name: COLUMN hold_ground.nominee_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.hold_ground.nominee_id IS 'About this nominee.';

--
-- Name: COLUMN hold_ground.unit_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.hold_ground.unit_id IS 'Unit that recorded it.';

--
-- Name: COLUMN hold_ground.kind; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.hold_ground.kind IS 'What is going on.';

--
-- Name: COLUMN hold_ground.document_no; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.hold_ground.document_no IS 'Paper it rests on.';

--
-- Name: COLUMN hold_ground.from_on; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.hold_ground.from_on IS 'Since.';

--
-- Name: COLUMN hold_ground.to_on; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.hold_ground.to_on IS 'Concluded on; NULL: goes on.';

--
-- Name: COLUMN hold_ground.conclusion; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.hold_ground.conclusion IS 'What was concluded.';

--
-- Name: COLUMN hold_ground.recorded_by; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.hold_ground.recorded_by IS 'Who.';

--
-- Name: COLUMN hold_ground.recorded_at; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.hold_ground.recorded_at IS 'When.';

--
-- Name: COLUMN hold_ground.version; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.hold_ground.version IS 'Counts changes.';

--
-- Name: hold_ground_id_seq; Type: SEQUENCE; Schema: office; Owner: -
--

ALTER TABLE office.hold_ground ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME office.hold_ground_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: holiday; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.holiday (
    day date NOT NULL,
    kind office.day_kind NOT NULL,
    name text NOT NULL,
    legal_basis text DEFAULT ''::text NOT NULL,
    confirmed boolean DEFAULT false NOT NULL,
    set_by bigint,
    set_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT holiday_day_check CHECK (((day >= '2000-01-01'::date) AND (day <= '2200-12-31'::date))),
    CONSTRAINT holiday_legal_basis_check CHECK ((char_length(legal_basis) <= 300)),
    CONSTRAINT holiday_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 200)))
);

ALTER TABLE ONLY office.holiday FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE holiday; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON TABLE office.holiday IS 'Days that are not what their weekday says: holidays, and Saturdays worked instead.';

--
-- Name: COLUMN holiday.day; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.holiday.day IS 'The day.';

--
-- Name: COLUMN holiday.kind; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.holiday.kind IS 'holiday: nobody works though it may be Monday to Friday; working: worked though it is a Saturday or Sunday.';

--
-- Name: COLUMN holiday.name; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.holiday.name IS 'What it is, in words.';

--
-- Name: COLUMN holiday.legal_basis; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.holiday.legal_basis IS 'Law or number of the yearly notice; empty while unknown.';

--
-- Name: COLUMN holiday.confirmed; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.holiday.confirmed IS 'Confirmed by the office against this year''s notice.';

--
-- Name: COLUMN holiday.set_by; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.holiday.set_by IS 'Who set it last; NULL: came with the product.';

--
-- Name: COLUMN holiday.set_at; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.holiday.set_at IS 'When.';

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
    nominee_id bigint,
    commendation_kind office.commendation_kind,
    import_key text,
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
-- Name: COLUMN honour.nominee_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.honour.nominee_id IS 'Whose honour it is in the register; NULL until matched.';

--
-- Name: COLUMN honour.commendation_kind; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.honour.commendation_kind IS 'Kind of commendation it was given for; NULL: not recorded.';

--
-- Name: COLUMN honour.import_key; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.honour.import_key IS 'Row of the imported register it came from; NULL for honours decided here.';

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
-- Name: identity_deleted; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.identity_deleted (
    nomination_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    id_hash bytea NOT NULL,
    id_cipher bytea NOT NULL,
    id_tail bytea NOT NULL,
    deleted_at timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE ONLY office.identity_deleted FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE identity_deleted; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON TABLE office.identity_deleted IS 'Identity numbers of deleted nominations for thirty days, so that putting one back brings its number.';

--
-- Name: COLUMN identity_deleted.nomination_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.identity_deleted.nomination_id IS 'Of this nomination, which is gone: no foreign key.';

--
-- Name: COLUMN identity_deleted.unit_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.identity_deleted.unit_id IS 'Its unit.';

--
-- Name: COLUMN identity_deleted.id_hash; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.identity_deleted.id_hash IS 'As it was.';

--
-- Name: COLUMN identity_deleted.id_cipher; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.identity_deleted.id_cipher IS 'As it was.';

--
-- Name: COLUMN identity_deleted.id_tail; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.identity_deleted.id_tail IS 'As it was.';

--
-- Name: COLUMN identity_deleted.deleted_at; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.identity_deleted.deleted_at IS 'When.';

--
-- Name: identity_key; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.identity_key (
    key_id smallint NOT NULL,
    check_value bytea NOT NULL,
    first_used timestamp with time zone DEFAULT now() NOT NULL,
    hashes boolean DEFAULT false NOT NULL,
    CONSTRAINT identity_key_id_check CHECK (((key_id >= 1) AND (key_id <= 255))),
    CONSTRAINT identity_key_value_check CHECK ((octet_length(check_value) = 32))
);

ALTER TABLE ONLY office.identity_key FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE identity_key; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON TABLE office.identity_key IS 'Keys of identity numbers in use: tells a wrong key file before it does harm, and which key finds numbers again.';

--
-- Name: COLUMN identity_key.key_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.identity_key.key_id IS 'Number of the key in the key file.';

--
-- Name: COLUMN identity_key.check_value; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.identity_key.check_value IS 'Keyed hash of a fixed text: the same only with the same key.';

--
-- Name: COLUMN identity_key.first_used; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.identity_key.first_used IS 'When.';

--
-- Name: COLUMN identity_key.hashes; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.identity_key.hashes IS 'Every id_hash was made with this key; vinhdanhctl identity rekey moves all of them to another at once.';

--
-- Name: identity_pace; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.identity_pace (
    unit_id bigint NOT NULL,
    day date NOT NULL,
    numbers integer NOT NULL,
    CONSTRAINT identity_pace_numbers_check CHECK ((numbers > 0))
);

ALTER TABLE ONLY office.identity_pace FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE identity_pace; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON TABLE office.identity_pace IS 'How many identity numbers a unit gave in a day, taken back or not; a week is kept.';

--
-- Name: COLUMN identity_pace.unit_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.identity_pace.unit_id IS 'Unit.';

--
-- Name: COLUMN identity_pace.day; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.identity_pace.day IS 'Day in Ho Chi Minh City.';

--
-- Name: COLUMN identity_pace.numbers; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.identity_pace.numbers IS 'Numbers given.';

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
    confirmed_at timestamp with time zone,
    source office.import_source DEFAULT 'csv'::office.import_source NOT NULL,
    total_rows integer DEFAULT 0 NOT NULL,
    header_row integer DEFAULT 0 NOT NULL,
    mapping text DEFAULT ''::text NOT NULL,
    headings jsonb DEFAULT '[]'::jsonb NOT NULL,
    mapping_chosen boolean DEFAULT false NOT NULL,
    answers jsonb DEFAULT '[]'::jsonb NOT NULL,
    notes text DEFAULT ''::text NOT NULL,
    seal office.import_seal DEFAULT 'none'::office.import_seal NOT NULL,
    seal_keys jsonb DEFAULT '[]'::jsonb NOT NULL,
    seen text DEFAULT ''::text NOT NULL,
    order_before bigint[],
    removed_too boolean DEFAULT false NOT NULL,
    table_mac text DEFAULT ''::text NOT NULL,
    CONSTRAINT import_total_rows_check CHECK (((total_rows >= 0) AND (total_rows <= 20000)))
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

COMMENT ON COLUMN office.import.state IS 'Loading, preview, confirmed, undone, dropped.';

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
-- Name: COLUMN import.source; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.import.source IS 'What was read: a CSV file, a workbook, pasted cells.';

--
-- Name: COLUMN import.total_rows; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.import.total_rows IS 'How many rows were announced; 0 when unknown.';

--
-- Name: COLUMN import.header_row; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.import.header_row IS 'Row of the column headings; 0 when there is none.';

--
-- Name: COLUMN import.mapping; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.import.mapping IS 'Meaning of each column from the left, parted by commas; empty: not read.';

--
-- Name: COLUMN import.headings; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.import.headings IS 'What stands above each column.';

--
-- Name: COLUMN import.mapping_chosen; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.import.mapping_chosen IS 'A person chose the mapping; it is not proposed anew.';

--
-- Name: COLUMN import.answers; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.import.answers IS 'Confirmed meanings of loose award names: [folded text, kind of nominee, award type].';

--
-- Name: COLUMN import.notes; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.import.notes IS 'What to know about the whole sheet, as import_row.warnings.';

--
-- Name: COLUMN import.seal; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.import.seal IS 'Whether the sheet is a workbook of ours that came back, and whole.';

--
-- Name: COLUMN import.seal_keys; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.import.seal_keys IS 'Row keys the exported workbook carried.';

--
-- Name: COLUMN import.seen; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.import.seen IS 'Hash of the preview: a confirmation names what was seen.';

--
-- Name: COLUMN import.order_before; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.import.order_before IS 'Nominations of the dossier in their order before confirmation, for undoing.';

--
-- Name: COLUMN import.removed_too; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.import.removed_too IS 'Nominations missing in the workbook were deleted when confirmed.';

--
-- Name: COLUMN import.table_mac; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.import.table_mac IS 'Keyed hash of the whole table as its sender announced it, so that a cut transfer goes on; empty: not announced.';

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
-- Name: import_identity; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.import_identity (
    import_id bigint NOT NULL,
    row_no integer NOT NULL,
    id_hash bytea NOT NULL,
    id_cipher bytea NOT NULL,
    id_tail bytea NOT NULL,
    column_no smallint NOT NULL,
    CONSTRAINT import_identity_column_check CHECK (((column_no >= 0) AND (column_no <= 59))),
    CONSTRAINT import_identity_hash_check CHECK ((octet_length(id_hash) = 32))
);

ALTER TABLE ONLY office.import_identity FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE import_identity; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON TABLE office.import_identity IS 'Identity numbers that stood in cells of a sheet, until it is confirmed or dropped; the cells themselves only keep them masked.';

--
-- Name: COLUMN import_identity.import_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.import_identity.import_id IS 'Of this import.';

--
-- Name: COLUMN import_identity.row_no; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.import_identity.row_no IS 'Of this row.';

--
-- Name: COLUMN import_identity.id_hash; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.import_identity.id_hash IS 'Keyed BLAKE2b of the number.';

--
-- Name: COLUMN import_identity.id_cipher; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.import_identity.id_cipher IS 'The number, encrypted.';

--
-- Name: COLUMN import_identity.id_tail; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.import_identity.id_tail IS 'Its last four digits, encrypted.';

--
-- Name: COLUMN import_identity.column_no; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.import_identity.column_no IS 'In this column, from 0: which one counts is known when the sheet is confirmed.';

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
    class office.import_class DEFAULT 'new'::office.import_class NOT NULL,
    decision office.import_decision DEFAULT 'auto'::office.import_decision NOT NULL,
    fix jsonb DEFAULT '{}'::jsonb NOT NULL,
    award_typed text DEFAULT ''::text NOT NULL,
    award_pending boolean DEFAULT false NOT NULL,
    nomination_id bigint,
    nomination_version integer,
    changes text DEFAULT ''::text NOT NULL,
    old jsonb,
    digest text DEFAULT ''::text NOT NULL
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

COMMENT ON COLUMN office.import_row.raw IS 'Cells as sent: text, number, boolean, null, {"d": date}, {"f": formula, "v": value}; what looks like an identity number is masked.';

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

COMMENT ON COLUMN office.import_row.problems IS 'Problems, one a line: column, message id, then its arguments, parted by tabs; empty: can be imported.';

--
-- Name: COLUMN import_row.warnings; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.import_row.warnings IS 'As problems, but the row can be imported; for ignored rows the reason.';

--
-- Name: COLUMN import_row.class; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.import_row.class IS 'What confirming does with the row.';

--
-- Name: COLUMN import_row.decision; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.import_row.decision IS 'What a person decided: leave it out, or take it although the reading says otherwise.';

--
-- Name: COLUMN import_row.fix; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.import_row.fix IS 'Texts a person typed in place of cells, by column.';

--
-- Name: COLUMN import_row.award_typed; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.import_row.award_typed IS 'Award as written.';

--
-- Name: COLUMN import_row.award_pending; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.import_row.award_pending IS 'The meaning of the written award awaits an answer.';

--
-- Name: COLUMN import_row.nomination_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.import_row.nomination_id IS 'Nomination it changes, equals or removes; when confirmed also the one it made. No foreign key: it may be deleted.';

--
-- Name: COLUMN import_row.nomination_version; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.import_row.nomination_version IS 'Version of that nomination when the row was read; when confirmed the one left behind.';

--
-- Name: COLUMN import_row.changes; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.import_row.changes IS 'Columns that differ from the nomination, parted by commas.';

--
-- Name: COLUMN import_row.old; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.import_row.old IS 'The whole nomination before it was changed or removed.';

--
-- Name: COLUMN import_row.digest; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.import_row.digest IS 'Hash of what was understood, so that only differences are written.';

--
-- Name: initiative; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.initiative (
    id bigint NOT NULL,
    nominee_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    year integer NOT NULL,
    kind office.initiative_kind DEFAULT 'initiative'::office.initiative_kind NOT NULL,
    title text DEFAULT ''::text NOT NULL,
    scope office.initiative_scope NOT NULL,
    recognised_by text DEFAULT ''::text NOT NULL,
    recognition_no text DEFAULT ''::text NOT NULL,
    source office.fact_source DEFAULT 'declared'::office.fact_source NOT NULL,
    used_honour_id bigint,
    recorded_by bigint,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL,
    confirmed_by bigint,
    confirmed_at timestamp with time zone,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT initiative_text_check CHECK (((char_length(title) <= 500) AND (char_length(recognised_by) <= 200) AND (char_length(recognition_no) <= 100))),
    CONSTRAINT initiative_year_check CHECK (((year >= 1950) AND (year <= 2200)))
);

ALTER TABLE ONLY office.initiative FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE initiative; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON TABLE office.initiative IS 'Recognised improvements and accepted research of a nominee, with their scope.';

--
-- Name: COLUMN initiative.id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.initiative.id IS 'Internal identifier.';

--
-- Name: COLUMN initiative.nominee_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.initiative.nominee_id IS 'Whose.';

--
-- Name: COLUMN initiative.unit_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.initiative.unit_id IS 'Unit that recorded it.';

--
-- Name: COLUMN initiative.year; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.initiative.year IS 'Year of recognition.';

--
-- Name: COLUMN initiative.kind; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.initiative.kind IS 'Initiative or research.';

--
-- Name: COLUMN initiative.title; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.initiative.title IS 'Name; '''' where the imported register has none.';

--
-- Name: COLUMN initiative.scope; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.initiative.scope IS 'Where its effect reaches.';

--
-- Name: COLUMN initiative.recognised_by; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.initiative.recognised_by IS 'Who recognised it.';

--
-- Name: COLUMN initiative.recognition_no; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.initiative.recognition_no IS 'Paper that recognises it; '''': declared without one.';

--
-- Name: COLUMN initiative.source; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.initiative.source IS 'Declared in a dossier, taken from the register, or imported.';

--
-- Name: COLUMN initiative.used_honour_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.initiative.used_honour_id IS 'Honour it was already used for, in imported history.';

--
-- Name: COLUMN initiative.recorded_by; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.initiative.recorded_by IS 'Who; NULL from the command line.';

--
-- Name: COLUMN initiative.recorded_at; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.initiative.recorded_at IS 'When.';

--
-- Name: COLUMN initiative.confirmed_by; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.initiative.confirmed_by IS 'Appraiser who saw the proof.';

--
-- Name: COLUMN initiative.confirmed_at; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.initiative.confirmed_at IS 'When.';

--
-- Name: COLUMN initiative.version; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.initiative.version IS 'Counts changes.';

--
-- Name: initiative_id_seq; Type: SEQUENCE; Schema: office; Owner: -
--

ALTER TABLE office.initiative ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME office.initiative_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: initiative_use; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.initiative_use (
    nomination_id bigint NOT NULL,
    initiative_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    chosen_by bigint,
    chosen_at timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE ONLY office.initiative_use FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE initiative_use; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON TABLE office.initiative_use IS 'Which initiatives a nomination rests on; the same one twice is a warning, not an error.';

--
-- Name: COLUMN initiative_use.nomination_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.initiative_use.nomination_id IS 'This nomination.';

--
-- Name: COLUMN initiative_use.initiative_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.initiative_use.initiative_id IS 'Rests on this initiative.';

--
-- Name: COLUMN initiative_use.unit_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.initiative_use.unit_id IS 'The nomination''s unit, for row-level security.';

--
-- Name: COLUMN initiative_use.chosen_by; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.initiative_use.chosen_by IS 'Who chose it.';

--
-- Name: COLUMN initiative_use.chosen_at; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.initiative_use.chosen_at IS 'When.';

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
-- Name: law_version; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.law_version (
    law text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    title text NOT NULL,
    note text DEFAULT ''::text NOT NULL,
    received_before_continues boolean DEFAULT false NOT NULL,
    favourable_applies boolean DEFAULT false NOT NULL,
    transition_basis text DEFAULT ''::text NOT NULL,
    confidence office.confidence NOT NULL,
    CONSTRAINT law_version_law_check CHECK ((law ~ '^[A-Z0-9_-]{2,20}$'::text)),
    CONSTRAINT law_version_period_check CHECK (((valid_to IS NULL) OR (valid_to >= valid_from))),
    CONSTRAINT law_version_transition_check CHECK (((NOT (received_before_continues OR favourable_applies)) OR (transition_basis <> ''::text)))
);

ALTER TABLE ONLY office.law_version FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE law_version; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON TABLE office.law_version IS 'Wording of a law or decree in force through time, with its transition.';

--
-- Name: COLUMN law_version.law; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.law_version.law IS 'Short code rules refer to: LUAT-TDKT.';

--
-- Name: COLUMN law_version.valid_from; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.law_version.valid_from IS 'First day in force.';

--
-- Name: COLUMN law_version.valid_to; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.law_version.valid_to IS 'Last day in force; NULL: open.';

--
-- Name: COLUMN law_version.title; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.law_version.title IS 'Number and name as cited.';

--
-- Name: COLUMN law_version.note; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.law_version.note IS 'What people have to know, for example what was not compared yet.';

--
-- Name: COLUMN law_version.received_before_continues; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.law_version.received_before_continues IS 'A dossier received for appraisal before the first day goes on under the former version.';

--
-- Name: COLUMN law_version.favourable_applies; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.law_version.favourable_applies IS 'A more favourable rule of this version applies to it nevertheless.';

--
-- Name: COLUMN law_version.transition_basis; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.law_version.transition_basis IS 'Article of the transition.';

--
-- Name: COLUMN law_version.confidence; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.law_version.confidence IS 'How far verified.';

--
-- Name: login_attempt; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.login_attempt (
    id bigint NOT NULL,
    username text NOT NULL,
    address text NOT NULL,
    succeeded boolean NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    device text DEFAULT ''::text NOT NULL,
    CONSTRAINT login_attempt_device_check CHECK ((char_length(device) <= 40))
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

COMMENT ON COLUMN office.login_attempt.address IS 'Client address; of IPv6 the network of 64 bits.';

--
-- Name: COLUMN login_attempt.succeeded; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.login_attempt.succeeded IS 'True for a sign-in.';

--
-- Name: COLUMN login_attempt.at; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.login_attempt.at IS 'When.';

--
-- Name: COLUMN login_attempt.device; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.login_attempt.device IS 'Browser the account signed in from before, by the name in its cookie; "session": who was signed in; empty: unknown.';

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
-- Name: mail; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.mail (
    id bigint NOT NULL,
    account_id bigint NOT NULL,
    address text DEFAULT ''::text NOT NULL,
    kind office.notice_kind NOT NULL,
    object text NOT NULL,
    object_id bigint NOT NULL,
    unit_id bigint,
    dedupe_key text NOT NULL,
    subject text NOT NULL,
    body text NOT NULL,
    path text DEFAULT ''::text NOT NULL,
    message_id text DEFAULT replace((gen_random_uuid())::text, '-'::text, ''::text) NOT NULL,
    state office.mail_state DEFAULT 'waiting'::office.mail_state NOT NULL,
    settling boolean DEFAULT false NOT NULL,
    gathered boolean DEFAULT false NOT NULL,
    digest_id bigint,
    attempts integer DEFAULT 0 NOT NULL,
    next_at timestamp with time zone DEFAULT now() NOT NULL,
    visible_from timestamp with time zone DEFAULT now() NOT NULL,
    tried_at timestamp with time zone,
    last_error text DEFAULT ''::text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    sent_at timestamp with time zone,
    CONSTRAINT mail_address_check CHECK ((address !~ '[[:space:][:cntrl:]<>]'::text)),
    CONSTRAINT mail_body_check CHECK ((char_length(body) <= 60000)),
    CONSTRAINT mail_dedupe_check CHECK (((char_length(dedupe_key) >= 1) AND (char_length(dedupe_key) <= 200))),
    CONSTRAINT mail_path_check CHECK (((path = ''::text) OR (path ~~ '/%'::text))),
    CONSTRAINT mail_subject_check CHECK ((((char_length(subject) >= 1) AND (char_length(subject) <= 300)) AND (subject !~ '[[:cntrl:]]'::text)))
);

ALTER TABLE ONLY office.mail FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE mail; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON TABLE office.mail IS 'Outbox: one notice for one person, written in the transaction that causes it, sent by the jobs process.';

--
-- Name: COLUMN mail.id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.mail.id IS 'Internal identifier.';

--
-- Name: COLUMN mail.account_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.mail.account_id IS 'For whom.';

--
-- Name: COLUMN mail.address; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.mail.address IS 'Address as last used or intended; taken anew from the account before each try.';

--
-- Name: COLUMN mail.kind; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.mail.kind IS 'What happened.';

--
-- Name: COLUMN mail.object; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.mail.object IS 'Kind of the thing it is about: "dossier".';

--
-- Name: COLUMN mail.object_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.mail.object_id IS 'Its identifier.';

--
-- Name: COLUMN mail.unit_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.mail.unit_id IS 'The unit it concerns.';

--
-- Name: COLUMN mail.dedupe_key; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.mail.dedupe_key IS 'Names the event: nobody is told the same one twice.';

--
-- Name: COLUMN mail.subject; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.mail.subject IS 'One line, as people read it; encoded when sent.';

--
-- Name: COLUMN mail.body; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.mail.body IS 'Plain text; emptied after sending where it held a secret.';

--
-- Name: COLUMN mail.path; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.mail.path IS 'Address on our site to look at.';

--
-- Name: COLUMN mail.message_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.mail.message_id IS 'Left half of the Message-ID: the same at every try, so that a server can tell a repetition.';

--
-- Name: COLUMN mail.state; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.mail.state IS 'Waiting, sent, folded into a digest, suppressed (nobody to send to), dead (given up), dropped by an administrator.';

--
-- Name: COLUMN mail.settling; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.mail.settling IS 'May still take up a later event of its kind about the same thing; false once a try began.';

--
-- Name: COLUMN mail.gathered; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.mail.gathered IS 'Waits for the daily digest of its person.';

--
-- Name: COLUMN mail.digest_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.mail.digest_id IS 'The digest it was folded into.';

--
-- Name: COLUMN mail.attempts; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.mail.attempts IS 'Tries so far.';

--
-- Name: COLUMN mail.next_at; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.mail.next_at IS 'Not before; while being sent, the end of the sender''s lease.';

--
-- Name: COLUMN mail.visible_from; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.mail.visible_from IS 'Not told to anybody before, an embargo for example.';

--
-- Name: COLUMN mail.tried_at; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.mail.tried_at IS 'Last try.';

--
-- Name: COLUMN mail.last_error; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.mail.last_error IS 'Answer of the mail server, or why it was suppressed.';

--
-- Name: COLUMN mail.created_at; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.mail.created_at IS 'When queued.';

--
-- Name: COLUMN mail.sent_at; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.mail.sent_at IS 'When the mail server took it.';

--
-- Name: mail_id_seq; Type: SEQUENCE; Schema: office; Owner: -
--

ALTER TABLE office.mail ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME office.mail_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: mail_service; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.mail_service (
    single boolean DEFAULT true NOT NULL,
    configured boolean,
    sender text DEFAULT ''::text NOT NULL,
    seen_at timestamp with time zone,
    trouble office.mail_trouble,
    trouble_text text DEFAULT ''::text NOT NULL,
    trouble_since timestamp with time zone,
    held_until timestamp with time zone,
    failures integer DEFAULT 0 NOT NULL,
    last_sent_at timestamp with time zone,
    CONSTRAINT mail_service_only_check CHECK (single)
);

ALTER TABLE ONLY office.mail_service FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE mail_service; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON TABLE office.mail_service IS 'State of the connection to the mail server; one row, written by the jobs process.';

--
-- Name: COLUMN mail_service.single; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.mail_service.single IS 'There is only one row.';

--
-- Name: COLUMN mail_service.configured; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.mail_service.configured IS 'Whether the jobs process has a mail server; NULL: it never ran.';

--
-- Name: COLUMN mail_service.sender; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.mail_service.sender IS 'Address mails come from.';

--
-- Name: COLUMN mail_service.seen_at; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.mail_service.seen_at IS 'When the jobs process last said so.';

--
-- Name: COLUMN mail_service.trouble; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.mail_service.trouble IS 'What is wrong with the server; NULL: nothing.';

--
-- Name: COLUMN mail_service.trouble_text; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.mail_service.trouble_text IS 'Its answer.';

--
-- Name: COLUMN mail_service.trouble_since; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.mail_service.trouble_since IS 'Since when.';

--
-- Name: COLUMN mail_service.held_until; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.mail_service.held_until IS 'Nothing is tried before.';

--
-- Name: COLUMN mail_service.failures; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.mail_service.failures IS 'Failures in a row.';

--
-- Name: COLUMN mail_service.last_sent_at; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.mail_service.last_sent_at IS 'Last mail it took.';

--
-- Name: mail_setting; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.mail_setting (
    single boolean DEFAULT true NOT NULL,
    per_minute integer DEFAULT 30 NOT NULL,
    per_account_day integer DEFAULT 12 NOT NULL,
    settle_minutes integer DEFAULT 10 NOT NULL,
    digest_hour integer DEFAULT 7 NOT NULL,
    near_days integer DEFAULT 3 NOT NULL,
    attempts_max integer DEFAULT 8 NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT mail_setting_attempts_check CHECK (((attempts_max >= 1) AND (attempts_max <= 20))),
    CONSTRAINT mail_setting_digest_check CHECK (((digest_hour >= 0) AND (digest_hour <= 23))),
    CONSTRAINT mail_setting_near_check CHECK (((near_days >= 1) AND (near_days <= 30))),
    CONSTRAINT mail_setting_only_check CHECK (single),
    CONSTRAINT mail_setting_per_account_check CHECK (((per_account_day >= 1) AND (per_account_day <= 1000))),
    CONSTRAINT mail_setting_per_minute_check CHECK (((per_minute >= 1) AND (per_minute <= 6000))),
    CONSTRAINT mail_setting_settle_check CHECK (((settle_minutes >= 0) AND (settle_minutes <= 240)))
);

ALTER TABLE ONLY office.mail_setting FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE mail_setting; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON TABLE office.mail_setting IS 'Limits of the outbox; one row, set by the province''s administrators.';

--
-- Name: COLUMN mail_setting.single; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.mail_setting.single IS 'There is only one row.';

--
-- Name: COLUMN mail_setting.per_minute; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.mail_setting.per_minute IS 'Tries a minute, all people together.';

--
-- Name: COLUMN mail_setting.per_account_day; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.mail_setting.per_account_day IS 'Mails one person gets in 24 hours; what is more is folded into the digest.';

--
-- Name: COLUMN mail_setting.settle_minutes; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.mail_setting.settle_minutes IS 'How long a notice of returned nominations waits for more of them.';

--
-- Name: COLUMN mail_setting.digest_hour; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.mail_setting.digest_hour IS 'Hour of the daily digest, in Ho Chi Minh City.';

--
-- Name: COLUMN mail_setting.near_days; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.mail_setting.near_days IS 'Working days before the closing time at which unfiled drafts are reminded.';

--
-- Name: COLUMN mail_setting.attempts_max; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.mail_setting.attempts_max IS 'Tries before a mail is given up.';

--
-- Name: COLUMN mail_setting.version; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.mail_setting.version IS 'Counts saves.';

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
    nominee_id bigint,
    name_key text,
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
-- Name: COLUMN nomination.nominee_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nomination.nominee_id IS 'Who it is in the register; NULL until matched.';

--
-- Name: COLUMN nomination.name_key; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nomination.name_key IS 'vn_key of the name as it was matched; NULL until then.';

--
-- Name: nomination_claim; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.nomination_claim (
    nomination_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    route text DEFAULT ''::text NOT NULL,
    members integer,
    completed integer,
    advanced integer,
    disciplined integer,
    fighters integer,
    recorded_by bigint,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL,
    confirmed_by bigint,
    confirmed_at timestamp with time zone,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT nomination_claim_figures_check CHECK ((((members >= 1) AND (members <= 1000000)) AND ((completed >= 0) AND (completed <= members)) AND ((advanced >= 0) AND (advanced <= members)) AND ((disciplined >= 0) AND (disciplined <= members)) AND ((fighters >= 0) AND (fighters <= members)))),
    CONSTRAINT nomination_claim_route_check CHECK ((char_length(route) <= 10))
);

ALTER TABLE ONLY office.nomination_claim FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE nomination_claim; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON TABLE office.nomination_claim IS 'Which way to the award a nomination takes, and the figures of a collective.';

--
-- Name: COLUMN nomination_claim.nomination_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nomination_claim.nomination_id IS 'Of this nomination.';

--
-- Name: COLUMN nomination_claim.unit_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nomination_claim.unit_id IS 'Its unit, for row-level security.';

--
-- Name: COLUMN nomination_claim.route; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nomination_claim.route IS 'Route of the rules it is proposed under; '''': any.';

--
-- Name: COLUMN nomination_claim.members; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nomination_claim.members IS 'Members of the collective; NULL: not declared.';

--
-- Name: COLUMN nomination_claim.completed; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nomination_claim.completed IS 'Who completed their tasks.';

--
-- Name: COLUMN nomination_claim.advanced; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nomination_claim.advanced IS 'Who hold the title of advanced worker or soldier of the year.';

--
-- Name: COLUMN nomination_claim.disciplined; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nomination_claim.disciplined IS 'Who were disciplined with a warning or more.';

--
-- Name: COLUMN nomination_claim.fighters; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nomination_claim.fighters IS 'Who hold the title of grassroots fighter of the year.';

--
-- Name: COLUMN nomination_claim.recorded_by; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nomination_claim.recorded_by IS 'Who declared it.';

--
-- Name: COLUMN nomination_claim.recorded_at; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nomination_claim.recorded_at IS 'When.';

--
-- Name: COLUMN nomination_claim.confirmed_by; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nomination_claim.confirmed_by IS 'Appraiser who compared it with the papers.';

--
-- Name: COLUMN nomination_claim.confirmed_at; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nomination_claim.confirmed_at IS 'When.';

--
-- Name: COLUMN nomination_claim.version; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nomination_claim.version IS 'Counts changes.';

--
-- Name: nomination_deleted; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.nomination_deleted (
    id bigint NOT NULL,
    nomination_id bigint NOT NULL,
    dossier_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    ordinal integer NOT NULL,
    name text NOT NULL,
    content jsonb NOT NULL,
    attachments bigint[] DEFAULT '{}'::bigint[] NOT NULL,
    deleted_by bigint NOT NULL,
    deleted_at timestamp with time zone DEFAULT now() NOT NULL,
    restored_by bigint,
    restored_at timestamp with time zone,
    CONSTRAINT nomination_deleted_restored_check CHECK (((restored_at IS NULL) = (restored_by IS NULL)))
);

ALTER TABLE ONLY office.nomination_deleted FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE nomination_deleted; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON TABLE office.nomination_deleted IS 'Nominations taken out of a draft, whole, so that they can be put back.';

--
-- Name: COLUMN nomination_deleted.id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nomination_deleted.id IS 'Internal identifier.';

--
-- Name: COLUMN nomination_deleted.nomination_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nomination_deleted.nomination_id IS 'Its identifier before, and again after it was put back.';

--
-- Name: COLUMN nomination_deleted.dossier_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nomination_deleted.dossier_id IS 'Out of this dossier.';

--
-- Name: COLUMN nomination_deleted.unit_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nomination_deleted.unit_id IS 'The dossier''s unit.';

--
-- Name: COLUMN nomination_deleted.ordinal; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nomination_deleted.ordinal IS 'Its place in the list.';

--
-- Name: COLUMN nomination_deleted.name; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nomination_deleted.name IS 'Its name, for the list of what can be put back.';

--
-- Name: COLUMN nomination_deleted.content; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nomination_deleted.content IS 'The row as it was.';

--
-- Name: COLUMN nomination_deleted.attachments; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nomination_deleted.attachments IS 'Files that hung on it.';

--
-- Name: COLUMN nomination_deleted.deleted_by; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nomination_deleted.deleted_by IS 'Who.';

--
-- Name: COLUMN nomination_deleted.deleted_at; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nomination_deleted.deleted_at IS 'When.';

--
-- Name: COLUMN nomination_deleted.restored_by; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nomination_deleted.restored_by IS 'Who put it back; NULL: still out.';

--
-- Name: COLUMN nomination_deleted.restored_at; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nomination_deleted.restored_at IS 'When put back.';

--
-- Name: nomination_deleted_id_seq; Type: SEQUENCE; Schema: office; Owner: -
--

ALTER TABLE office.nomination_deleted ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME office.nomination_deleted_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

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
-- Name: nomination_identity; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.nomination_identity (
    nomination_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    id_hash bytea NOT NULL,
    id_cipher bytea NOT NULL,
    id_tail bytea NOT NULL,
    entered_by bigint,
    entered_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT nomination_identity_hash_check CHECK ((octet_length(id_hash) = 32))
);

ALTER TABLE ONLY office.nomination_identity FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE nomination_identity; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON TABLE office.nomination_identity IS 'The identity number a unit gave for its nominee; another unit never sees it, not even of the same person.';

--
-- Name: COLUMN nomination_identity.nomination_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nomination_identity.nomination_id IS 'For this nomination.';

--
-- Name: COLUMN nomination_identity.unit_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nomination_identity.unit_id IS 'The nomination''s unit, for row-level security.';

--
-- Name: COLUMN nomination_identity.id_hash; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nomination_identity.id_hash IS 'Keyed BLAKE2b of the number.';

--
-- Name: COLUMN nomination_identity.id_cipher; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nomination_identity.id_cipher IS 'The number, encrypted; only office.identity_look() reads it, and that is audited.';

--
-- Name: COLUMN nomination_identity.id_tail; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nomination_identity.id_tail IS 'Its last four digits, encrypted.';

--
-- Name: COLUMN nomination_identity.entered_by; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nomination_identity.entered_by IS 'Who entered it.';

--
-- Name: COLUMN nomination_identity.entered_at; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nomination_identity.entered_at IS 'When.';

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
-- Name: nominee; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.nominee (
    id bigint NOT NULL,
    kind office.nominee_kind NOT NULL,
    name text NOT NULL,
    name_key text NOT NULL,
    gender office.gender,
    born_on date,
    born_year integer,
    unit_id bigint NOT NULL,
    id_hash bytea,
    id_cipher bytea,
    id_tail bytea,
    merged_into bigint,
    root_id bigint NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT nominee_id_hash_check CHECK ((octet_length(id_hash) = 32)),
    CONSTRAINT nominee_identity_check CHECK ((((id_hash IS NULL) = (id_cipher IS NULL)) AND ((id_hash IS NULL) = (id_tail IS NULL)))),
    CONSTRAINT nominee_identity_person_check CHECK (((kind = 'person'::office.nominee_kind) OR (id_hash IS NULL))),
    CONSTRAINT nominee_merged_check CHECK ((((merged_into IS NULL) = (root_id = id)) AND (merged_into <> id))),
    CONSTRAINT nominee_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 200))),
    CONSTRAINT nominee_person_check CHECK (((kind = 'person'::office.nominee_kind) OR ((gender IS NULL) AND (born_on IS NULL) AND (born_year IS NULL))))
);

ALTER TABLE ONLY office.nominee FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE nominee; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON TABLE office.nominee IS 'Register of nominees: one entry for a person, collective or household, through years and units.';

--
-- Name: COLUMN nominee.id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nominee.id IS 'Internal identifier.';

--
-- Name: COLUMN nominee.kind; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nominee.kind IS 'Person, collective or household.';

--
-- Name: COLUMN nominee.name; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nominee.name IS 'Name when the entry was made; all names are in nominee_name.';

--
-- Name: COLUMN nominee.name_key; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nominee.name_key IS 'vn_key of the name: what matching compares.';

--
-- Name: COLUMN nominee.gender; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nominee.gender IS 'Only where recorded.';

--
-- Name: COLUMN nominee.born_on; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nominee.born_on IS 'Date of birth once known to the day.';

--
-- Name: COLUMN nominee.born_year; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nominee.born_year IS 'Year of birth when only that is known.';

--
-- Name: COLUMN nominee.unit_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nominee.unit_id IS 'Unit where last seen.';

--
-- Name: COLUMN nominee.id_hash; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nominee.id_hash IS 'Keyed BLAKE2b of the identity number: finds the same number again, tells nothing without the key.';

--
-- Name: COLUMN nominee.id_cipher; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nominee.id_cipher IS 'The identity number, encrypted: key id, nonce, secretbox.';

--
-- Name: COLUMN nominee.id_tail; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nominee.id_tail IS 'Its last four digits, encrypted alike, so that a masked number is shown without opening the whole.';

--
-- Name: COLUMN nominee.merged_into; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nominee.merged_into IS 'Entry it was merged into; what points here keeps pointing here.';

--
-- Name: COLUMN nominee.root_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nominee.root_id IS 'End of the merged_into chain, the entry itself when it stands alone: compare this.';

--
-- Name: COLUMN nominee.created_at; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nominee.created_at IS 'When it was made.';

--
-- Name: COLUMN nominee.version; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nominee.version IS 'Counts changes.';

--
-- Name: nominee_distinct; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.nominee_distinct (
    first_id bigint NOT NULL,
    second_id bigint NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    decided_by bigint,
    decided_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT nominee_distinct_order_check CHECK ((first_id < second_id)),
    CONSTRAINT nominee_distinct_reason_check CHECK ((char_length(reason) <= 500))
);

ALTER TABLE ONLY office.nominee_distinct FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE nominee_distinct; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON TABLE office.nominee_distinct IS 'Pairs somebody said are not the same: never offered again.';

--
-- Name: COLUMN nominee_distinct.first_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nominee_distinct.first_id IS 'The lower number.';

--
-- Name: COLUMN nominee_distinct.second_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nominee_distinct.second_id IS 'The higher number.';

--
-- Name: COLUMN nominee_distinct.reason; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nominee_distinct.reason IS 'Why, where given.';

--
-- Name: COLUMN nominee_distinct.decided_by; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nominee_distinct.decided_by IS 'Who said so.';

--
-- Name: COLUMN nominee_distinct.decided_at; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nominee_distinct.decided_at IS 'When.';

--
-- Name: nominee_id_seq; Type: SEQUENCE; Schema: office; Owner: -
--

ALTER TABLE office.nominee ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME office.nominee_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: nominee_merge; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.nominee_merge (
    id bigint NOT NULL,
    from_id bigint NOT NULL,
    into_id bigint NOT NULL,
    reason text NOT NULL,
    merged_by bigint,
    merged_at timestamp with time zone DEFAULT now() NOT NULL,
    undone_by bigint,
    undone_at timestamp with time zone,
    undone_reason text DEFAULT ''::text NOT NULL,
    CONSTRAINT nominee_merge_reason_check CHECK (((char_length(reason) >= 1) AND (char_length(reason) <= 500))),
    CONSTRAINT nominee_merge_undone_check CHECK ((((undone_at IS NULL) = (undone_reason = ''::text)) AND (char_length(undone_reason) <= 500)))
);

ALTER TABLE ONLY office.nominee_merge FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE nominee_merge; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON TABLE office.nominee_merge IS 'Merges of entries and their undoing: nothing is moved, so undoing is exact.';

--
-- Name: COLUMN nominee_merge.id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nominee_merge.id IS 'Internal identifier.';

--
-- Name: COLUMN nominee_merge.from_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nominee_merge.from_id IS 'Entry that was merged.';

--
-- Name: COLUMN nominee_merge.into_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nominee_merge.into_id IS 'Entry it became part of.';

--
-- Name: COLUMN nominee_merge.reason; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nominee_merge.reason IS 'Why they are the same.';

--
-- Name: COLUMN nominee_merge.merged_by; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nominee_merge.merged_by IS 'Who.';

--
-- Name: COLUMN nominee_merge.merged_at; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nominee_merge.merged_at IS 'When.';

--
-- Name: COLUMN nominee_merge.undone_by; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nominee_merge.undone_by IS 'Who took it back.';

--
-- Name: COLUMN nominee_merge.undone_at; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nominee_merge.undone_at IS 'When; NULL: it stands.';

--
-- Name: COLUMN nominee_merge.undone_reason; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nominee_merge.undone_reason IS 'Why.';

--
-- Name: nominee_merge_id_seq; Type: SEQUENCE; Schema: office; Owner: -
--

ALTER TABLE office.nominee_merge ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME office.nominee_merge_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: nominee_name; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.nominee_name (
    nominee_id bigint NOT NULL,
    name_key text NOT NULL,
    unit_id bigint NOT NULL,
    name text NOT NULL,
    name_folded text DEFAULT ''::text NOT NULL,
    first_seen timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE ONLY office.nominee_name FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE nominee_name; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON TABLE office.nominee_name IS 'Names an entry was seen under, and in which units.';

--
-- Name: COLUMN nominee_name.nominee_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nominee_name.nominee_id IS 'Of this entry.';

--
-- Name: COLUMN nominee_name.name_key; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nominee_name.name_key IS 'vn_key of the name.';

--
-- Name: COLUMN nominee_name.unit_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nominee_name.unit_id IS 'In this unit.';

--
-- Name: COLUMN nominee_name.name; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nominee_name.name IS 'As written when first seen.';

--
-- Name: COLUMN nominee_name.name_folded; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nominee_name.name_folded IS 'vn_fold of the name, for search.';

--
-- Name: COLUMN nominee_name.first_seen; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.nominee_name.first_seen IS 'When.';

--
-- Name: notice_mute; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.notice_mute (
    account_id bigint NOT NULL,
    kind office.notice_kind NOT NULL,
    CONSTRAINT notice_mute_kind_check CHECK ((kind <> ALL (ARRAY['confirm_address'::office.notice_kind, 'address_changed'::office.notice_kind, 'digest'::office.notice_kind])))
);

ALTER TABLE ONLY office.notice_mute FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE notice_mute; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON TABLE office.notice_mute IS 'Notices a person does not want by mail; what concerns the own account cannot be muted.';

--
-- Name: COLUMN notice_mute.account_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.notice_mute.account_id IS 'Who.';

--
-- Name: COLUMN notice_mute.kind; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.notice_mute.kind IS 'What not.';

--
-- Name: notice_setting; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.notice_setting (
    account_id bigint NOT NULL,
    daily boolean DEFAULT false NOT NULL,
    version integer DEFAULT 1 NOT NULL
);

ALTER TABLE ONLY office.notice_setting FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE notice_setting; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON TABLE office.notice_setting IS 'How a person wants notices; no row: each at once.';

--
-- Name: COLUMN notice_setting.account_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.notice_setting.account_id IS 'Whose.';

--
-- Name: COLUMN notice_setting.daily; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.notice_setting.daily IS 'One digest a day instead of one mail each.';

--
-- Name: COLUMN notice_setting.version; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.notice_setting.version IS 'Counts saves.';

--
-- Name: outage; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.outage (
    id bigint NOT NULL,
    began_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone NOT NULL,
    gap_seconds integer NOT NULL,
    note text DEFAULT ''::text NOT NULL,
    noted_by bigint,
    CONSTRAINT outage_note_check CHECK ((char_length(note) <= 500)),
    CONSTRAINT outage_order_check CHECK ((ended_at > began_at))
);

ALTER TABLE ONLY office.outage FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE outage; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON TABLE office.outage IS 'Measured silence of the system, from the last beat before to the first beat after it; planned stops too.';

--
-- Name: COLUMN outage.id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.outage.id IS 'Internal identifier.';

--
-- Name: COLUMN outage.began_at; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.outage.began_at IS 'Last beat before.';

--
-- Name: COLUMN outage.ended_at; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.outage.ended_at IS 'First beat after.';

--
-- Name: COLUMN outage.gap_seconds; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.outage.gap_seconds IS 'The threshold that was in force.';

--
-- Name: COLUMN outage.note; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.outage.note IS 'What happened, in the administrator''s words; shown.';

--
-- Name: COLUMN outage.noted_by; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.outage.noted_by IS 'Who wrote the note.';

--
-- Name: outage_id_seq; Type: SEQUENCE; Schema: office; Owner: -
--

ALTER TABLE office.outage ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME office.outage_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: outage_rule; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.outage_rule (
    id bigint NOT NULL,
    window_days integer NOT NULL,
    gap_seconds integer NOT NULL,
    beat_seconds integer NOT NULL,
    legal_basis text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    confirmed boolean DEFAULT false NOT NULL,
    CONSTRAINT outage_rule_gap_check CHECK ((((gap_seconds >= 2) AND (gap_seconds <= 86400)) AND ((beat_seconds >= 1) AND (beat_seconds <= (gap_seconds / 2))))),
    CONSTRAINT outage_rule_period_check CHECK (((valid_to IS NULL) OR (valid_to >= valid_from))),
    CONSTRAINT outage_rule_window_check CHECK (((window_days >= 0) AND (window_days <= 366)))
);

ALTER TABLE ONLY office.outage_rule FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE outage_rule; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON TABLE office.outage_rule IS 'When a silence of our own counts as an outage, and which outages move a closing time.';

--
-- Name: COLUMN outage_rule.id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.outage_rule.id IS 'Internal identifier.';

--
-- Name: COLUMN outage_rule.window_days; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.outage_rule.window_days IS 'Only what was lost within so many days before the closing time is given back.';

--
-- Name: COLUMN outage_rule.gap_seconds; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.outage_rule.gap_seconds IS 'A silence longer than this is an outage.';

--
-- Name: COLUMN outage_rule.beat_seconds; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.outage_rule.beat_seconds IS 'How often the system notes that it is there.';

--
-- Name: COLUMN outage_rule.legal_basis; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.outage_rule.legal_basis IS 'Where it is written.';

--
-- Name: COLUMN outage_rule.valid_from; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.outage_rule.valid_from IS 'First day in force.';

--
-- Name: COLUMN outage_rule.valid_to; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.outage_rule.valid_to IS 'Last day in force; NULL: still.';

--
-- Name: COLUMN outage_rule.confirmed; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.outage_rule.confirmed IS 'Confirmed by the office.';

--
-- Name: outage_rule_id_seq; Type: SEQUENCE; Schema: office; Owner: -
--

ALTER TABLE office.outage_rule ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME office.outage_rule_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

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
-- Name: receipt_file; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.receipt_file (
    filing_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    content bytea NOT NULL,
    made_at timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE ONLY office.receipt_file FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE receipt_file; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON TABLE office.receipt_file IS 'The printable receipt of a filing, made once by the jobs process.';

--
-- Name: COLUMN receipt_file.filing_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.receipt_file.filing_id IS 'Of this filing.';

--
-- Name: COLUMN receipt_file.unit_id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.receipt_file.unit_id IS 'The dossier''s unit.';

--
-- Name: COLUMN receipt_file.content; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.receipt_file.content IS 'PDF.';

--
-- Name: COLUMN receipt_file.made_at; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.receipt_file.made_at IS 'When.';

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
-- Name: term; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.term (
    id bigint NOT NULL,
    kind office.term_kind NOT NULL,
    working_days integer NOT NULL,
    legal_basis text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    confirmed boolean DEFAULT false NOT NULL,
    CONSTRAINT term_period_check CHECK (((valid_to IS NULL) OR (valid_to >= valid_from))),
    CONSTRAINT term_working_days_check CHECK (((working_days >= 0) AND (working_days <= 1000)))
);

ALTER TABLE ONLY office.term FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE term; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON TABLE office.term IS 'How many working days a step may or must take, dated, with its source.';

--
-- Name: COLUMN term.id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.term.id IS 'Internal identifier.';

--
-- Name: COLUMN term.kind; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.term.kind IS 'Which step.';

--
-- Name: COLUMN term.working_days; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.term.working_days IS 'Working days.';

--
-- Name: COLUMN term.legal_basis; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.term.legal_basis IS 'Where it is written.';

--
-- Name: COLUMN term.valid_from; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.term.valid_from IS 'First day in force.';

--
-- Name: COLUMN term.valid_to; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.term.valid_to IS 'Last day in force; NULL: still.';

--
-- Name: COLUMN term.confirmed; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.term.confirmed IS 'Confirmed by the office.';

--
-- Name: term_id_seq; Type: SEQUENCE; Schema: office; Owner: -
--

ALTER TABLE office.term ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME office.term_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

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
-- Name: upload_limit; Type: TABLE; Schema: office; Owner: -
--

CREATE TABLE office.upload_limit (
    id boolean DEFAULT true NOT NULL,
    bytes bigint DEFAULT 20971520 NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT upload_limit_bytes_check CHECK (((bytes >= 1048576) AND (bytes <= 52428800))),
    CONSTRAINT upload_limit_one_check CHECK (id)
);

ALTER TABLE ONLY office.upload_limit FORCE ROW LEVEL SECURITY;

--
-- Name: TABLE upload_limit; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON TABLE office.upload_limit IS 'How large one attached file may be; one row.';

--
-- Name: COLUMN upload_limit.id; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.upload_limit.id IS 'Always true: there is one row.';

--
-- Name: COLUMN upload_limit.bytes; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.upload_limit.bytes IS 'Bytes of one file, from 1 MB to 50 MB (kore.conf takes 64 MB a form).';

--
-- Name: COLUMN upload_limit.version; Type: COMMENT; Schema: office; Owner: -
--

COMMENT ON COLUMN office.upload_limit.version IS 'Counts saves.';

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
-- Name: achievement_year achievement_year_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.achievement_year
    ADD CONSTRAINT achievement_year_pkey PRIMARY KEY (id);

--
-- Name: achievement_year achievement_year_unique; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.achievement_year
    ADD CONSTRAINT achievement_year_unique UNIQUE (nominee_id, year);

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
-- Name: deadline_extension deadline_extension_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.deadline_extension
    ADD CONSTRAINT deadline_extension_pkey PRIMARY KEY (id);

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
-- Name: discipline discipline_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.discipline
    ADD CONSTRAINT discipline_pkey PRIMARY KEY (id);

--
-- Name: dossier dossier_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.dossier
    ADD CONSTRAINT dossier_pkey PRIMARY KEY (id);

--
-- Name: dossier_rule dossier_rule_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.dossier_rule
    ADD CONSTRAINT dossier_rule_pkey PRIMARY KEY (dossier_id, rule_id);

--
-- Name: dossier dossier_unit_unique; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.dossier
    ADD CONSTRAINT dossier_unit_unique UNIQUE (id, unit_id);

--
-- Name: draft_entry draft_entry_client_unique; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.draft_entry
    ADD CONSTRAINT draft_entry_client_unique UNIQUE (account_id, client, seq);

--
-- Name: draft_entry draft_entry_object_check; Type: CHECK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE office.draft_entry
    ADD CONSTRAINT draft_entry_object_check CHECK ((object ~ '^(dossier|[1-9][0-9]{0,18}|new:(ca-nhan|tap-the|ho-gia-dinh):[A-Za-z0-9_-]{16,64}|can-cu:[1-9][0-9]{0,18}:(xep-loai|sang-kien|khai))$'::text)) NOT VALID;

--
-- Name: draft_entry draft_entry_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.draft_entry
    ADD CONSTRAINT draft_entry_pkey PRIMARY KEY (id);

--
-- Name: draft_open draft_open_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.draft_open
    ADD CONSTRAINT draft_open_pkey PRIMARY KEY (dossier_id, account_id, object, field);

--
-- Name: eligibility_condition eligibility_condition_ordinal_unique; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.eligibility_condition
    ADD CONSTRAINT eligibility_condition_ordinal_unique UNIQUE (rule_id, ordinal);

--
-- Name: eligibility_condition eligibility_condition_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.eligibility_condition
    ADD CONSTRAINT eligibility_condition_pkey PRIMARY KEY (id);

--
-- Name: eligibility_judgement eligibility_judgement_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.eligibility_judgement
    ADD CONSTRAINT eligibility_judgement_pkey PRIMARY KEY (nomination_id, condition_id);

--
-- Name: eligibility_rule eligibility_rule_code_unique; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.eligibility_rule
    ADD CONSTRAINT eligibility_rule_code_unique UNIQUE (code, valid_from);

--
-- Name: eligibility_rule eligibility_rule_period_exclude; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.eligibility_rule
    ADD CONSTRAINT eligibility_rule_period_exclude EXCLUDE USING gist (code WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&);

--
-- Name: eligibility_rule eligibility_rule_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.eligibility_rule
    ADD CONSTRAINT eligibility_rule_pkey PRIMARY KEY (id);

--
-- Name: eligibility_verdict eligibility_verdict_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.eligibility_verdict
    ADD CONSTRAINT eligibility_verdict_pkey PRIMARY KEY (id);

--
-- Name: email_change email_change_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.email_change
    ADD CONSTRAINT email_change_pkey PRIMARY KEY (id);

--
-- Name: evidence_requirement evidence_requirement_code_exclude; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.evidence_requirement
    ADD CONSTRAINT evidence_requirement_code_exclude EXCLUDE USING gist (code WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&);

--
-- Name: evidence_requirement evidence_requirement_code_unique; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.evidence_requirement
    ADD CONSTRAINT evidence_requirement_code_unique UNIQUE (code, valid_from);

--
-- Name: evidence_requirement evidence_requirement_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.evidence_requirement
    ADD CONSTRAINT evidence_requirement_pkey PRIMARY KEY (id);

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
-- Name: heartbeat heartbeat_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.heartbeat
    ADD CONSTRAINT heartbeat_pkey PRIMARY KEY (id);

--
-- Name: hold_ground hold_ground_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.hold_ground
    ADD CONSTRAINT hold_ground_pkey PRIMARY KEY (id);

--
-- Name: holiday holiday_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.holiday
    ADD CONSTRAINT holiday_pkey PRIMARY KEY (day);

--
-- Name: honour honour_import_key_unique; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.honour
    ADD CONSTRAINT honour_import_key_unique UNIQUE (import_key);

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
-- Name: identity_deleted identity_deleted_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.identity_deleted
    ADD CONSTRAINT identity_deleted_pkey PRIMARY KEY (nomination_id);

--
-- Name: identity_key identity_key_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.identity_key
    ADD CONSTRAINT identity_key_pkey PRIMARY KEY (key_id);

--
-- Name: identity_pace identity_pace_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.identity_pace
    ADD CONSTRAINT identity_pace_pkey PRIMARY KEY (unit_id, day);

--
-- Name: import import_file_name_check; Type: CHECK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE office.import
    ADD CONSTRAINT import_file_name_check CHECK (((char_length(file_name) >= 1) AND (char_length(file_name) <= 255))) NOT VALID;

--
-- Name: import_identity import_identity_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.import_identity
    ADD CONSTRAINT import_identity_pkey PRIMARY KEY (import_id, row_no, column_no);

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
-- Name: import import_table_mac_check; Type: CHECK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE office.import
    ADD CONSTRAINT import_table_mac_check CHECK ((table_mac ~ '^([0-9a-f]{64})?$'::text)) NOT VALID;

--
-- Name: initiative initiative_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.initiative
    ADD CONSTRAINT initiative_pkey PRIMARY KEY (id);

--
-- Name: initiative_use initiative_use_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.initiative_use
    ADD CONSTRAINT initiative_use_pkey PRIMARY KEY (nomination_id, initiative_id);

--
-- Name: job job_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.job
    ADD CONSTRAINT job_pkey PRIMARY KEY (id);

--
-- Name: law_version law_version_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.law_version
    ADD CONSTRAINT law_version_pkey PRIMARY KEY (law, valid_from);

--
-- Name: login_attempt login_attempt_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.login_attempt
    ADD CONSTRAINT login_attempt_pkey PRIMARY KEY (id);

--
-- Name: mail mail_dedupe_unique; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.mail
    ADD CONSTRAINT mail_dedupe_unique UNIQUE (account_id, dedupe_key);

--
-- Name: mail mail_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.mail
    ADD CONSTRAINT mail_pkey PRIMARY KEY (id);

--
-- Name: mail_service mail_service_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.mail_service
    ADD CONSTRAINT mail_service_pkey PRIMARY KEY (single);

--
-- Name: mail_setting mail_setting_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.mail_setting
    ADD CONSTRAINT mail_setting_pkey PRIMARY KEY (single);

--
-- Name: movement movement_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.movement
    ADD CONSTRAINT movement_pkey PRIMARY KEY (id);

--
-- Name: nomination_claim nomination_claim_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.nomination_claim
    ADD CONSTRAINT nomination_claim_pkey PRIMARY KEY (nomination_id);

--
-- Name: nomination_deleted nomination_deleted_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.nomination_deleted
    ADD CONSTRAINT nomination_deleted_pkey PRIMARY KEY (id);

--
-- Name: nomination_event nomination_event_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.nomination_event
    ADD CONSTRAINT nomination_event_pkey PRIMARY KEY (id);

--
-- Name: nomination_identity nomination_identity_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.nomination_identity
    ADD CONSTRAINT nomination_identity_pkey PRIMARY KEY (nomination_id);

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
-- Name: nominee_distinct nominee_distinct_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.nominee_distinct
    ADD CONSTRAINT nominee_distinct_pkey PRIMARY KEY (first_id, second_id);

--
-- Name: nominee nominee_id_hash_unique; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.nominee
    ADD CONSTRAINT nominee_id_hash_unique UNIQUE (id_hash);

--
-- Name: nominee_merge nominee_merge_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.nominee_merge
    ADD CONSTRAINT nominee_merge_pkey PRIMARY KEY (id);

--
-- Name: nominee_name nominee_name_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.nominee_name
    ADD CONSTRAINT nominee_name_pkey PRIMARY KEY (nominee_id, name_key, unit_id);

--
-- Name: nominee nominee_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.nominee
    ADD CONSTRAINT nominee_pkey PRIMARY KEY (id);

--
-- Name: notice_mute notice_mute_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.notice_mute
    ADD CONSTRAINT notice_mute_pkey PRIMARY KEY (account_id, kind);

--
-- Name: notice_setting notice_setting_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.notice_setting
    ADD CONSTRAINT notice_setting_pkey PRIMARY KEY (account_id);

--
-- Name: outage outage_began_unique; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.outage
    ADD CONSTRAINT outage_began_unique UNIQUE (began_at);

--
-- Name: outage outage_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.outage
    ADD CONSTRAINT outage_pkey PRIMARY KEY (id);

--
-- Name: outage_rule outage_rule_period_exclude; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.outage_rule
    ADD CONSTRAINT outage_rule_period_exclude EXCLUDE USING gist (daterange(valid_from, valid_to, '[]'::text) WITH &&);

--
-- Name: outage_rule outage_rule_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.outage_rule
    ADD CONSTRAINT outage_rule_pkey PRIMARY KEY (id);

--
-- Name: paper_count paper_count_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.paper_count
    ADD CONSTRAINT paper_count_pkey PRIMARY KEY (agenda_item_id);

--
-- Name: receipt_file receipt_file_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.receipt_file
    ADD CONSTRAINT receipt_file_pkey PRIMARY KEY (filing_id);

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
-- Name: term term_period_exclude; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.term
    ADD CONSTRAINT term_period_exclude EXCLUDE USING gist (kind WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&);

--
-- Name: term term_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.term
    ADD CONSTRAINT term_pkey PRIMARY KEY (id);

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
-- Name: upload_limit upload_limit_pkey; Type: CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.upload_limit
    ADD CONSTRAINT upload_limit_pkey PRIMARY KEY (id);

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
-- Name: achievement_year_unit_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX achievement_year_unit_idx ON office.achievement_year USING btree (unit_id);

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
-- Name: attachment_scan_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX attachment_scan_idx ON office.attachment USING btree (scan, id) WHERE (scan = ANY (ARRAY['waiting'::office.scan_state, 'failed'::office.scan_state, 'infected'::office.scan_state]));

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
-- Name: deadline_extension_season_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX deadline_extension_season_idx ON office.deadline_extension USING btree (season_id) WHERE (withdrawn_at IS NULL);

--
-- Name: deadline_extension_unit_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX deadline_extension_unit_idx ON office.deadline_extension USING btree (unit_id);

--
-- Name: discipline_nominee_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX discipline_nominee_idx ON office.discipline USING btree (nominee_id);

--
-- Name: discipline_unit_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX discipline_unit_idx ON office.discipline USING btree (unit_id);

--
-- Name: dossier_letter_no_unique; Type: INDEX; Schema: office; Owner: -
--

CREATE UNIQUE INDEX dossier_letter_no_unique ON office.dossier USING btree (unit_id, season_id, letter_no) WHERE (letter_no <> ''::text);

--
-- Name: dossier_rule_rule_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX dossier_rule_rule_idx ON office.dossier_rule USING btree (rule_id);

--
-- Name: dossier_rule_unit_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX dossier_rule_unit_idx ON office.dossier_rule USING btree (unit_id);

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
-- Name: draft_entry_applied_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX draft_entry_applied_idx ON office.draft_entry USING btree (dossier_id, object, field, id) WHERE (outcome = 'applied'::office.draft_outcome);

--
-- Name: draft_entry_dossier_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX draft_entry_dossier_idx ON office.draft_entry USING btree (dossier_id, unit_id);

--
-- Name: draft_open_account_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX draft_open_account_idx ON office.draft_open USING btree (account_id);

--
-- Name: draft_open_unit_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX draft_open_unit_idx ON office.draft_open USING btree (unit_id);

--
-- Name: eligibility_condition_award_type_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX eligibility_condition_award_type_idx ON office.eligibility_condition USING btree (award_type_id);

--
-- Name: eligibility_condition_since_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX eligibility_condition_since_idx ON office.eligibility_condition USING btree (since_award_type_id);

--
-- Name: eligibility_judgement_condition_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX eligibility_judgement_condition_idx ON office.eligibility_judgement USING btree (condition_id);

--
-- Name: eligibility_judgement_unit_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX eligibility_judgement_unit_idx ON office.eligibility_judgement USING btree (unit_id);

--
-- Name: eligibility_rule_award_type_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX eligibility_rule_award_type_idx ON office.eligibility_rule USING btree (award_type_id);

--
-- Name: eligibility_verdict_nomination_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX eligibility_verdict_nomination_idx ON office.eligibility_verdict USING btree (nomination_id, id);

--
-- Name: eligibility_verdict_unit_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX eligibility_verdict_unit_idx ON office.eligibility_verdict USING btree (unit_id);

--
-- Name: email_change_account_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX email_change_account_idx ON office.email_change USING btree (account_id, id DESC);

--
-- Name: evidence_requirement_award_type_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX evidence_requirement_award_type_idx ON office.evidence_requirement USING btree (award_type_id);

--
-- Name: evidence_requirement_confirmed_by_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX evidence_requirement_confirmed_by_idx ON office.evidence_requirement USING btree (confirmed_by);

--
-- Name: filing_dossier_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX filing_dossier_idx ON office.filing USING btree (dossier_id, id);

--
-- Name: form_once_at_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX form_once_at_idx ON office.form_once USING btree (at);

--
-- Name: hold_ground_nominee_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX hold_ground_nominee_idx ON office.hold_ground USING btree (nominee_id);

--
-- Name: hold_ground_unit_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX hold_ground_unit_idx ON office.hold_ground USING btree (unit_id);

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
-- Name: honour_nominee_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX honour_nominee_idx ON office.honour USING btree (nominee_id);

--
-- Name: honour_unit_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX honour_unit_idx ON office.honour USING btree (unit_id);

--
-- Name: identity_deleted_at_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX identity_deleted_at_idx ON office.identity_deleted USING btree (deleted_at);

--
-- Name: identity_key_hashes_unique; Type: INDEX; Schema: office; Owner: -
--

CREATE UNIQUE INDEX identity_key_hashes_unique ON office.identity_key USING btree (hashes) WHERE hashes;

--
-- Name: import_dossier_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX import_dossier_idx ON office.import USING btree (dossier_id, id);

--
-- Name: import_loading_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX import_loading_idx ON office.import USING btree (created_at) WHERE (state = 'loading'::office.import_state);

--
-- Name: import_row_class_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX import_row_class_idx ON office.import_row USING btree (import_id, class, row_no);

--
-- Name: initiative_honour_unique; Type: INDEX; Schema: office; Owner: -
--

CREATE UNIQUE INDEX initiative_honour_unique ON office.initiative USING btree (used_honour_id);

--
-- Name: initiative_nominee_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX initiative_nominee_idx ON office.initiative USING btree (nominee_id);

--
-- Name: initiative_unit_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX initiative_unit_idx ON office.initiative USING btree (unit_id);

--
-- Name: initiative_use_initiative_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX initiative_use_initiative_idx ON office.initiative_use USING btree (initiative_id);

--
-- Name: initiative_use_unit_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX initiative_use_unit_idx ON office.initiative_use USING btree (unit_id);

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
-- Name: mail_digest_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX mail_digest_idx ON office.mail USING btree (digest_id);

--
-- Name: mail_recent_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX mail_recent_idx ON office.mail USING btree (account_id, id DESC);

--
-- Name: mail_settling_unique; Type: INDEX; Schema: office; Owner: -
--

CREATE UNIQUE INDEX mail_settling_unique ON office.mail USING btree (account_id, kind, object, object_id) WHERE settling;

--
-- Name: mail_state_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX mail_state_idx ON office.mail USING btree (state, id);

--
-- Name: mail_tried_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX mail_tried_idx ON office.mail USING btree (tried_at) WHERE (tried_at IS NOT NULL);

--
-- Name: mail_unit_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX mail_unit_idx ON office.mail USING btree (unit_id);

--
-- Name: mail_waiting_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX mail_waiting_idx ON office.mail USING btree (next_at, id) WHERE (state = 'waiting'::office.mail_state);

--
-- Name: nomination_award_type_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX nomination_award_type_idx ON office.nomination USING btree (award_type_id);

--
-- Name: nomination_claim_unit_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX nomination_claim_unit_idx ON office.nomination_claim USING btree (unit_id);

--
-- Name: nomination_deleted_dossier_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX nomination_deleted_dossier_idx ON office.nomination_deleted USING btree (dossier_id, id);

--
-- Name: nomination_deleted_out_unique; Type: INDEX; Schema: office; Owner: -
--

CREATE UNIQUE INDEX nomination_deleted_out_unique ON office.nomination_deleted USING btree (nomination_id) WHERE (restored_at IS NULL);

--
-- Name: nomination_event_nomination_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX nomination_event_nomination_idx ON office.nomination_event USING btree (nomination_id, id);

--
-- Name: nomination_identity_hash_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX nomination_identity_hash_idx ON office.nomination_identity USING btree (id_hash);

--
-- Name: nomination_import_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX nomination_import_idx ON office.nomination USING btree (import_id);

--
-- Name: nomination_name_folded_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX nomination_name_folded_idx ON office.nomination USING btree (name_folded text_pattern_ops);

--
-- Name: nomination_nominee_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX nomination_nominee_idx ON office.nomination USING btree (nominee_id);

--
-- Name: nomination_state_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX nomination_state_idx ON office.nomination USING btree (state, id);

--
-- Name: nomination_unit_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX nomination_unit_idx ON office.nomination USING btree (unit_id);

--
-- Name: nomination_unmatched_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX nomination_unmatched_idx ON office.nomination USING btree (dossier_id) WHERE (nominee_id IS NULL);

--
-- Name: nominee_distinct_second_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX nominee_distinct_second_idx ON office.nominee_distinct USING btree (second_id);

--
-- Name: nominee_merge_into_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX nominee_merge_into_idx ON office.nominee_merge USING btree (into_id);

--
-- Name: nominee_merge_standing_unique; Type: INDEX; Schema: office; Owner: -
--

CREATE UNIQUE INDEX nominee_merge_standing_unique ON office.nominee_merge USING btree (from_id) WHERE (undone_at IS NULL);

--
-- Name: nominee_merged_into_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX nominee_merged_into_idx ON office.nominee USING btree (merged_into);

--
-- Name: nominee_name_folded_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX nominee_name_folded_idx ON office.nominee_name USING btree (name_folded text_pattern_ops);

--
-- Name: nominee_name_key_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX nominee_name_key_idx ON office.nominee USING btree (name_key, kind);

--
-- Name: nominee_name_key_unit_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX nominee_name_key_unit_idx ON office.nominee_name USING btree (name_key, unit_id);

--
-- Name: nominee_root_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX nominee_root_idx ON office.nominee USING btree (root_id);

--
-- Name: nominee_unit_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX nominee_unit_idx ON office.nominee USING btree (unit_id);

--
-- Name: outage_ended_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX outage_ended_idx ON office.outage USING btree (ended_at);

--
-- Name: receipt_file_unit_idx; Type: INDEX; Schema: office; Owner: -
--

CREATE INDEX receipt_file_unit_idx ON office.receipt_file USING btree (unit_id);

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
-- Name: attachment attachment_check; Type: TRIGGER; Schema: office; Owner: -
--

CREATE TRIGGER attachment_check BEFORE INSERT OR UPDATE ON office.attachment FOR EACH ROW EXECUTE FUNCTION office.attachment_check();

--
-- Name: attachment attachment_queue_read; Type: TRIGGER; Schema: office; Owner: -
--

CREATE TRIGGER attachment_queue_read AFTER INSERT ON office.attachment FOR EACH ROW WHEN ((new.secrecy = 'waiting'::office.secrecy_state)) EXECUTE FUNCTION office.attachment_queue_read();

--
-- Name: attachment attachment_queue_scan; Type: TRIGGER; Schema: office; Owner: -
--

CREATE TRIGGER attachment_queue_scan AFTER INSERT ON office.attachment FOR EACH ROW WHEN ((new.scan = 'waiting'::office.scan_state)) EXECUTE FUNCTION office.attachment_queue_scan();

--
-- Name: attachment attachment_queue_scan_again; Type: TRIGGER; Schema: office; Owner: -
--

CREATE TRIGGER attachment_queue_scan_again AFTER UPDATE OF scan ON office.attachment FOR EACH ROW WHEN (((new.scan = 'waiting'::office.scan_state) AND (old.scan <> 'waiting'::office.scan_state))) EXECUTE FUNCTION office.attachment_queue_scan();

--
-- Name: nomination_identity identity_pace_count; Type: TRIGGER; Schema: office; Owner: -
--

CREATE TRIGGER identity_pace_count AFTER INSERT ON office.nomination_identity REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION office.identity_pace_count();

--
-- Name: nomination_identity identity_release; Type: TRIGGER; Schema: office; Owner: -
--

CREATE TRIGGER identity_release AFTER DELETE ON office.nomination_identity REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION office.identity_release();

--
-- Name: job job_notify; Type: TRIGGER; Schema: office; Owner: -
--

CREATE TRIGGER job_notify AFTER INSERT ON office.job FOR EACH ROW EXECUTE FUNCTION office.job_notify();

--
-- Name: mail mail_notify; Type: TRIGGER; Schema: office; Owner: -
--

CREATE TRIGGER mail_notify AFTER INSERT OR UPDATE OF next_at ON office.mail FOR EACH STATEMENT EXECUTE FUNCTION office.mail_notify();

--
-- Name: mail_service mail_service_notify; Type: TRIGGER; Schema: office; Owner: -
--

CREATE TRIGGER mail_service_notify AFTER UPDATE OF held_until ON office.mail_service FOR EACH STATEMENT EXECUTE FUNCTION office.mail_notify();

--
-- Name: nomination nomination_check_step; Type: TRIGGER; Schema: office; Owner: -
--

CREATE TRIGGER nomination_check_step BEFORE UPDATE OF state ON office.nomination FOR EACH ROW EXECUTE FUNCTION office.nomination_check_step();

--
-- Name: nomination nomination_forget_delete; Type: TRIGGER; Schema: office; Owner: -
--

CREATE TRIGGER nomination_forget_delete AFTER DELETE ON office.nomination REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION office.nomination_forget();

--
-- Name: nomination nomination_forget_update; Type: TRIGGER; Schema: office; Owner: -
--

CREATE TRIGGER nomination_forget_update AFTER UPDATE ON office.nomination REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION office.nomination_forget();

--
-- Name: nomination nomination_log_insert; Type: TRIGGER; Schema: office; Owner: -
--

CREATE TRIGGER nomination_log_insert AFTER INSERT ON office.nomination REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION office.nomination_log_state();

--
-- Name: nomination nomination_log_update; Type: TRIGGER; Schema: office; Owner: -
--

CREATE TRIGGER nomination_log_update AFTER UPDATE ON office.nomination REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION office.nomination_log_state();

--
-- Name: nomination nomination_unmatch; Type: TRIGGER; Schema: office; Owner: -
--

CREATE TRIGGER nomination_unmatch BEFORE UPDATE OF name, kind, born_on, born_year ON office.nomination FOR EACH ROW WHEN (((NOT (old.nominee_id IS DISTINCT FROM new.nominee_id)) AND ((old.name <> new.name) OR (old.kind <> new.kind) OR (old.born_on IS DISTINCT FROM new.born_on) OR (old.born_year IS DISTINCT FROM new.born_year)))) EXECUTE FUNCTION office.nomination_unmatch();

--
-- Name: nominee nominee_check_chain; Type: TRIGGER; Schema: office; Owner: -
--

CREATE TRIGGER nominee_check_chain BEFORE INSERT OR UPDATE OF merged_into ON office.nominee FOR EACH ROW WHEN ((new.merged_into IS NOT NULL)) EXECUTE FUNCTION office.nominee_check_chain();

--
-- Name: nominee nominee_root; Type: TRIGGER; Schema: office; Owner: -
--

CREATE TRIGGER nominee_root BEFORE INSERT ON office.nominee FOR EACH ROW EXECUTE FUNCTION office.nominee_root();

--
-- Name: paper_count paper_count_check_open; Type: TRIGGER; Schema: office; Owner: -
--

CREATE TRIGGER paper_count_check_open BEFORE INSERT OR UPDATE ON office.paper_count FOR EACH ROW EXECUTE FUNCTION office.vote_check_open();

--
-- Name: vote vote_check_open; Type: TRIGGER; Schema: office; Owner: -
--

CREATE TRIGGER vote_check_open BEFORE INSERT OR UPDATE ON office.vote FOR EACH ROW EXECUTE FUNCTION office.vote_check_open();

--
-- Name: achievement_year achievement_year_confirmed_by_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.achievement_year
    ADD CONSTRAINT achievement_year_confirmed_by_fkey FOREIGN KEY (confirmed_by) REFERENCES office.account(id);

--
-- Name: achievement_year achievement_year_nominee_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.achievement_year
    ADD CONSTRAINT achievement_year_nominee_fkey FOREIGN KEY (nominee_id) REFERENCES office.nominee(id);

--
-- Name: achievement_year achievement_year_recorded_by_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.achievement_year
    ADD CONSTRAINT achievement_year_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES office.account(id);

--
-- Name: achievement_year achievement_year_unit_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.achievement_year
    ADD CONSTRAINT achievement_year_unit_fkey FOREIGN KEY (unit_id) REFERENCES office.unit(id);

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
-- Name: deadline_extension deadline_extension_made_by_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.deadline_extension
    ADD CONSTRAINT deadline_extension_made_by_fkey FOREIGN KEY (made_by) REFERENCES office.account(id);

--
-- Name: deadline_extension deadline_extension_season_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.deadline_extension
    ADD CONSTRAINT deadline_extension_season_fkey FOREIGN KEY (season_id) REFERENCES office.season(id);

--
-- Name: deadline_extension deadline_extension_unit_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.deadline_extension
    ADD CONSTRAINT deadline_extension_unit_fkey FOREIGN KEY (unit_id) REFERENCES office.unit(id);

--
-- Name: deadline_extension deadline_extension_withdrawn_by_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.deadline_extension
    ADD CONSTRAINT deadline_extension_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES office.account(id);

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
-- Name: discipline discipline_nominee_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.discipline
    ADD CONSTRAINT discipline_nominee_fkey FOREIGN KEY (nominee_id) REFERENCES office.nominee(id);

--
-- Name: discipline discipline_recorded_by_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.discipline
    ADD CONSTRAINT discipline_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES office.account(id);

--
-- Name: discipline discipline_unit_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.discipline
    ADD CONSTRAINT discipline_unit_fkey FOREIGN KEY (unit_id) REFERENCES office.unit(id);

--
-- Name: dossier dossier_created_by_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.dossier
    ADD CONSTRAINT dossier_created_by_fkey FOREIGN KEY (created_by) REFERENCES office.account(id);

--
-- Name: dossier_rule dossier_rule_dossier_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.dossier_rule
    ADD CONSTRAINT dossier_rule_dossier_fkey FOREIGN KEY (dossier_id, unit_id) REFERENCES office.dossier(id, unit_id);

--
-- Name: dossier_rule dossier_rule_rule_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.dossier_rule
    ADD CONSTRAINT dossier_rule_rule_fkey FOREIGN KEY (rule_id) REFERENCES office.eligibility_rule(id);

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
-- Name: draft_entry draft_entry_account_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.draft_entry
    ADD CONSTRAINT draft_entry_account_fkey FOREIGN KEY (account_id) REFERENCES office.account(id);

--
-- Name: draft_entry draft_entry_dossier_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.draft_entry
    ADD CONSTRAINT draft_entry_dossier_fkey FOREIGN KEY (dossier_id, unit_id) REFERENCES office.dossier(id, unit_id);

--
-- Name: draft_open draft_open_account_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.draft_open
    ADD CONSTRAINT draft_open_account_fkey FOREIGN KEY (account_id) REFERENCES office.account(id);

--
-- Name: draft_open draft_open_dossier_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.draft_open
    ADD CONSTRAINT draft_open_dossier_fkey FOREIGN KEY (dossier_id, unit_id) REFERENCES office.dossier(id, unit_id);

--
-- Name: eligibility_condition eligibility_condition_award_type_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.eligibility_condition
    ADD CONSTRAINT eligibility_condition_award_type_fkey FOREIGN KEY (award_type_id) REFERENCES office.award_type(id);

--
-- Name: eligibility_condition eligibility_condition_rule_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.eligibility_condition
    ADD CONSTRAINT eligibility_condition_rule_fkey FOREIGN KEY (rule_id) REFERENCES office.eligibility_rule(id);

--
-- Name: eligibility_condition eligibility_condition_since_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.eligibility_condition
    ADD CONSTRAINT eligibility_condition_since_fkey FOREIGN KEY (since_award_type_id) REFERENCES office.award_type(id);

--
-- Name: eligibility_judgement eligibility_judgement_condition_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.eligibility_judgement
    ADD CONSTRAINT eligibility_judgement_condition_fkey FOREIGN KEY (condition_id) REFERENCES office.eligibility_condition(id);

--
-- Name: eligibility_judgement eligibility_judgement_judged_by_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.eligibility_judgement
    ADD CONSTRAINT eligibility_judgement_judged_by_fkey FOREIGN KEY (judged_by) REFERENCES office.account(id);

--
-- Name: eligibility_judgement eligibility_judgement_nomination_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.eligibility_judgement
    ADD CONSTRAINT eligibility_judgement_nomination_fkey FOREIGN KEY (nomination_id) REFERENCES office.nomination(id) ON DELETE CASCADE;

--
-- Name: eligibility_judgement eligibility_judgement_unit_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.eligibility_judgement
    ADD CONSTRAINT eligibility_judgement_unit_fkey FOREIGN KEY (unit_id) REFERENCES office.unit(id);

--
-- Name: eligibility_rule eligibility_rule_award_type_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.eligibility_rule
    ADD CONSTRAINT eligibility_rule_award_type_fkey FOREIGN KEY (award_type_id) REFERENCES office.award_type(id);

--
-- Name: eligibility_rule eligibility_rule_confirmed_by_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.eligibility_rule
    ADD CONSTRAINT eligibility_rule_confirmed_by_fkey FOREIGN KEY (confirmed_by) REFERENCES office.account(id);

--
-- Name: eligibility_verdict eligibility_verdict_nomination_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.eligibility_verdict
    ADD CONSTRAINT eligibility_verdict_nomination_fkey FOREIGN KEY (nomination_id) REFERENCES office.nomination(id);

--
-- Name: eligibility_verdict eligibility_verdict_unit_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.eligibility_verdict
    ADD CONSTRAINT eligibility_verdict_unit_fkey FOREIGN KEY (unit_id) REFERENCES office.unit(id);

--
-- Name: email_change email_change_account_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.email_change
    ADD CONSTRAINT email_change_account_fkey FOREIGN KEY (account_id) REFERENCES office.account(id);

--
-- Name: evidence_requirement evidence_requirement_award_type_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.evidence_requirement
    ADD CONSTRAINT evidence_requirement_award_type_fkey FOREIGN KEY (award_type_id) REFERENCES office.award_type(id);

--
-- Name: evidence_requirement evidence_requirement_confirmed_by_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.evidence_requirement
    ADD CONSTRAINT evidence_requirement_confirmed_by_fkey FOREIGN KEY (confirmed_by) REFERENCES office.account(id);

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
-- Name: hold_ground hold_ground_nominee_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.hold_ground
    ADD CONSTRAINT hold_ground_nominee_fkey FOREIGN KEY (nominee_id) REFERENCES office.nominee(id);

--
-- Name: hold_ground hold_ground_recorded_by_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.hold_ground
    ADD CONSTRAINT hold_ground_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES office.account(id);

--
-- Name: hold_ground hold_ground_unit_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.hold_ground
    ADD CONSTRAINT hold_ground_unit_fkey FOREIGN KEY (unit_id) REFERENCES office.unit(id);

--
-- Name: holiday holiday_set_by_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.holiday
    ADD CONSTRAINT holiday_set_by_fkey FOREIGN KEY (set_by) REFERENCES office.account(id);

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
-- Name: honour honour_nominee_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.honour
    ADD CONSTRAINT honour_nominee_fkey FOREIGN KEY (nominee_id) REFERENCES office.nominee(id);

--
-- Name: honour honour_unit_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.honour
    ADD CONSTRAINT honour_unit_fkey FOREIGN KEY (unit_id) REFERENCES office.unit(id);

--
-- Name: identity_deleted identity_deleted_unit_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.identity_deleted
    ADD CONSTRAINT identity_deleted_unit_fkey FOREIGN KEY (unit_id) REFERENCES office.unit(id);

--
-- Name: identity_pace identity_pace_unit_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.identity_pace
    ADD CONSTRAINT identity_pace_unit_fkey FOREIGN KEY (unit_id) REFERENCES office.unit(id);

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
-- Name: import_identity import_identity_row_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.import_identity
    ADD CONSTRAINT import_identity_row_fkey FOREIGN KEY (import_id, row_no) REFERENCES office.import_row(import_id, row_no) ON DELETE CASCADE;

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
-- Name: initiative initiative_confirmed_by_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.initiative
    ADD CONSTRAINT initiative_confirmed_by_fkey FOREIGN KEY (confirmed_by) REFERENCES office.account(id);

--
-- Name: initiative initiative_honour_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.initiative
    ADD CONSTRAINT initiative_honour_fkey FOREIGN KEY (used_honour_id) REFERENCES office.honour(id);

--
-- Name: initiative initiative_nominee_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.initiative
    ADD CONSTRAINT initiative_nominee_fkey FOREIGN KEY (nominee_id) REFERENCES office.nominee(id);

--
-- Name: initiative initiative_recorded_by_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.initiative
    ADD CONSTRAINT initiative_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES office.account(id);

--
-- Name: initiative initiative_unit_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.initiative
    ADD CONSTRAINT initiative_unit_fkey FOREIGN KEY (unit_id) REFERENCES office.unit(id);

--
-- Name: initiative_use initiative_use_chosen_by_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.initiative_use
    ADD CONSTRAINT initiative_use_chosen_by_fkey FOREIGN KEY (chosen_by) REFERENCES office.account(id);

--
-- Name: initiative_use initiative_use_initiative_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.initiative_use
    ADD CONSTRAINT initiative_use_initiative_fkey FOREIGN KEY (initiative_id) REFERENCES office.initiative(id);

--
-- Name: initiative_use initiative_use_nomination_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.initiative_use
    ADD CONSTRAINT initiative_use_nomination_fkey FOREIGN KEY (nomination_id) REFERENCES office.nomination(id) ON DELETE CASCADE;

--
-- Name: initiative_use initiative_use_unit_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.initiative_use
    ADD CONSTRAINT initiative_use_unit_fkey FOREIGN KEY (unit_id) REFERENCES office.unit(id);

--
-- Name: job job_account_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.job
    ADD CONSTRAINT job_account_fkey FOREIGN KEY (account_id) REFERENCES office.account(id);

--
-- Name: mail mail_account_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.mail
    ADD CONSTRAINT mail_account_fkey FOREIGN KEY (account_id) REFERENCES office.account(id);

--
-- Name: mail mail_digest_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.mail
    ADD CONSTRAINT mail_digest_fkey FOREIGN KEY (digest_id) REFERENCES office.mail(id) ON DELETE SET NULL;

--
-- Name: mail mail_unit_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.mail
    ADD CONSTRAINT mail_unit_fkey FOREIGN KEY (unit_id) REFERENCES office.unit(id);

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
-- Name: nomination_claim nomination_claim_confirmed_by_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.nomination_claim
    ADD CONSTRAINT nomination_claim_confirmed_by_fkey FOREIGN KEY (confirmed_by) REFERENCES office.account(id);

--
-- Name: nomination_claim nomination_claim_nomination_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.nomination_claim
    ADD CONSTRAINT nomination_claim_nomination_fkey FOREIGN KEY (nomination_id) REFERENCES office.nomination(id) ON DELETE CASCADE;

--
-- Name: nomination_claim nomination_claim_recorded_by_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.nomination_claim
    ADD CONSTRAINT nomination_claim_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES office.account(id);

--
-- Name: nomination_claim nomination_claim_unit_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.nomination_claim
    ADD CONSTRAINT nomination_claim_unit_fkey FOREIGN KEY (unit_id) REFERENCES office.unit(id);

--
-- Name: nomination_deleted nomination_deleted_deleted_by_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.nomination_deleted
    ADD CONSTRAINT nomination_deleted_deleted_by_fkey FOREIGN KEY (deleted_by) REFERENCES office.account(id);

--
-- Name: nomination_deleted nomination_deleted_dossier_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.nomination_deleted
    ADD CONSTRAINT nomination_deleted_dossier_fkey FOREIGN KEY (dossier_id, unit_id) REFERENCES office.dossier(id, unit_id);

--
-- Name: nomination_deleted nomination_deleted_restored_by_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.nomination_deleted
    ADD CONSTRAINT nomination_deleted_restored_by_fkey FOREIGN KEY (restored_by) REFERENCES office.account(id);

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
-- Name: nomination_identity nomination_identity_entered_by_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.nomination_identity
    ADD CONSTRAINT nomination_identity_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES office.account(id);

--
-- Name: nomination_identity nomination_identity_nomination_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.nomination_identity
    ADD CONSTRAINT nomination_identity_nomination_fkey FOREIGN KEY (nomination_id) REFERENCES office.nomination(id) ON DELETE CASCADE;

--
-- Name: nomination_identity nomination_identity_unit_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.nomination_identity
    ADD CONSTRAINT nomination_identity_unit_fkey FOREIGN KEY (unit_id) REFERENCES office.unit(id);

--
-- Name: nomination nomination_import_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.nomination
    ADD CONSTRAINT nomination_import_fkey FOREIGN KEY (import_id) REFERENCES office.import(id);

--
-- Name: nomination nomination_nominee_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.nomination
    ADD CONSTRAINT nomination_nominee_fkey FOREIGN KEY (nominee_id) REFERENCES office.nominee(id);

--
-- Name: nomination nomination_state_by_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.nomination
    ADD CONSTRAINT nomination_state_by_fkey FOREIGN KEY (state_by) REFERENCES office.account(id);

--
-- Name: nominee_distinct nominee_distinct_decided_by_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.nominee_distinct
    ADD CONSTRAINT nominee_distinct_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES office.account(id);

--
-- Name: nominee_distinct nominee_distinct_first_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.nominee_distinct
    ADD CONSTRAINT nominee_distinct_first_fkey FOREIGN KEY (first_id) REFERENCES office.nominee(id) ON DELETE CASCADE;

--
-- Name: nominee_distinct nominee_distinct_second_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.nominee_distinct
    ADD CONSTRAINT nominee_distinct_second_fkey FOREIGN KEY (second_id) REFERENCES office.nominee(id) ON DELETE CASCADE;

--
-- Name: nominee_merge nominee_merge_from_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.nominee_merge
    ADD CONSTRAINT nominee_merge_from_fkey FOREIGN KEY (from_id) REFERENCES office.nominee(id);

--
-- Name: nominee_merge nominee_merge_into_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.nominee_merge
    ADD CONSTRAINT nominee_merge_into_fkey FOREIGN KEY (into_id) REFERENCES office.nominee(id);

--
-- Name: nominee_merge nominee_merge_merged_by_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.nominee_merge
    ADD CONSTRAINT nominee_merge_merged_by_fkey FOREIGN KEY (merged_by) REFERENCES office.account(id);

--
-- Name: nominee_merge nominee_merge_undone_by_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.nominee_merge
    ADD CONSTRAINT nominee_merge_undone_by_fkey FOREIGN KEY (undone_by) REFERENCES office.account(id);

--
-- Name: nominee nominee_merged_into_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.nominee
    ADD CONSTRAINT nominee_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES office.nominee(id);

--
-- Name: nominee_name nominee_name_nominee_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.nominee_name
    ADD CONSTRAINT nominee_name_nominee_fkey FOREIGN KEY (nominee_id) REFERENCES office.nominee(id) ON DELETE CASCADE;

--
-- Name: nominee_name nominee_name_unit_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.nominee_name
    ADD CONSTRAINT nominee_name_unit_fkey FOREIGN KEY (unit_id) REFERENCES office.unit(id);

--
-- Name: nominee nominee_root_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.nominee
    ADD CONSTRAINT nominee_root_fkey FOREIGN KEY (root_id) REFERENCES office.nominee(id);

--
-- Name: nominee nominee_unit_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.nominee
    ADD CONSTRAINT nominee_unit_fkey FOREIGN KEY (unit_id) REFERENCES office.unit(id);

--
-- Name: notice_mute notice_mute_account_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.notice_mute
    ADD CONSTRAINT notice_mute_account_fkey FOREIGN KEY (account_id) REFERENCES office.account(id);

--
-- Name: notice_setting notice_setting_account_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.notice_setting
    ADD CONSTRAINT notice_setting_account_fkey FOREIGN KEY (account_id) REFERENCES office.account(id);

--
-- Name: outage outage_noted_by_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.outage
    ADD CONSTRAINT outage_noted_by_fkey FOREIGN KEY (noted_by) REFERENCES office.account(id);

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
-- Name: receipt_file receipt_file_filing_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.receipt_file
    ADD CONSTRAINT receipt_file_filing_fkey FOREIGN KEY (filing_id) REFERENCES office.filing(id);

--
-- Name: receipt_file receipt_file_unit_fkey; Type: FK CONSTRAINT; Schema: office; Owner: -
--

ALTER TABLE ONLY office.receipt_file
    ADD CONSTRAINT receipt_file_unit_fkey FOREIGN KEY (unit_id) REFERENCES office.unit(id);

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
-- Name: achievement_year; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.achievement_year ENABLE ROW LEVEL SECURITY;

--
-- Name: holiday admin_delete; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY admin_delete ON office.holiday FOR DELETE TO vd_app USING (( SELECT office.holds_at_root(office.role_bit('administrator'::office.role)) AS holds_at_root));

--
-- Name: account admin_insert; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY admin_insert ON office.account FOR INSERT TO vd_app WITH CHECK (( SELECT office.has_any(VARIADIC ARRAY['administrator'::office.role]) AS has_any));

--
-- Name: deadline_extension admin_insert; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY admin_insert ON office.deadline_extension FOR INSERT TO vd_app WITH CHECK (((made_by = ( SELECT office.me() AS me)) AND ( SELECT office.holds_at_root(office.role_bit('administrator'::office.role)) AS holds_at_root)));

--
-- Name: holiday admin_insert; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY admin_insert ON office.holiday FOR INSERT TO vd_app WITH CHECK (( SELECT office.holds_at_root(office.role_bit('administrator'::office.role)) AS holds_at_root));

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
-- Name: term admin_insert; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY admin_insert ON office.term FOR INSERT TO vd_app WITH CHECK (( SELECT office.holds_at_root(office.role_bit('administrator'::office.role)) AS holds_at_root));

--
-- Name: mail admin_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY admin_read ON office.mail FOR SELECT TO vd_app USING (( SELECT office.holds_at_root(office.role_bit('administrator'::office.role)) AS holds_at_root));

--
-- Name: mail_service admin_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY admin_read ON office.mail_service FOR SELECT TO vd_app USING (( SELECT office.holds_at_root(office.role_bit('administrator'::office.role)) AS holds_at_root));

--
-- Name: role_grant admin_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY admin_read ON office.role_grant FOR SELECT TO vd_app USING (((account_id = ( SELECT office.me() AS me)) OR ( SELECT office.has_any(VARIADIC ARRAY['administrator'::office.role, 'auditor'::office.role]) AS has_any)));

--
-- Name: account admin_update; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY admin_update ON office.account FOR UPDATE TO vd_app USING (office.may_administer(id)) WITH CHECK (office.may_administer(id));

--
-- Name: deadline_extension admin_update; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY admin_update ON office.deadline_extension FOR UPDATE TO vd_app USING (((withdrawn_at IS NULL) AND (closes_at > now()) AND ( SELECT office.holds_at_root(office.role_bit('administrator'::office.role)) AS holds_at_root))) WITH CHECK (( SELECT office.holds_at_root(office.role_bit('administrator'::office.role)) AS holds_at_root));

--
-- Name: holiday admin_update; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY admin_update ON office.holiday FOR UPDATE TO vd_app USING (( SELECT office.holds_at_root(office.role_bit('administrator'::office.role)) AS holds_at_root));

--
-- Name: mail admin_update; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY admin_update ON office.mail FOR UPDATE TO vd_app USING (((state = 'dead'::office.mail_state) AND ( SELECT office.holds_at_root(office.role_bit('administrator'::office.role)) AS holds_at_root))) WITH CHECK (((state = ANY (ARRAY['waiting'::office.mail_state, 'dropped'::office.mail_state])) AND ( SELECT office.holds_at_root(office.role_bit('administrator'::office.role)) AS holds_at_root)));

--
-- Name: mail_service admin_update; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY admin_update ON office.mail_service FOR UPDATE TO vd_app USING (( SELECT office.holds_at_root(office.role_bit('administrator'::office.role)) AS holds_at_root)) WITH CHECK (( SELECT office.holds_at_root(office.role_bit('administrator'::office.role)) AS holds_at_root));

--
-- Name: mail_setting admin_update; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY admin_update ON office.mail_setting FOR UPDATE TO vd_app USING (( SELECT office.holds_at_root(office.role_bit('administrator'::office.role)) AS holds_at_root)) WITH CHECK (( SELECT office.holds_at_root(office.role_bit('administrator'::office.role)) AS holds_at_root));

--
-- Name: movement admin_update; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY admin_update ON office.movement FOR UPDATE TO vd_app USING ((unit_id IN ( SELECT office.my_units(office.role_bit('administrator'::office.role)) AS my_units))) WITH CHECK ((unit_id IN ( SELECT office.my_units(office.role_bit('administrator'::office.role)) AS my_units)));

--
-- Name: outage admin_update; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY admin_update ON office.outage FOR UPDATE TO vd_app USING (( SELECT office.holds_at_root(office.role_bit('administrator'::office.role)) AS holds_at_root));

--
-- Name: role_grant admin_update; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY admin_update ON office.role_grant FOR UPDATE TO vd_app USING ((unit_id IN ( SELECT office.my_units(office.role_bit('administrator'::office.role)) AS my_units))) WITH CHECK (true);

--
-- Name: season admin_update; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY admin_update ON office.season FOR UPDATE TO vd_app USING (( SELECT office.holds_at_root(office.role_bit('administrator'::office.role)) AS holds_at_root)) WITH CHECK (( SELECT office.holds_at_root(office.role_bit('administrator'::office.role)) AS holds_at_root));

--
-- Name: term admin_update; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY admin_update ON office.term FOR UPDATE TO vd_app USING (( SELECT office.holds_at_root(office.role_bit('administrator'::office.role)) AS holds_at_root));

--
-- Name: upload_limit admin_update; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY admin_update ON office.upload_limit FOR UPDATE TO vd_app USING (( SELECT office.holds_at_root(office.role_bit('administrator'::office.role)) AS holds_at_root)) WITH CHECK (( SELECT office.holds_at_root(office.role_bit('administrator'::office.role)) AS holds_at_root));

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
-- Name: deadline_extension app_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY app_read ON office.deadline_extension FOR SELECT TO vd_app USING (true);

--
-- Name: eligibility_condition app_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY app_read ON office.eligibility_condition FOR SELECT TO vd_app USING (true);

--
-- Name: eligibility_rule app_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY app_read ON office.eligibility_rule FOR SELECT TO vd_app USING (true);

--
-- Name: evidence_requirement app_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY app_read ON office.evidence_requirement FOR SELECT TO vd_app USING (true);

--
-- Name: holiday app_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY app_read ON office.holiday FOR SELECT TO vd_app USING (true);

--
-- Name: law_version app_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY app_read ON office.law_version FOR SELECT TO vd_app USING (true);

--
-- Name: mail_setting app_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY app_read ON office.mail_setting FOR SELECT TO vd_app USING (true);

--
-- Name: movement app_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY app_read ON office.movement FOR SELECT TO vd_app USING (true);

--
-- Name: nomination_step app_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY app_read ON office.nomination_step FOR SELECT TO vd_app USING (true);

--
-- Name: outage app_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY app_read ON office.outage FOR SELECT TO vd_app USING (true);

--
-- Name: outage_rule app_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY app_read ON office.outage_rule FOR SELECT TO vd_app USING (true);

--
-- Name: season app_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY app_read ON office.season FOR SELECT TO vd_app USING (true);

--
-- Name: term app_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY app_read ON office.term FOR SELECT TO vd_app USING (true);

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
-- Name: upload_limit app_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY app_read ON office.upload_limit FOR SELECT TO vd_app USING (true);

--
-- Name: vote_rule app_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY app_read ON office.vote_rule FOR SELECT TO vd_app USING (true);

--
-- Name: discipline appraiser_insert; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY appraiser_insert ON office.discipline FOR INSERT TO vd_app WITH CHECK ((unit_id IN ( SELECT office.my_units(office.role_bit('appraiser'::office.role)) AS my_units)));

--
-- Name: dossier_rule appraiser_insert; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY appraiser_insert ON office.dossier_rule FOR INSERT TO vd_app WITH CHECK ((unit_id IN ( SELECT office.my_units(office.role_bit('appraiser'::office.role)) AS my_units)));

--
-- Name: eligibility_judgement appraiser_insert; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY appraiser_insert ON office.eligibility_judgement FOR INSERT TO vd_app WITH CHECK ((unit_id IN ( SELECT office.my_units(office.role_bit('appraiser'::office.role)) AS my_units)));

--
-- Name: eligibility_verdict appraiser_insert; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY appraiser_insert ON office.eligibility_verdict FOR INSERT TO vd_app WITH CHECK ((unit_id IN ( SELECT office.my_units(office.role_bit('appraiser'::office.role)) AS my_units)));

--
-- Name: hold_ground appraiser_insert; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY appraiser_insert ON office.hold_ground FOR INSERT TO vd_app WITH CHECK ((unit_id IN ( SELECT office.my_units(office.role_bit('appraiser'::office.role)) AS my_units)));

--
-- Name: eligibility_judgement appraiser_update; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY appraiser_update ON office.eligibility_judgement FOR UPDATE TO vd_app USING ((unit_id IN ( SELECT office.my_units(office.role_bit('appraiser'::office.role)) AS my_units)));

--
-- Name: hold_ground appraiser_update; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY appraiser_update ON office.hold_ground FOR UPDATE TO vd_app USING ((unit_id IN ( SELECT office.my_units(office.role_bit('appraiser'::office.role)) AS my_units)));

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
-- Name: deadline_extension; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.deadline_extension ENABLE ROW LEVEL SECURITY;

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
-- Name: discipline; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.discipline ENABLE ROW LEVEL SECURITY;

--
-- Name: nominee_distinct distinct_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY distinct_read ON office.nominee_distinct FOR SELECT TO vd_app USING (( SELECT office.holds_at_root(((office.role_bit('administrator'::office.role) | office.role_bit('appraiser'::office.role)) | office.role_bit('auditor'::office.role))) AS holds_at_root));

--
-- Name: dossier; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.dossier ENABLE ROW LEVEL SECURITY;

--
-- Name: dossier_rule; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.dossier_rule ENABLE ROW LEVEL SECURITY;

--
-- Name: draft_entry; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.draft_entry ENABLE ROW LEVEL SECURITY;

--
-- Name: draft_open; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.draft_open ENABLE ROW LEVEL SECURITY;

--
-- Name: eligibility_condition; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.eligibility_condition ENABLE ROW LEVEL SECURITY;

--
-- Name: eligibility_judgement; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.eligibility_judgement ENABLE ROW LEVEL SECURITY;

--
-- Name: eligibility_rule; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.eligibility_rule ENABLE ROW LEVEL SECURITY;

--
-- Name: eligibility_verdict; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.eligibility_verdict ENABLE ROW LEVEL SECURITY;

--
-- Name: email_change; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.email_change ENABLE ROW LEVEL SECURITY;

--
-- Name: nomination_event event_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY event_read ON office.nomination_event FOR SELECT TO vd_app USING ((EXISTS ( SELECT 1
   FROM office.nomination n
  WHERE (n.id = nomination_event.nomination_id))));

--
-- Name: evidence_requirement; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.evidence_requirement ENABLE ROW LEVEL SECURITY;

--
-- Name: filing; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.filing ENABLE ROW LEVEL SECURITY;

--
-- Name: form_once; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.form_once ENABLE ROW LEVEL SECURITY;

--
-- Name: heartbeat; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.heartbeat ENABLE ROW LEVEL SECURITY;

--
-- Name: hold_ground; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.hold_ground ENABLE ROW LEVEL SECURITY;

--
-- Name: holiday; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.holiday ENABLE ROW LEVEL SECURITY;

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
-- Name: identity_deleted; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.identity_deleted ENABLE ROW LEVEL SECURITY;

--
-- Name: identity_key; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.identity_key ENABLE ROW LEVEL SECURITY;

--
-- Name: identity_pace; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.identity_pace ENABLE ROW LEVEL SECURITY;

--
-- Name: nomination_identity identity_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY identity_read ON office.nomination_identity FOR SELECT TO vd_app USING ((unit_id IN ( SELECT office.my_units(((office.role_bit('drafter'::office.role) | office.role_bit('unit_head'::office.role)) | office.role_bit('appraiser'::office.role))) AS my_units)));

--
-- Name: import; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.import ENABLE ROW LEVEL SECURITY;

--
-- Name: import_identity; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.import_identity ENABLE ROW LEVEL SECURITY;

--
-- Name: import_row; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.import_row ENABLE ROW LEVEL SECURITY;

--
-- Name: initiative; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.initiative ENABLE ROW LEVEL SECURITY;

--
-- Name: initiative_use; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.initiative_use ENABLE ROW LEVEL SECURITY;

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
-- Name: law_version; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.law_version ENABLE ROW LEVEL SECURITY;

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
-- Name: mail; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.mail ENABLE ROW LEVEL SECURITY;

--
-- Name: mail_service; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.mail_service ENABLE ROW LEVEL SECURITY;

--
-- Name: mail_setting; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.mail_setting ENABLE ROW LEVEL SECURITY;

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
-- Name: nominee_merge merge_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY merge_read ON office.nominee_merge FOR SELECT TO vd_app USING (( SELECT office.holds_at_root(((office.role_bit('administrator'::office.role) | office.role_bit('appraiser'::office.role)) | office.role_bit('auditor'::office.role))) AS holds_at_root));

--
-- Name: movement; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.movement ENABLE ROW LEVEL SECURITY;

--
-- Name: nominee_name name_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY name_read ON office.nominee_name FOR SELECT TO vd_app USING ((EXISTS ( SELECT 1
   FROM office.nominee e
  WHERE (e.id = nominee_name.nominee_id))));

--
-- Name: nomination; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.nomination ENABLE ROW LEVEL SECURITY;

--
-- Name: nomination_claim; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.nomination_claim ENABLE ROW LEVEL SECURITY;

--
-- Name: nomination nomination_delete; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY nomination_delete ON office.nomination FOR DELETE TO vd_app USING (((state = 'draft'::office.nomination_state) AND (unit_id IN ( SELECT office.my_units((office.role_bit('drafter'::office.role) | office.role_bit('unit_head'::office.role))) AS my_units))));

--
-- Name: nomination_deleted; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.nomination_deleted ENABLE ROW LEVEL SECURITY;

--
-- Name: nomination_event; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.nomination_event ENABLE ROW LEVEL SECURITY;

--
-- Name: nomination_identity; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.nomination_identity ENABLE ROW LEVEL SECURITY;

--
-- Name: nomination nomination_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY nomination_read ON office.nomination FOR SELECT TO vd_app USING ((( SELECT office.sees_all() AS sees_all) OR (unit_id IN ( SELECT office.my_units(office.reading_roles()) AS my_units)) OR (id IN ( SELECT office.my_agenda_nominations() AS my_agenda_nominations))));

--
-- Name: nomination_step; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.nomination_step ENABLE ROW LEVEL SECURITY;

--
-- Name: nominee; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.nominee ENABLE ROW LEVEL SECURITY;

--
-- Name: nominee_distinct; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.nominee_distinct ENABLE ROW LEVEL SECURITY;

--
-- Name: nominee_merge; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.nominee_merge ENABLE ROW LEVEL SECURITY;

--
-- Name: nominee_name; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.nominee_name ENABLE ROW LEVEL SECURITY;

--
-- Name: nominee nominee_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY nominee_read ON office.nominee FOR SELECT TO vd_app USING ((( SELECT office.sees_all() AS sees_all) OR (unit_id IN ( SELECT office.my_units(office.reading_roles()) AS my_units)) OR ( SELECT office.holds_at_root(office.role_bit('administrator'::office.role)) AS holds_at_root)));

--
-- Name: notice_mute; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.notice_mute ENABLE ROW LEVEL SECURITY;

--
-- Name: notice_setting; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.notice_setting ENABLE ROW LEVEL SECURITY;

--
-- Name: outage; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.outage ENABLE ROW LEVEL SECURITY;

--
-- Name: outage_rule; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.outage_rule ENABLE ROW LEVEL SECURITY;

--
-- Name: notice_mute own_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY own_all ON office.notice_mute TO vd_app USING ((account_id = ( SELECT office.me() AS me))) WITH CHECK ((account_id = ( SELECT office.me() AS me)));

--
-- Name: notice_setting own_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY own_all ON office.notice_setting TO vd_app USING ((account_id = ( SELECT office.me() AS me))) WITH CHECK ((account_id = ( SELECT office.me() AS me)));

--
-- Name: draft_open own_delete; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY own_delete ON office.draft_open FOR DELETE TO vd_app USING ((account_id = ( SELECT office.me() AS me)));

--
-- Name: draft_entry own_insert; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY own_insert ON office.draft_entry FOR INSERT TO vd_app WITH CHECK (((account_id = ( SELECT office.me() AS me)) AND (unit_id IN ( SELECT office.my_units((office.role_bit('drafter'::office.role) | office.role_bit('unit_head'::office.role))) AS my_units))));

--
-- Name: draft_open own_insert; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY own_insert ON office.draft_open FOR INSERT TO vd_app WITH CHECK (((account_id = ( SELECT office.me() AS me)) AND (unit_id IN ( SELECT office.my_units((office.role_bit('drafter'::office.role) | office.role_bit('unit_head'::office.role))) AS my_units))));

--
-- Name: form_once own_insert; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY own_insert ON office.form_once FOR INSERT TO vd_app WITH CHECK ((account_id = ( SELECT office.me() AS me)));

--
-- Name: email_change own_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY own_read ON office.email_change FOR SELECT TO vd_app USING ((account_id = ( SELECT office.me() AS me)));

--
-- Name: mail own_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY own_read ON office.mail FOR SELECT TO vd_app USING (((account_id = ( SELECT office.me() AS me)) AND (visible_from <= now())));

--
-- Name: session own_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY own_read ON office.session FOR SELECT TO vd_app USING ((account_id = ( SELECT office.me() AS me)));

--
-- Name: draft_open own_update; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY own_update ON office.draft_open FOR UPDATE TO vd_app USING ((account_id = ( SELECT office.me() AS me))) WITH CHECK ((account_id = ( SELECT office.me() AS me)));

--
-- Name: account owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.account TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: achievement_year owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.achievement_year TO vd_owner USING (true) WITH CHECK (true);

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
-- Name: deadline_extension owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.deadline_extension TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: decision owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.decision TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: discipline owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.discipline TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: dossier owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.dossier TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: dossier_rule owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.dossier_rule TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: draft_entry owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.draft_entry TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: draft_open owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.draft_open TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: eligibility_condition owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.eligibility_condition TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: eligibility_judgement owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.eligibility_judgement TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: eligibility_rule owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.eligibility_rule TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: eligibility_verdict owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.eligibility_verdict TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: email_change owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.email_change TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: evidence_requirement owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.evidence_requirement TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: filing owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.filing TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: form_once owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.form_once TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: heartbeat owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.heartbeat TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: hold_ground owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.hold_ground TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: holiday owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.holiday TO vd_owner USING (true) WITH CHECK (true);

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
-- Name: identity_deleted owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.identity_deleted TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: identity_key owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.identity_key TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: identity_pace owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.identity_pace TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: import owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.import TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: import_identity owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.import_identity TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: import_row owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.import_row TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: initiative owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.initiative TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: initiative_use owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.initiative_use TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: job owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.job TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: law_version owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.law_version TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: login_attempt owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.login_attempt TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: mail owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.mail TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: mail_service owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.mail_service TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: mail_setting owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.mail_setting TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: movement owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.movement TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: nomination owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.nomination TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: nomination_claim owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.nomination_claim TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: nomination_deleted owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.nomination_deleted TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: nomination_event owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.nomination_event TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: nomination_identity owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.nomination_identity TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: nomination_step owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.nomination_step TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: nominee owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.nominee TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: nominee_distinct owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.nominee_distinct TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: nominee_merge owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.nominee_merge TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: nominee_name owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.nominee_name TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: notice_mute owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.notice_mute TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: notice_setting owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.notice_setting TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: outage owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.outage TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: outage_rule owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.outage_rule TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: paper_count owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.paper_count TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: receipt_file owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.receipt_file TO vd_owner USING (true) WITH CHECK (true);

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
-- Name: term owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.term TO vd_owner USING (true) WITH CHECK (true);

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
-- Name: upload_limit owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.upload_limit TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: vote owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.vote TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: vote_rule owner_all; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY owner_all ON office.vote_rule TO vd_owner USING (true) WITH CHECK (true);

--
-- Name: evidence_requirement paper_confirm; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY paper_confirm ON office.evidence_requirement FOR UPDATE TO vd_app USING (( SELECT office.holds_at_root((office.role_bit('appraiser'::office.role) | office.role_bit('administrator'::office.role))) AS holds_at_root)) WITH CHECK ((confirmed_by = ( SELECT office.me() AS me)));

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
-- Name: receipt_file; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.receipt_file ENABLE ROW LEVEL SECURITY;

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
-- Name: eligibility_rule rule_confirm; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY rule_confirm ON office.eligibility_rule FOR UPDATE TO vd_app USING (( SELECT office.holds_at_root((office.role_bit('appraiser'::office.role) | office.role_bit('administrator'::office.role))) AS holds_at_root)) WITH CHECK ((confirmed_by = ( SELECT office.me() AS me)));

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
-- Name: term; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.term ENABLE ROW LEVEL SECURITY;

--
-- Name: unit; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.unit ENABLE ROW LEVEL SECURITY;

--
-- Name: unit_closure; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.unit_closure ENABLE ROW LEVEL SECURITY;

--
-- Name: initiative_use unit_delete; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY unit_delete ON office.initiative_use FOR DELETE TO vd_app USING ((unit_id IN ( SELECT office.my_units(((office.role_bit('drafter'::office.role) | office.role_bit('unit_head'::office.role)) | office.role_bit('appraiser'::office.role))) AS my_units)));

--
-- Name: achievement_year unit_insert; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY unit_insert ON office.achievement_year FOR INSERT TO vd_app WITH CHECK ((unit_id IN ( SELECT office.my_units(((office.role_bit('drafter'::office.role) | office.role_bit('unit_head'::office.role)) | office.role_bit('appraiser'::office.role))) AS my_units)));

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
-- Name: initiative unit_insert; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY unit_insert ON office.initiative FOR INSERT TO vd_app WITH CHECK ((unit_id IN ( SELECT office.my_units(((office.role_bit('drafter'::office.role) | office.role_bit('unit_head'::office.role)) | office.role_bit('appraiser'::office.role))) AS my_units)));

--
-- Name: initiative_use unit_insert; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY unit_insert ON office.initiative_use FOR INSERT TO vd_app WITH CHECK ((unit_id IN ( SELECT office.my_units(((office.role_bit('drafter'::office.role) | office.role_bit('unit_head'::office.role)) | office.role_bit('appraiser'::office.role))) AS my_units)));

--
-- Name: nomination unit_insert; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY unit_insert ON office.nomination FOR INSERT TO vd_app WITH CHECK ((unit_id IN ( SELECT office.my_units(office.writing_roles()) AS my_units)));

--
-- Name: nomination_claim unit_insert; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY unit_insert ON office.nomination_claim FOR INSERT TO vd_app WITH CHECK ((unit_id IN ( SELECT office.my_units(((office.role_bit('drafter'::office.role) | office.role_bit('unit_head'::office.role)) | office.role_bit('appraiser'::office.role))) AS my_units)));

--
-- Name: nomination_deleted unit_insert; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY unit_insert ON office.nomination_deleted FOR INSERT TO vd_app WITH CHECK (((deleted_by = ( SELECT office.me() AS me)) AND (unit_id IN ( SELECT office.my_units((office.role_bit('drafter'::office.role) | office.role_bit('unit_head'::office.role))) AS my_units))));

--
-- Name: achievement_year unit_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY unit_read ON office.achievement_year FOR SELECT TO vd_app USING ((( SELECT office.sees_all() AS sees_all) OR (unit_id IN ( SELECT office.my_units(office.reading_roles()) AS my_units))));

--
-- Name: attachment unit_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY unit_read ON office.attachment FOR SELECT TO vd_app USING ((( SELECT office.sees_all() AS sees_all) OR (unit_id IN ( SELECT office.my_units(office.reading_roles()) AS my_units))));

--
-- Name: discipline unit_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY unit_read ON office.discipline FOR SELECT TO vd_app USING ((( SELECT office.sees_all() AS sees_all) OR (unit_id IN ( SELECT office.my_units(office.reading_roles()) AS my_units))));

--
-- Name: dossier unit_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY unit_read ON office.dossier FOR SELECT TO vd_app USING ((( SELECT office.sees_all() AS sees_all) OR (unit_id IN ( SELECT office.my_units(office.reading_roles()) AS my_units))));

--
-- Name: dossier_rule unit_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY unit_read ON office.dossier_rule FOR SELECT TO vd_app USING ((( SELECT office.sees_all() AS sees_all) OR (unit_id IN ( SELECT office.my_units(office.reading_roles()) AS my_units))));

--
-- Name: draft_entry unit_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY unit_read ON office.draft_entry FOR SELECT TO vd_app USING (((account_id = ( SELECT office.me() AS me)) OR (unit_id IN ( SELECT office.my_units((office.role_bit('drafter'::office.role) | office.role_bit('unit_head'::office.role))) AS my_units))));

--
-- Name: draft_open unit_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY unit_read ON office.draft_open FOR SELECT TO vd_app USING (((account_id = ( SELECT office.me() AS me)) OR (unit_id IN ( SELECT office.my_units((office.role_bit('drafter'::office.role) | office.role_bit('unit_head'::office.role))) AS my_units))));

--
-- Name: eligibility_judgement unit_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY unit_read ON office.eligibility_judgement FOR SELECT TO vd_app USING ((( SELECT office.sees_all() AS sees_all) OR (unit_id IN ( SELECT office.my_units(office.reading_roles()) AS my_units))));

--
-- Name: eligibility_verdict unit_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY unit_read ON office.eligibility_verdict FOR SELECT TO vd_app USING ((( SELECT office.sees_all() AS sees_all) OR (unit_id IN ( SELECT office.my_units(office.reading_roles()) AS my_units))));

--
-- Name: filing unit_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY unit_read ON office.filing FOR SELECT TO vd_app USING ((( SELECT office.sees_all() AS sees_all) OR (unit_id IN ( SELECT office.my_units(office.reading_roles()) AS my_units))));

--
-- Name: hold_ground unit_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY unit_read ON office.hold_ground FOR SELECT TO vd_app USING ((( SELECT office.sees_all() AS sees_all) OR (unit_id IN ( SELECT office.my_units(office.reading_roles()) AS my_units))));

--
-- Name: import unit_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY unit_read ON office.import FOR SELECT TO vd_app USING ((( SELECT office.sees_all() AS sees_all) OR (unit_id IN ( SELECT office.my_units(office.reading_roles()) AS my_units))));

--
-- Name: initiative unit_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY unit_read ON office.initiative FOR SELECT TO vd_app USING ((( SELECT office.sees_all() AS sees_all) OR (unit_id IN ( SELECT office.my_units(office.reading_roles()) AS my_units))));

--
-- Name: initiative_use unit_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY unit_read ON office.initiative_use FOR SELECT TO vd_app USING ((( SELECT office.sees_all() AS sees_all) OR (unit_id IN ( SELECT office.my_units(office.reading_roles()) AS my_units))));

--
-- Name: nomination_claim unit_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY unit_read ON office.nomination_claim FOR SELECT TO vd_app USING ((( SELECT office.sees_all() AS sees_all) OR (unit_id IN ( SELECT office.my_units(office.reading_roles()) AS my_units))));

--
-- Name: nomination_deleted unit_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY unit_read ON office.nomination_deleted FOR SELECT TO vd_app USING ((( SELECT office.sees_all() AS sees_all) OR (unit_id IN ( SELECT office.my_units(office.reading_roles()) AS my_units))));

--
-- Name: receipt_file unit_read; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY unit_read ON office.receipt_file FOR SELECT TO vd_app USING ((( SELECT office.sees_all() AS sees_all) OR (unit_id IN ( SELECT office.my_units(office.reading_roles()) AS my_units))));

--
-- Name: unit_succession; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.unit_succession ENABLE ROW LEVEL SECURITY;

--
-- Name: achievement_year unit_update; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY unit_update ON office.achievement_year FOR UPDATE TO vd_app USING ((unit_id IN ( SELECT office.my_units(((office.role_bit('drafter'::office.role) | office.role_bit('unit_head'::office.role)) | office.role_bit('appraiser'::office.role))) AS my_units)));

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
-- Name: initiative unit_update; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY unit_update ON office.initiative FOR UPDATE TO vd_app USING ((unit_id IN ( SELECT office.my_units(((office.role_bit('drafter'::office.role) | office.role_bit('unit_head'::office.role)) | office.role_bit('appraiser'::office.role))) AS my_units)));

--
-- Name: nomination unit_update; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY unit_update ON office.nomination FOR UPDATE TO vd_app USING ((unit_id IN ( SELECT office.my_units(office.writing_roles()) AS my_units))) WITH CHECK ((unit_id IN ( SELECT office.my_units(office.writing_roles()) AS my_units)));

--
-- Name: nomination_claim unit_update; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY unit_update ON office.nomination_claim FOR UPDATE TO vd_app USING ((unit_id IN ( SELECT office.my_units(((office.role_bit('drafter'::office.role) | office.role_bit('unit_head'::office.role)) | office.role_bit('appraiser'::office.role))) AS my_units)));

--
-- Name: nomination_deleted unit_update; Type: POLICY; Schema: office; Owner: -
--

CREATE POLICY unit_update ON office.nomination_deleted FOR UPDATE TO vd_app USING ((unit_id IN ( SELECT office.my_units((office.role_bit('drafter'::office.role) | office.role_bit('unit_head'::office.role))) AS my_units))) WITH CHECK ((restored_by = ( SELECT office.me() AS me)));

--
-- Name: upload_limit; Type: ROW SECURITY; Schema: office; Owner: -
--

ALTER TABLE office.upload_limit ENABLE ROW LEVEL SECURITY;

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
-- Name: FUNCTION attachment_check(); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.attachment_check() FROM PUBLIC;

--
-- Name: FUNCTION attachment_queue_read(); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.attachment_queue_read() FROM PUBLIC;

--
-- Name: FUNCTION attachment_queue_scan(); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.attachment_queue_scan() FROM PUBLIC;

--
-- Name: FUNCTION beat(); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.beat() FROM PUBLIC;
GRANT ALL ON FUNCTION office.beat() TO vd_app;

--
-- Name: FUNCTION birth_agrees(a_on date, a_year integer, b_on date, b_year integer); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.birth_agrees(a_on date, a_year integer, b_on date, b_year integer) FROM PUBLIC;
GRANT ALL ON FUNCTION office.birth_agrees(a_on date, a_year integer, b_on date, b_year integer) TO vd_app;

--
-- Name: FUNCTION closes_at(season_id bigint, unit_id bigint); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.closes_at(season_id bigint, unit_id bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION office.closes_at(season_id bigint, unit_id bigint) TO vd_app;

--
-- Name: FUNCTION closing_steps(season bigint, unit bigint); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.closing_steps(season bigint, unit bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION office.closing_steps(season bigint, unit bigint) TO vd_app;

--
-- Name: FUNCTION dossier_disciplines(of_dossier bigint); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.dossier_disciplines(of_dossier bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION office.dossier_disciplines(of_dossier bigint) TO vd_app;

--
-- Name: FUNCTION dossier_doubtful(of_dossier bigint); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.dossier_doubtful(of_dossier bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION office.dossier_doubtful(of_dossier bigint) TO vd_app;

--
-- Name: FUNCTION dossier_holds(of_dossier bigint); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.dossier_holds(of_dossier bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION office.dossier_holds(of_dossier bigint) TO vd_app;

--
-- Name: FUNCTION dossier_honours(of_dossier bigint); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.dossier_honours(of_dossier bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION office.dossier_honours(of_dossier bigint) TO vd_app;

--
-- Name: FUNCTION dossier_initiatives(of_dossier bigint); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.dossier_initiatives(of_dossier bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION office.dossier_initiatives(of_dossier bigint) TO vd_app;

--
-- Name: FUNCTION dossier_nominees(of_dossier bigint); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.dossier_nominees(of_dossier bigint) FROM PUBLIC;

--
-- Name: FUNCTION dossier_others(of_dossier bigint); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.dossier_others(of_dossier bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION office.dossier_others(of_dossier bigint) TO vd_app;

--
-- Name: FUNCTION dossier_years(of_dossier bigint); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.dossier_years(of_dossier bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION office.dossier_years(of_dossier bigint) TO vd_app;

--
-- Name: FUNCTION draft_purge(); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.draft_purge() FROM PUBLIC;
GRANT ALL ON FUNCTION office.draft_purge() TO vd_app;

--
-- Name: FUNCTION drafts_closing(within interval); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.drafts_closing(within interval) FROM PUBLIC;
GRANT ALL ON FUNCTION office.drafts_closing(within interval) TO vd_app;

--
-- Name: FUNCTION drafts_of_season(of_season bigint, of_unit bigint); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.drafts_of_season(of_season bigint, of_unit bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION office.drafts_of_season(of_season bigint, of_unit bigint) TO vd_app;

--
-- Name: FUNCTION email_change_confirm(token bytea); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.email_change_confirm(token bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION office.email_change_confirm(token bytea) TO vd_app;

--
-- Name: FUNCTION email_change_open(wanted text, token bytea, lifetime interval); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.email_change_open(wanted text, token bytea, lifetime interval) FROM PUBLIC;
GRANT ALL ON FUNCTION office.email_change_open(wanted text, token bytea, lifetime interval) TO vd_app;

--
-- Name: FUNCTION email_drop(); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.email_drop() FROM PUBLIC;
GRANT ALL ON FUNCTION office.email_drop() TO vd_app;

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
-- Name: FUNCTION identity_hash_key(); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.identity_hash_key() FROM PUBLIC;
GRANT ALL ON FUNCTION office.identity_hash_key() TO vd_app;

--
-- Name: FUNCTION identity_import(of_import bigint, numbers jsonb); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.identity_import(of_import bigint, numbers jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION office.identity_import(of_import bigint, numbers jsonb) TO vd_app;

--
-- Name: FUNCTION identity_import_confirm(of_import bigint, of_column integer); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.identity_import_confirm(of_import bigint, of_column integer) FROM PUBLIC;
GRANT ALL ON FUNCTION office.identity_import_confirm(of_import bigint, of_column integer) TO vd_app;

--
-- Name: FUNCTION identity_key_fits(which integer, value bytea); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.identity_key_fits(which integer, value bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION office.identity_key_fits(which integer, value bytea) TO vd_app;

--
-- Name: FUNCTION identity_look(of_nomination bigint, request text, client text); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.identity_look(of_nomination bigint, request text, client text) FROM PUBLIC;
GRANT ALL ON FUNCTION office.identity_look(of_nomination bigint, request text, client text) TO vd_app;

--
-- Name: FUNCTION identity_pace_count(); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.identity_pace_count() FROM PUBLIC;

--
-- Name: FUNCTION identity_put(of_nomination bigint, hash bytea, cipher bytea, tail bytea); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.identity_put(of_nomination bigint, hash bytea, cipher bytea, tail bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION office.identity_put(of_nomination bigint, hash bytea, cipher bytea, tail bytea) TO vd_app;

--
-- Name: FUNCTION identity_rekey_begin(); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.identity_rekey_begin() FROM PUBLIC;

--
-- Name: FUNCTION identity_rekey_end(to_key integer); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.identity_rekey_end(to_key integer) FROM PUBLIC;

--
-- Name: FUNCTION identity_release(); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.identity_release() FROM PUBLIC;

--
-- Name: FUNCTION identity_remove(of_nomination bigint); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.identity_remove(of_nomination bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION office.identity_remove(of_nomination bigint) TO vd_app;

--
-- Name: FUNCTION identity_restore(of_nomination bigint); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.identity_restore(of_nomination bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION office.identity_restore(of_nomination bigint) TO vd_app;

--
-- Name: FUNCTION import_drop_abandoned(); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.import_drop_abandoned() FROM PUBLIC;
GRANT ALL ON FUNCTION office.import_drop_abandoned() TO vd_app;

--
-- Name: FUNCTION import_waits(); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.import_waits() FROM PUBLIC;
GRANT ALL ON FUNCTION office.import_waits() TO vd_app;

--
-- Name: FUNCTION job_notify(); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.job_notify() FROM PUBLIC;
GRANT ALL ON FUNCTION office.job_notify() TO vd_app;

--
-- Name: FUNCTION last_beat(); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.last_beat() FROM PUBLIC;
GRANT ALL ON FUNCTION office.last_beat() TO vd_app;

--
-- Name: FUNCTION login_failures(typed text, client text, from_device text); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.login_failures(typed text, client text, from_device text) FROM PUBLIC;
GRANT ALL ON FUNCTION office.login_failures(typed text, client text, from_device text) TO vd_app;

--
-- Name: FUNCTION login_lookup(typed text); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.login_lookup(typed text) FROM PUBLIC;
GRANT ALL ON FUNCTION office.login_lookup(typed text) TO vd_app;

--
-- Name: FUNCTION login_record(typed text, client text, ok boolean, from_device text); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.login_record(typed text, client text, ok boolean, from_device text) FROM PUBLIC;
GRANT ALL ON FUNCTION office.login_record(typed text, client text, ok boolean, from_device text) TO vd_app;

--
-- Name: FUNCTION mail_claim(lease interval); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.mail_claim(lease interval) FROM PUBLIC;
GRANT ALL ON FUNCTION office.mail_claim(lease interval) TO vd_app;

--
-- Name: FUNCTION mail_digest_time(after_at timestamp with time zone); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.mail_digest_time(after_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION office.mail_digest_time(after_at timestamp with time zone) TO vd_app;

--
-- Name: FUNCTION mail_due(); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.mail_due() FROM PUBLIC;
GRANT ALL ON FUNCTION office.mail_due() TO vd_app;

--
-- Name: FUNCTION mail_fold(who bigint, upto bigint, subject_text text, body_text text); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.mail_fold(who bigint, upto bigint, subject_text text, body_text text) FROM PUBLIC;
GRANT ALL ON FUNCTION office.mail_fold(who bigint, upto bigint, subject_text text, body_text text) TO vd_app;

--
-- Name: FUNCTION mail_hold(who bigint, what office.mail_trouble, answer text, pause interval); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.mail_hold(who bigint, what office.mail_trouble, answer text, pause interval) FROM PUBLIC;
GRANT ALL ON FUNCTION office.mail_hold(who bigint, what office.mail_trouble, answer text, pause interval) TO vd_app;

--
-- Name: FUNCTION mail_housekeep(); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.mail_housekeep() FROM PUBLIC;
GRANT ALL ON FUNCTION office.mail_housekeep() TO vd_app;

--
-- Name: FUNCTION mail_notify(); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.mail_notify() FROM PUBLIC;

--
-- Name: FUNCTION mail_parts(who bigint); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.mail_parts(who bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION office.mail_parts(who bigint) TO vd_app;

--
-- Name: FUNCTION mail_queue(what office.notice_kind, to_account bigint, to_unit bigint, mask integer, about text, about_id bigint, event text, subject_text text, body_text text, target text, settles boolean, not_before timestamp with time zone, to_address text); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.mail_queue(what office.notice_kind, to_account bigint, to_unit bigint, mask integer, about text, about_id bigint, event text, subject_text text, body_text text, target text, settles boolean, not_before timestamp with time zone, to_address text) FROM PUBLIC;
GRANT ALL ON FUNCTION office.mail_queue(what office.notice_kind, to_account bigint, to_unit bigint, mask integer, about text, about_id bigint, event text, subject_text text, body_text text, target text, settles boolean, not_before timestamp with time zone, to_address text) TO vd_app;

--
-- Name: FUNCTION mail_refused(who bigint, answer text, for_good boolean, pause interval); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.mail_refused(who bigint, answer text, for_good boolean, pause interval) FROM PUBLIC;
GRANT ALL ON FUNCTION office.mail_refused(who bigint, answer text, for_good boolean, pause interval) TO vd_app;

--
-- Name: FUNCTION mail_sent(who bigint, answer text); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.mail_sent(who bigint, answer text) FROM PUBLIC;
GRANT ALL ON FUNCTION office.mail_sent(who bigint, answer text) TO vd_app;

--
-- Name: FUNCTION mail_service_seen(has_server boolean, from_address text); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.mail_service_seen(has_server boolean, from_address text) FROM PUBLIC;
GRANT ALL ON FUNCTION office.mail_service_seen(has_server boolean, from_address text) TO vd_app;

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
-- Name: FUNCTION my_closes_at(season_id bigint); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.my_closes_at(season_id bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION office.my_closes_at(season_id bigint) TO vd_app;

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
-- Name: FUNCTION nomination_forget(); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.nomination_forget() FROM PUBLIC;

--
-- Name: FUNCTION nomination_log_state(); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.nomination_log_state() FROM PUBLIC;
GRANT ALL ON FUNCTION office.nomination_log_state() TO vd_app;

--
-- Name: FUNCTION nomination_unmatch(); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.nomination_unmatch() FROM PUBLIC;

--
-- Name: FUNCTION nominee_candidates(of_nominee bigint); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.nominee_candidates(of_nominee bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION office.nominee_candidates(of_nominee bigint) TO vd_app;

--
-- Name: FUNCTION nominee_check_chain(); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.nominee_check_chain() FROM PUBLIC;

--
-- Name: FUNCTION nominee_findings(of_dossier bigint, of_nomination bigint); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.nominee_findings(of_dossier bigint, of_nomination bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION office.nominee_findings(of_dossier bigint, of_nomination bigint) TO vd_app;

--
-- Name: FUNCTION nominee_forget(ids bigint[]); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.nominee_forget(ids bigint[]) FROM PUBLIC;

--
-- Name: FUNCTION nominee_keep_apart(one bigint, other bigint, why text); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.nominee_keep_apart(one bigint, other bigint, why text) FROM PUBLIC;
GRANT ALL ON FUNCTION office.nominee_keep_apart(one bigint, other bigint, why text) TO vd_app;

--
-- Name: FUNCTION nominee_link(of_nomination bigint, other bigint); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.nominee_link(of_nomination bigint, other bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION office.nominee_link(of_nomination bigint, other bigint) TO vd_app;

--
-- Name: FUNCTION nominee_look(of_nominee bigint, request text, client text); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.nominee_look(of_nominee bigint, request text, client text) FROM PUBLIC;
GRANT ALL ON FUNCTION office.nominee_look(of_nominee bigint, request text, client text) TO vd_app;

--
-- Name: FUNCTION nominee_match(keys jsonb); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.nominee_match(keys jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION office.nominee_match(keys jsonb) TO vd_app;

--
-- Name: FUNCTION nominee_match_honours(keys jsonb); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.nominee_match_honours(keys jsonb) FROM PUBLIC;

--
-- Name: FUNCTION nominee_match_lines(keys jsonb, everywhere boolean); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.nominee_match_lines(keys jsonb, everywhere boolean) FROM PUBLIC;

--
-- Name: FUNCTION nominee_merge_into(from_entry bigint, into_entry bigint, from_version integer, into_version integer, why text); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.nominee_merge_into(from_entry bigint, into_entry bigint, from_version integer, into_version integer, why text) FROM PUBLIC;
GRANT ALL ON FUNCTION office.nominee_merge_into(from_entry bigint, into_entry bigint, from_version integer, into_version integer, why text) TO vd_app;

--
-- Name: FUNCTION nominee_near(roots bigint[]); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.nominee_near(roots bigint[]) FROM PUBLIC;

--
-- Name: FUNCTION nominee_resolve(lines office.nominee_line[]); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.nominee_resolve(lines office.nominee_line[]) FROM PUBLIC;

--
-- Name: FUNCTION nominee_root(); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.nominee_root() FROM PUBLIC;

--
-- Name: FUNCTION nominee_story(of_nominee bigint); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.nominee_story(of_nominee bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION office.nominee_story(of_nominee bigint) TO vd_app;

--
-- Name: FUNCTION nominee_tail(of_nominee bigint); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.nominee_tail(of_nominee bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION office.nominee_tail(of_nominee bigint) TO vd_app;

--
-- Name: FUNCTION nominee_tell_apart(of_nomination bigint, other bigint, why text); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.nominee_tell_apart(of_nomination bigint, other bigint, why text) FROM PUBLIC;
GRANT ALL ON FUNCTION office.nominee_tell_apart(of_nomination bigint, other bigint, why text) TO vd_app;

--
-- Name: FUNCTION nominee_tellable(entry bigint); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.nominee_tellable(entry bigint) FROM PUBLIC;

--
-- Name: FUNCTION nominee_unmerge(of_merge bigint, why text); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.nominee_unmerge(of_merge bigint, why text) FROM PUBLIC;
GRANT ALL ON FUNCTION office.nominee_unmerge(of_merge bigint, why text) TO vd_app;

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
-- Name: FUNCTION read_set(attachment bigint, result office.secrecy_state, doubt boolean); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.read_set(attachment bigint, result office.secrecy_state, doubt boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION office.read_set(attachment bigint, result office.secrecy_state, doubt boolean) TO vd_app;

--
-- Name: FUNCTION read_target(attachment bigint); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.read_target(attachment bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION office.read_target(attachment bigint) TO vd_app;

--
-- Name: FUNCTION reading_roles(); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.reading_roles() FROM PUBLIC;
GRANT ALL ON FUNCTION office.reading_roles() TO vd_app;

--
-- Name: FUNCTION receipt_code(); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.receipt_code() FROM PUBLIC;
GRANT ALL ON FUNCTION office.receipt_code() TO vd_app;

--
-- Name: FUNCTION receipt_facts(filing bigint); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.receipt_facts(filing bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION office.receipt_facts(filing bigint) TO vd_app;

--
-- Name: FUNCTION receipt_keep(filing bigint, pdf bytea); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.receipt_keep(filing bigint, pdf bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION office.receipt_keep(filing bigint, pdf bytea) TO vd_app;

--
-- Name: FUNCTION receipt_queue(filing bigint); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.receipt_queue(filing bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION office.receipt_queue(filing bigint) TO vd_app;

--
-- Name: FUNCTION register_reader(); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.register_reader() FROM PUBLIC;
GRANT ALL ON FUNCTION office.register_reader() TO vd_app;

--
-- Name: FUNCTION role_bit(r office.role); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.role_bit(r office.role) FROM PUBLIC;
GRANT ALL ON FUNCTION office.role_bit(r office.role) TO vd_app;

--
-- Name: FUNCTION scan_again(); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.scan_again() FROM PUBLIC;
GRANT ALL ON FUNCTION office.scan_again() TO vd_app;

--
-- Name: FUNCTION scan_counts(); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.scan_counts() FROM PUBLIC;
GRANT ALL ON FUNCTION office.scan_counts() TO vd_app;

--
-- Name: FUNCTION scan_piece(attachment bigint, piece integer); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.scan_piece(attachment bigint, piece integer) FROM PUBLIC;
GRANT ALL ON FUNCTION office.scan_piece(attachment bigint, piece integer) TO vd_app;

--
-- Name: FUNCTION scan_report(); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.scan_report() FROM PUBLIC;
GRANT ALL ON FUNCTION office.scan_report() TO vd_app;

--
-- Name: FUNCTION scan_set(attachment bigint, result office.scan_state, finding text); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.scan_set(attachment bigint, result office.scan_state, finding text) FROM PUBLIC;
GRANT ALL ON FUNCTION office.scan_set(attachment bigint, result office.scan_state, finding text) TO vd_app;

--
-- Name: FUNCTION scan_target(attachment bigint); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.scan_target(attachment bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION office.scan_target(attachment bigint) TO vd_app;

--
-- Name: FUNCTION season_dossiers(season bigint, below bigint); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.season_dossiers(season bigint, below bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION office.season_dossiers(season bigint, below bigint) TO vd_app;

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
-- Name: FUNCTION unit_kin(of_unit bigint); Type: ACL; Schema: office; Owner: -
--

REVOKE ALL ON FUNCTION office.unit_kin(of_unit bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION office.unit_kin(of_unit bigint) TO vd_app;

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
-- Name: FUNCTION receipt_check(number text, secret text); Type: ACL; Schema: site; Owner: -
--

REVOKE ALL ON FUNCTION site.receipt_check(number text, secret text) FROM PUBLIC;
GRANT ALL ON FUNCTION site.receipt_check(number text, secret text) TO vd_public;

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
-- Name: TABLE achievement_year; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE office.achievement_year TO vd_app;

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

GRANT SELECT,INSERT ON TABLE office.attachment TO vd_app;

--
-- Name: COLUMN attachment.nomination_id; Type: ACL; Schema: office; Owner: -
--

GRANT UPDATE(nomination_id) ON TABLE office.attachment TO vd_app;

--
-- Name: COLUMN attachment.removed_at; Type: ACL; Schema: office; Owner: -
--

GRANT UPDATE(removed_at) ON TABLE office.attachment TO vd_app;

--
-- Name: COLUMN attachment.document; Type: ACL; Schema: office; Owner: -
--

GRANT UPDATE(document) ON TABLE office.attachment TO vd_app;

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
-- Name: TABLE deadline_extension; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT,INSERT ON TABLE office.deadline_extension TO vd_app;

--
-- Name: COLUMN deadline_extension.withdrawn_by; Type: ACL; Schema: office; Owner: -
--

GRANT UPDATE(withdrawn_by) ON TABLE office.deadline_extension TO vd_app;

--
-- Name: COLUMN deadline_extension.withdrawn_at; Type: ACL; Schema: office; Owner: -
--

GRANT UPDATE(withdrawn_at) ON TABLE office.deadline_extension TO vd_app;

--
-- Name: COLUMN deadline_extension.withdrawn_reason; Type: ACL; Schema: office; Owner: -
--

GRANT UPDATE(withdrawn_reason) ON TABLE office.deadline_extension TO vd_app;

--
-- Name: TABLE decision; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT,INSERT ON TABLE office.decision TO vd_app;

--
-- Name: SEQUENCE decision_id_seq; Type: ACL; Schema: office; Owner: -
--

GRANT USAGE ON SEQUENCE office.decision_id_seq TO vd_app;

--
-- Name: TABLE discipline; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT,INSERT ON TABLE office.discipline TO vd_app;

--
-- Name: TABLE dossier; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE office.dossier TO vd_app;

--
-- Name: SEQUENCE dossier_id_seq; Type: ACL; Schema: office; Owner: -
--

GRANT USAGE ON SEQUENCE office.dossier_id_seq TO vd_app;

--
-- Name: TABLE dossier_rule; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT,INSERT ON TABLE office.dossier_rule TO vd_app;

--
-- Name: TABLE draft_entry; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT,INSERT ON TABLE office.draft_entry TO vd_app;

--
-- Name: TABLE draft_open; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE office.draft_open TO vd_app;

--
-- Name: TABLE eligibility_condition; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT ON TABLE office.eligibility_condition TO vd_app;

--
-- Name: TABLE eligibility_judgement; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT,INSERT ON TABLE office.eligibility_judgement TO vd_app;

--
-- Name: COLUMN eligibility_judgement.met; Type: ACL; Schema: office; Owner: -
--

GRANT UPDATE(met) ON TABLE office.eligibility_judgement TO vd_app;

--
-- Name: COLUMN eligibility_judgement.reason; Type: ACL; Schema: office; Owner: -
--

GRANT UPDATE(reason) ON TABLE office.eligibility_judgement TO vd_app;

--
-- Name: COLUMN eligibility_judgement.judged_by; Type: ACL; Schema: office; Owner: -
--

GRANT UPDATE(judged_by) ON TABLE office.eligibility_judgement TO vd_app;

--
-- Name: COLUMN eligibility_judgement.judged_at; Type: ACL; Schema: office; Owner: -
--

GRANT UPDATE(judged_at) ON TABLE office.eligibility_judgement TO vd_app;

--
-- Name: TABLE eligibility_rule; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT ON TABLE office.eligibility_rule TO vd_app;

--
-- Name: COLUMN eligibility_rule.confirmed; Type: ACL; Schema: office; Owner: -
--

GRANT UPDATE(confirmed) ON TABLE office.eligibility_rule TO vd_app;

--
-- Name: COLUMN eligibility_rule.confirmed_by; Type: ACL; Schema: office; Owner: -
--

GRANT UPDATE(confirmed_by) ON TABLE office.eligibility_rule TO vd_app;

--
-- Name: COLUMN eligibility_rule.confirmed_at; Type: ACL; Schema: office; Owner: -
--

GRANT UPDATE(confirmed_at) ON TABLE office.eligibility_rule TO vd_app;

--
-- Name: COLUMN eligibility_rule.confirmed_reason; Type: ACL; Schema: office; Owner: -
--

GRANT UPDATE(confirmed_reason) ON TABLE office.eligibility_rule TO vd_app;

--
-- Name: COLUMN eligibility_rule.version; Type: ACL; Schema: office; Owner: -
--

GRANT UPDATE(version) ON TABLE office.eligibility_rule TO vd_app;

--
-- Name: TABLE eligibility_verdict; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT,INSERT ON TABLE office.eligibility_verdict TO vd_app;

--
-- Name: TABLE email_change; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT ON TABLE office.email_change TO vd_app;

--
-- Name: TABLE evidence_requirement; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT ON TABLE office.evidence_requirement TO vd_app;

--
-- Name: COLUMN evidence_requirement.confirmed; Type: ACL; Schema: office; Owner: -
--

GRANT UPDATE(confirmed) ON TABLE office.evidence_requirement TO vd_app;

--
-- Name: COLUMN evidence_requirement.confirmed_by; Type: ACL; Schema: office; Owner: -
--

GRANT UPDATE(confirmed_by) ON TABLE office.evidence_requirement TO vd_app;

--
-- Name: COLUMN evidence_requirement.confirmed_at; Type: ACL; Schema: office; Owner: -
--

GRANT UPDATE(confirmed_at) ON TABLE office.evidence_requirement TO vd_app;

--
-- Name: COLUMN evidence_requirement.confirmed_reason; Type: ACL; Schema: office; Owner: -
--

GRANT UPDATE(confirmed_reason) ON TABLE office.evidence_requirement TO vd_app;

--
-- Name: COLUMN evidence_requirement.version; Type: ACL; Schema: office; Owner: -
--

GRANT UPDATE(version) ON TABLE office.evidence_requirement TO vd_app;

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
-- Name: TABLE hold_ground; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT,INSERT ON TABLE office.hold_ground TO vd_app;

--
-- Name: COLUMN hold_ground.to_on; Type: ACL; Schema: office; Owner: -
--

GRANT UPDATE(to_on) ON TABLE office.hold_ground TO vd_app;

--
-- Name: COLUMN hold_ground.conclusion; Type: ACL; Schema: office; Owner: -
--

GRANT UPDATE(conclusion) ON TABLE office.hold_ground TO vd_app;

--
-- Name: COLUMN hold_ground.version; Type: ACL; Schema: office; Owner: -
--

GRANT UPDATE(version) ON TABLE office.hold_ground TO vd_app;

--
-- Name: TABLE holiday; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE office.holiday TO vd_app;

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
-- Name: TABLE initiative; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE office.initiative TO vd_app;

--
-- Name: TABLE initiative_use; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE office.initiative_use TO vd_app;

--
-- Name: TABLE job; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE office.job TO vd_app;

--
-- Name: SEQUENCE job_id_seq; Type: ACL; Schema: office; Owner: -
--

GRANT USAGE ON SEQUENCE office.job_id_seq TO vd_app;

--
-- Name: TABLE law_version; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT ON TABLE office.law_version TO vd_app;

--
-- Name: SEQUENCE login_attempt_id_seq; Type: ACL; Schema: office; Owner: -
--

GRANT USAGE ON SEQUENCE office.login_attempt_id_seq TO vd_app;

--
-- Name: COLUMN mail.id; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT(id) ON TABLE office.mail TO vd_app;

--
-- Name: COLUMN mail.account_id; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT(account_id) ON TABLE office.mail TO vd_app;

--
-- Name: COLUMN mail.address; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT(address) ON TABLE office.mail TO vd_app;

--
-- Name: COLUMN mail.kind; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT(kind) ON TABLE office.mail TO vd_app;

--
-- Name: COLUMN mail.object; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT(object) ON TABLE office.mail TO vd_app;

--
-- Name: COLUMN mail.object_id; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT(object_id) ON TABLE office.mail TO vd_app;

--
-- Name: COLUMN mail.unit_id; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT(unit_id) ON TABLE office.mail TO vd_app;

--
-- Name: COLUMN mail.subject; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT(subject) ON TABLE office.mail TO vd_app;

--
-- Name: COLUMN mail.path; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT(path) ON TABLE office.mail TO vd_app;

--
-- Name: COLUMN mail.message_id; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT(message_id) ON TABLE office.mail TO vd_app;

--
-- Name: COLUMN mail.state; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT(state),UPDATE(state) ON TABLE office.mail TO vd_app;

--
-- Name: COLUMN mail.gathered; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT(gathered),UPDATE(gathered) ON TABLE office.mail TO vd_app;

--
-- Name: COLUMN mail.digest_id; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT(digest_id) ON TABLE office.mail TO vd_app;

--
-- Name: COLUMN mail.attempts; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT(attempts),UPDATE(attempts) ON TABLE office.mail TO vd_app;

--
-- Name: COLUMN mail.next_at; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT(next_at),UPDATE(next_at) ON TABLE office.mail TO vd_app;

--
-- Name: COLUMN mail.visible_from; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT(visible_from) ON TABLE office.mail TO vd_app;

--
-- Name: COLUMN mail.tried_at; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT(tried_at) ON TABLE office.mail TO vd_app;

--
-- Name: COLUMN mail.last_error; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT(last_error),UPDATE(last_error) ON TABLE office.mail TO vd_app;

--
-- Name: COLUMN mail.created_at; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT(created_at) ON TABLE office.mail TO vd_app;

--
-- Name: COLUMN mail.sent_at; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT(sent_at) ON TABLE office.mail TO vd_app;

--
-- Name: TABLE mail_service; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT ON TABLE office.mail_service TO vd_app;

--
-- Name: COLUMN mail_service.held_until; Type: ACL; Schema: office; Owner: -
--

GRANT UPDATE(held_until) ON TABLE office.mail_service TO vd_app;

--
-- Name: TABLE mail_setting; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT ON TABLE office.mail_setting TO vd_app;

--
-- Name: COLUMN mail_setting.per_minute; Type: ACL; Schema: office; Owner: -
--

GRANT UPDATE(per_minute) ON TABLE office.mail_setting TO vd_app;

--
-- Name: COLUMN mail_setting.per_account_day; Type: ACL; Schema: office; Owner: -
--

GRANT UPDATE(per_account_day) ON TABLE office.mail_setting TO vd_app;

--
-- Name: COLUMN mail_setting.settle_minutes; Type: ACL; Schema: office; Owner: -
--

GRANT UPDATE(settle_minutes) ON TABLE office.mail_setting TO vd_app;

--
-- Name: COLUMN mail_setting.digest_hour; Type: ACL; Schema: office; Owner: -
--

GRANT UPDATE(digest_hour) ON TABLE office.mail_setting TO vd_app;

--
-- Name: COLUMN mail_setting.near_days; Type: ACL; Schema: office; Owner: -
--

GRANT UPDATE(near_days) ON TABLE office.mail_setting TO vd_app;

--
-- Name: COLUMN mail_setting.attempts_max; Type: ACL; Schema: office; Owner: -
--

GRANT UPDATE(attempts_max) ON TABLE office.mail_setting TO vd_app;

--
-- Name: COLUMN mail_setting.version; Type: ACL; Schema: office; Owner: -
--

GRANT UPDATE(version) ON TABLE office.mail_setting TO vd_app;

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
-- Name: TABLE nomination_claim; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE office.nomination_claim TO vd_app;

--
-- Name: TABLE nomination_deleted; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT,INSERT ON TABLE office.nomination_deleted TO vd_app;

--
-- Name: COLUMN nomination_deleted.restored_by; Type: ACL; Schema: office; Owner: -
--

GRANT UPDATE(restored_by) ON TABLE office.nomination_deleted TO vd_app;

--
-- Name: COLUMN nomination_deleted.restored_at; Type: ACL; Schema: office; Owner: -
--

GRANT UPDATE(restored_at) ON TABLE office.nomination_deleted TO vd_app;

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
-- Name: COLUMN nomination_identity.nomination_id; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT(nomination_id) ON TABLE office.nomination_identity TO vd_app;

--
-- Name: COLUMN nomination_identity.unit_id; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT(unit_id) ON TABLE office.nomination_identity TO vd_app;

--
-- Name: COLUMN nomination_identity.id_tail; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT(id_tail) ON TABLE office.nomination_identity TO vd_app;

--
-- Name: COLUMN nomination_identity.entered_at; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT(entered_at) ON TABLE office.nomination_identity TO vd_app;

--
-- Name: TABLE nomination_step; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT ON TABLE office.nomination_step TO vd_app;

--
-- Name: COLUMN nominee.id; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT(id) ON TABLE office.nominee TO vd_app;

--
-- Name: COLUMN nominee.kind; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT(kind) ON TABLE office.nominee TO vd_app;

--
-- Name: COLUMN nominee.name; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT(name) ON TABLE office.nominee TO vd_app;

--
-- Name: COLUMN nominee.name_key; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT(name_key) ON TABLE office.nominee TO vd_app;

--
-- Name: COLUMN nominee.gender; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT(gender) ON TABLE office.nominee TO vd_app;

--
-- Name: COLUMN nominee.born_on; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT(born_on) ON TABLE office.nominee TO vd_app;

--
-- Name: COLUMN nominee.born_year; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT(born_year) ON TABLE office.nominee TO vd_app;

--
-- Name: COLUMN nominee.unit_id; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT(unit_id) ON TABLE office.nominee TO vd_app;

--
-- Name: COLUMN nominee.merged_into; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT(merged_into) ON TABLE office.nominee TO vd_app;

--
-- Name: COLUMN nominee.root_id; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT(root_id) ON TABLE office.nominee TO vd_app;

--
-- Name: COLUMN nominee.created_at; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT(created_at) ON TABLE office.nominee TO vd_app;

--
-- Name: COLUMN nominee.version; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT(version) ON TABLE office.nominee TO vd_app;

--
-- Name: TABLE nominee_distinct; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT ON TABLE office.nominee_distinct TO vd_app;

--
-- Name: TABLE nominee_merge; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT ON TABLE office.nominee_merge TO vd_app;

--
-- Name: TABLE nominee_name; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT ON TABLE office.nominee_name TO vd_app;

--
-- Name: TABLE notice_mute; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE office.notice_mute TO vd_app;

--
-- Name: TABLE notice_setting; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE office.notice_setting TO vd_app;

--
-- Name: TABLE outage; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT ON TABLE office.outage TO vd_app;

--
-- Name: COLUMN outage.note; Type: ACL; Schema: office; Owner: -
--

GRANT UPDATE(note) ON TABLE office.outage TO vd_app;

--
-- Name: COLUMN outage.noted_by; Type: ACL; Schema: office; Owner: -
--

GRANT UPDATE(noted_by) ON TABLE office.outage TO vd_app;

--
-- Name: TABLE outage_rule; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT ON TABLE office.outage_rule TO vd_app;

--
-- Name: TABLE paper_count; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE office.paper_count TO vd_app;

--
-- Name: TABLE receipt_file; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT ON TABLE office.receipt_file TO vd_app;

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
-- Name: TABLE term; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE office.term TO vd_app;

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
-- Name: TABLE upload_limit; Type: ACL; Schema: office; Owner: -
--

GRANT SELECT ON TABLE office.upload_limit TO vd_app;

--
-- Name: COLUMN upload_limit.bytes; Type: ACL; Schema: office; Owner: -
--

GRANT UPDATE(bytes) ON TABLE office.upload_limit TO vd_app;

--
-- Name: COLUMN upload_limit.version; Type: ACL; Schema: office; Owner: -
--

GRANT UPDATE(version) ON TABLE office.upload_limit TO vd_app;

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

