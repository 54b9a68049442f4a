-- Notices by e-mail: an outbox written with what causes it, what people want of it, addresses their owner has confirmed.
set local lock_timeout = '2s';

create type office.notice_kind as enum (
	'filed', 'received', 'returned', 'decided', 'published', 'deadline_moved', 'deadline_near',
	'file_infected', 'import_done', 'confirm_address', 'address_changed', 'digest');
create type office.mail_state as enum ('waiting', 'sent', 'folded', 'suppressed', 'dead', 'dropped');
-- Why nothing can be sent at all just now.
create type office.mail_trouble as enum ('away', 'refused', 'quota');

create table office.mail (
	id bigint generated always as identity,
	account_id bigint not null,
	address text not null default '',
	kind office.notice_kind not null,
	object text not null,
	object_id bigint not null,
	unit_id bigint,
	dedupe_key text not null,
	subject text not null,
	body text not null,
	path text not null default '',
	message_id text not null default replace(gen_random_uuid()::text, '-', ''),
	state office.mail_state not null default 'waiting',
	settling boolean not null default false,
	gathered boolean not null default false,
	digest_id bigint,
	attempts integer not null default 0,
	next_at timestamptz not null default now(),
	visible_from timestamptz not null default now(),
	tried_at timestamptz,
	last_error text not null default '',
	created_at timestamptz not null default now(),
	sent_at timestamptz,
	constraint mail_pkey primary key (id),
	constraint mail_account_fkey foreign key (account_id) references office.account (id),
	constraint mail_unit_fkey foreign key (unit_id) references office.unit (id),
	constraint mail_digest_fkey foreign key (digest_id) references office.mail (id) on delete set null,
	constraint mail_dedupe_unique unique (account_id, dedupe_key),
	constraint mail_subject_check check (char_length(subject) between 1 and 300 and subject !~ '[[:cntrl:]]'),
	constraint mail_body_check check (char_length(body) <= 60000),
	constraint mail_address_check check (address !~ '[[:space:][:cntrl:]<>]'),
	constraint mail_path_check check (path = '' or path like '/%'),
	constraint mail_dedupe_check check (char_length(dedupe_key) between 1 and 200)
);
comment on table office.mail is 'Outbox: one notice for one person, written in the transaction that causes it, sent by the jobs process.';
comment on column office.mail.id is 'Internal identifier.';
comment on column office.mail.account_id is 'For whom.';
comment on column office.mail.address is 'Address as last used or intended; taken anew from the account before each try.';
comment on column office.mail.kind is 'What happened.';
comment on column office.mail.object is 'Kind of the thing it is about: "dossier".';
comment on column office.mail.object_id is 'Its identifier.';
comment on column office.mail.unit_id is 'The unit it concerns.';
comment on column office.mail.dedupe_key is 'Names the event: nobody is told the same one twice.';
comment on column office.mail.subject is 'One line, as people read it; encoded when sent.';
comment on column office.mail.body is 'Plain text; emptied after sending where it held a secret.';
comment on column office.mail.path is 'Address on our site to look at.';
comment on column office.mail.message_id is 'Left half of the Message-ID: the same at every try, so that a server can tell a repetition.';
comment on column office.mail.state is 'Waiting, sent, folded into a digest, suppressed (nobody to send to), dead (given up), dropped by an administrator.';
comment on column office.mail.settling is 'May still take up a later event of its kind about the same thing; false once a try began.';
comment on column office.mail.gathered is 'Waits for the daily digest of its person.';
comment on column office.mail.digest_id is 'The digest it was folded into.';
comment on column office.mail.attempts is 'Tries so far.';
comment on column office.mail.next_at is 'Not before; while being sent, the end of the sender''s lease.';
comment on column office.mail.visible_from is 'Not told to anybody before, an embargo for example.';
comment on column office.mail.tried_at is 'Last try.';
comment on column office.mail.last_error is 'Answer of the mail server, or why it was suppressed.';
comment on column office.mail.created_at is 'When queued.';
comment on column office.mail.sent_at is 'When the mail server took it.';
create index mail_waiting_idx on office.mail (next_at, id) where state = 'waiting';
create index mail_state_idx on office.mail (state, id);
create index mail_tried_idx on office.mail (tried_at) where tried_at is not null;
create index mail_unit_idx on office.mail (unit_id);
create index mail_digest_idx on office.mail (digest_id);
create index mail_recent_idx on office.mail (account_id, id desc);
create unique index mail_settling_unique on office.mail (account_id, kind, object, object_id) where settling;

create table office.notice_setting (
	account_id bigint not null,
	daily boolean not null default false,
	version integer not null default 1,
	constraint notice_setting_pkey primary key (account_id),
	constraint notice_setting_account_fkey foreign key (account_id) references office.account (id)
);
comment on table office.notice_setting is 'How a person wants notices; no row: each at once.';
comment on column office.notice_setting.account_id is 'Whose.';
comment on column office.notice_setting.daily is 'One digest a day instead of one mail each.';
comment on column office.notice_setting.version is 'Counts saves.';

create table office.notice_mute (
	account_id bigint not null,
	kind office.notice_kind not null,
	constraint notice_mute_pkey primary key (account_id, kind),
	constraint notice_mute_account_fkey foreign key (account_id) references office.account (id),
	constraint notice_mute_kind_check check (kind not in ('confirm_address', 'address_changed', 'digest'))
);
comment on table office.notice_mute is 'Notices a person does not want by mail; what concerns the own account cannot be muted.';
comment on column office.notice_mute.account_id is 'Who.';
comment on column office.notice_mute.kind is 'What not.';

create table office.email_change (
	id bigint generated always as identity,
	account_id bigint not null,
	email text not null,
	token_hash bytea not null,
	created_at timestamptz not null default now(),
	expires_at timestamptz not null,
	used_at timestamptz,
	constraint email_change_pkey primary key (id),
	constraint email_change_account_fkey foreign key (account_id) references office.account (id),
	constraint email_change_token_check check (octet_length(token_hash) = 32),
	constraint email_change_email_check check (char_length(email) <= 254 and email like '%_@_%' and email !~ '[[:space:][:cntrl:]<>,;]')
);
comment on table office.email_change is 'New addresses until their owner has opened the link sent there.';
comment on column office.email_change.id is 'Internal identifier.';
comment on column office.email_change.account_id is 'Whose.';
comment on column office.email_change.email is 'The address wanted.';
comment on column office.email_change.token_hash is 'SHA-256 of the token in the link; the token itself is never stored here.';
comment on column office.email_change.created_at is 'When asked for.';
comment on column office.email_change.expires_at is 'End of the link.';
comment on column office.email_change.used_at is 'When confirmed.';
create index email_change_account_idx on office.email_change (account_id, id desc);

create table office.mail_setting (
	single boolean not null default true,
	per_minute integer not null default 30,
	per_account_day integer not null default 12,
	settle_minutes integer not null default 10,
	digest_hour integer not null default 7,
	near_days integer not null default 3,
	attempts_max integer not null default 8,
	version integer not null default 1,
	constraint mail_setting_pkey primary key (single),
	constraint mail_setting_only_check check (single),
	constraint mail_setting_per_minute_check check (per_minute between 1 and 6000),
	constraint mail_setting_per_account_check check (per_account_day between 1 and 1000),
	constraint mail_setting_settle_check check (settle_minutes between 0 and 240),
	constraint mail_setting_digest_check check (digest_hour between 0 and 23),
	constraint mail_setting_near_check check (near_days between 1 and 30),
	constraint mail_setting_attempts_check check (attempts_max between 1 and 20)
);
comment on table office.mail_setting is 'Limits of the outbox; one row, set by the province''s administrators.';
comment on column office.mail_setting.single is 'There is only one row.';
comment on column office.mail_setting.per_minute is 'Tries a minute, all people together.';
comment on column office.mail_setting.per_account_day is 'Mails one person gets in 24 hours; what is more is folded into the digest.';
comment on column office.mail_setting.settle_minutes is 'How long a notice of returned nominations waits for more of them.';
comment on column office.mail_setting.digest_hour is 'Hour of the daily digest, in Ho Chi Minh City.';
comment on column office.mail_setting.near_days is 'Working days before the closing time at which unfiled drafts are reminded.';
comment on column office.mail_setting.attempts_max is 'Tries before a mail is given up.';
comment on column office.mail_setting.version is 'Counts saves.';
insert into office.mail_setting default values;

create table office.mail_service (
	single boolean not null default true,
	configured boolean,
	sender text not null default '',
	seen_at timestamptz,
	trouble office.mail_trouble,
	trouble_text text not null default '',
	trouble_since timestamptz,
	held_until timestamptz,
	failures integer not null default 0,
	last_sent_at timestamptz,
	constraint mail_service_pkey primary key (single),
	constraint mail_service_only_check check (single)
);
comment on table office.mail_service is 'State of the connection to the mail server; one row, written by the jobs process.';
comment on column office.mail_service.single is 'There is only one row.';
comment on column office.mail_service.configured is 'Whether the jobs process has a mail server; NULL: it never ran.';
comment on column office.mail_service.sender is 'Address mails come from.';
comment on column office.mail_service.seen_at is 'When the jobs process last said so.';
comment on column office.mail_service.trouble is 'What is wrong with the server; NULL: nothing.';
comment on column office.mail_service.trouble_text is 'Its answer.';
comment on column office.mail_service.trouble_since is 'Since when.';
comment on column office.mail_service.held_until is 'Nothing is tried before.';
comment on column office.mail_service.failures is 'Failures in a row.';
comment on column office.mail_service.last_sent_at is 'Last mail it took.';
insert into office.mail_service default values;

do $$
declare
	t text;
begin
	foreach t in array array['mail', 'notice_setting', 'notice_mute', 'email_change', 'mail_setting', 'mail_service'] loop
		execute format('alter table office.%I enable row level security', t);
		execute format('alter table office.%I force row level security', t);
		execute format('create policy owner_all on office.%I to vd_owner using (true) with check (true)', t);
	end loop;
end $$;

-- The text of a mail may hold a secret: only the sender gets it, through mail_claim().
grant select (id, account_id, address, kind, object, object_id, unit_id, subject, path, message_id, state, gathered, digest_id,
	attempts, next_at, visible_from, tried_at, last_error, created_at, sent_at) on office.mail to vd_app;
grant update (state, attempts, next_at, gathered, last_error) on office.mail to vd_app;
grant select, insert, update on office.notice_setting to vd_app;
grant select, insert, delete on office.notice_mute to vd_app;
grant select on office.email_change to vd_app;
grant select on office.mail_setting, office.mail_service to vd_app;
grant update (per_minute, per_account_day, settle_minutes, digest_hour, near_days, attempts_max, version) on office.mail_setting to vd_app;
grant update (held_until) on office.mail_service to vd_app;

create policy own_read on office.mail for select to vd_app using (account_id = (select office.me()) and visible_from <= now());
create policy admin_read on office.mail for select to vd_app
	using ((select office.holds_at_root(office.role_bit('administrator'))));
create policy admin_update on office.mail for update to vd_app
	using (state = 'dead' and (select office.holds_at_root(office.role_bit('administrator'))))
	with check (state in ('waiting', 'dropped') and (select office.holds_at_root(office.role_bit('administrator'))));
create policy own_all on office.notice_setting to vd_app
	using (account_id = (select office.me())) with check (account_id = (select office.me()));
create policy own_all on office.notice_mute to vd_app
	using (account_id = (select office.me())) with check (account_id = (select office.me()));
create policy own_read on office.email_change for select to vd_app using (account_id = (select office.me()));
create policy app_read on office.mail_setting for select to vd_app using (true);
create policy admin_update on office.mail_setting for update to vd_app
	using ((select office.holds_at_root(office.role_bit('administrator'))))
	with check ((select office.holds_at_root(office.role_bit('administrator'))));
create policy admin_read on office.mail_service for select to vd_app
	using ((select office.holds_at_root(office.role_bit('administrator'))));
create policy admin_update on office.mail_service for update to vd_app
	using ((select office.holds_at_root(office.role_bit('administrator'))))
	with check ((select office.holds_at_root(office.role_bit('administrator'))));

-- The next moment of the daily digest after one.
create function office.mail_digest_time(after_at timestamptz) returns timestamptz
	language sql stable security definer set search_path = office, pg_temp
	as $$ select case when today > after_at then today else today + interval '1 day' end
		from (select ((after_at at time zone 'Asia/Ho_Chi_Minh')::date + make_interval(hours => s.digest_hour))
			at time zone 'Asia/Ho_Chi_Minh' as today from office.mail_setting s) t $$;

/*
 * Queue a notice: for one account, or for whoever holds one of the roles (mask) on that very unit, or both; each person
 * once.  An account named beside a unit gets it only while still holding something there.  Says for how many it was new.
 */
create function office.mail_queue(what office.notice_kind, to_account bigint, to_unit bigint, mask integer, about text,
		about_id bigint, event text, subject_text text, body_text text, target text, settles boolean,
		not_before timestamptz, to_address text) returns integer
	language plpgsql volatile security definer set search_path = office, pg_temp
	as $$
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

/*
 * For the sender: the next mail that may go out now, leased to it.  act is 'send', 'fold' (the digest of this person is
 * due: see mail_parts and mail_fold) or 'again' (something was set aside, ask again); no row: nothing to do now.
 */
create function office.mail_claim(lease interval)
	returns table (act text, mail_id bigint, account_id bigint, address text, kind office.notice_kind, subject text, body text,
		message_id text, attempts integer)
	language plpgsql volatile security definer set search_path = office, pg_temp
	as $$
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
-- What the due digest of a person holds, oldest first.
create function office.mail_parts(who bigint)
	returns table (mail_id bigint, subject text, path text, created_at timestamptz)
	language plpgsql stable security definer set search_path = office, pg_temp
	as $$ begin
		if office.me() is not null then
			raise exception 'not a job' using errcode = '42501';
		end if;
		return query select x.id, x.subject, x.path, x.created_at from office.mail x
		where x.account_id = who and x.state = 'waiting' and x.gathered and x.next_at <= now() order by x.id limit 200;
	end $$;
create function office.mail_fold(who bigint, upto bigint, subject_text text, body_text text) returns bigint
	language plpgsql volatile security definer set search_path = office, pg_temp
	as $$
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
-- The server took it.
create function office.mail_sent(who bigint, answer text) returns void
	language plpgsql volatile security definer set search_path = office, pg_temp
	as $$ begin
		if office.me() is not null then
			raise exception 'not a job' using errcode = '42501';
		end if;
		update office.mail x set state = 'sent', sent_at = clock_timestamp(), last_error = left(answer, 500),
			body = case when x.kind = 'confirm_address' then '' else x.body end
		where x.id = who and x.state = 'waiting';
		update office.mail_service set trouble = null, trouble_text = '', trouble_since = null, held_until = null, failures = 0,
			last_sent_at = clock_timestamp();
	end $$;
-- The server refused this one mail: for good, or once more after a while.
create function office.mail_refused(who bigint, answer text, for_good boolean, pause interval) returns void
	language plpgsql volatile security definer set search_path = office, pg_temp
	as $$ begin
		if office.me() is not null then
			raise exception 'not a job' using errcode = '42501';
		end if;
		update office.mail x set last_error = left(answer, 500), next_at = clock_timestamp() + pause,
			state = case when for_good or x.attempts >= s.attempts_max then 'dead' else 'waiting' end::office.mail_state,
			body = case when x.kind = 'confirm_address' and (for_good or x.attempts >= s.attempts_max) then '' else x.body end
		from office.mail_setting s
		where x.id = who and x.state = 'waiting';
	end $$;
-- Nothing goes out now, and it is not this mail's fault: it keeps its tries, all wait.
create function office.mail_hold(who bigint, what office.mail_trouble, answer text, pause interval) returns void
	language plpgsql volatile security definer set search_path = office, pg_temp
	as $$ begin
		if office.me() is not null then
			raise exception 'not a job' using errcode = '42501';
		end if;
		update office.mail x set attempts = greatest(x.attempts - 1, 0), next_at = clock_timestamp(), last_error = left(answer, 500)
		where x.id = who and x.state = 'waiting';
		update office.mail_service set trouble = what, trouble_text = left(answer, 500),
			trouble_since = coalesce(trouble_since, clock_timestamp()), failures = failures + 1,
			held_until = clock_timestamp() + least(interval '1 hour', pause * power(2, least(failures, 8)));
	end $$;
create function office.mail_service_seen(has_server boolean, from_address text) returns void
	language plpgsql volatile security definer set search_path = office, pg_temp
	as $$ begin
		if office.me() is not null then
			raise exception 'not a job' using errcode = '42501';
		end if;
		-- A changed setting is tried at once.
		update office.mail_service set configured = has_server, sender = from_address, seen_at = clock_timestamp(), held_until = null;
	end $$;
-- Milliseconds until something may go out; NULL: nothing waits.
create function office.mail_due() returns bigint
	language sql stable security definer set search_path = office, pg_temp
	as $$ select greatest(0, ceil(extract(epoch from (greatest(w.next_at, v.held_until, t.free_at) - clock_timestamp())) * 1000))::bigint
		from (select min(next_at) as next_at from office.mail where state = 'waiting') w, office.mail_service v, office.mail_setting s,
		lateral (select case when count(*) >= s.per_minute then min(tried_at) + interval '1 minute' end as free_at
			from office.mail where tried_at > now() - interval '1 minute') t
		where w.next_at is not null $$;
-- What nobody waits for any more; addresses and texts are personal data and do not stay for ever.
create function office.mail_housekeep() returns void
	language sql volatile security definer set search_path = office, pg_temp
	as $$ update office.mail set state = 'suppressed', settling = false, last_error = 'stale'
			where state = 'waiting' and next_at < now() - interval '7 days' and visible_from < now() - interval '7 days';
		delete from office.mail where state not in ('waiting', 'dead') and created_at < now() - interval '180 days';
		delete from office.mail where state = 'dead' and created_at < now() - interval '1 year';
		delete from office.email_change where coalesce(used_at, expires_at) < now() - interval '7 days' $$;
-- Drafts nobody has filed whose round closes within so long, for the reminder.
create function office.drafts_closing(within interval)
	returns table (dossier_id bigint, unit_id bigint, created_by bigint, title text, season_name text, closes_at timestamptz, nominations bigint)
	language plpgsql stable security definer set search_path = office, pg_temp
	as $$ begin
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
-- Unfiled drafts of a round, to be told that the closing time moved; those of a unit and all below it, or (NULL) all.
create function office.drafts_of_season(of_season bigint, of_unit bigint)
	returns table (dossier_id bigint, unit_id bigint, created_by bigint, title text, season_name text)
	language sql stable security definer set search_path = office, pg_temp
	as $$ select d.id, d.unit_id, d.created_by, d.title, s.name
		from office.dossier d join office.season s on s.id = d.season_id
		where d.season_id = of_season and d.state = 'draft' and (of_unit is null
			or d.unit_id in (select c.unit_id from office.unit_closure c where c.ancestor_id = of_unit))
		order by d.id $$;

-- Ask for a new address of one's own; how many were asked for within a day, this one included.
create function office.email_change_open(wanted text, token bytea, lifetime interval)
	returns table (email_change_id bigint, today bigint)
	language plpgsql volatile security definer set search_path = office, pg_temp
	as $$
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
-- The link was opened by its owner: the address is used from now on.
create function office.email_change_confirm(token bytea) returns table (old_email text, new_email text)
	language plpgsql volatile security definer set search_path = office, pg_temp
	as $$
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
-- No address any more.
create function office.email_drop() returns text
	language plpgsql volatile security definer set search_path = office, pg_temp
	as $$
	declare
		before text;
	begin
		select a.email into before from office.account a where a.id = office.me();
		update office.account a set email = null, version = a.version + 1 where a.id = office.me();
		update office.email_change x set expires_at = least(x.expires_at, now()) where x.account_id = office.me() and x.used_at is null;
		return before;
	end $$;

revoke all on all functions in schema office from public;
grant execute on function office.mail_digest_time(timestamptz),
	office.mail_queue(office.notice_kind, bigint, bigint, integer, text, bigint, text, text, text, text, boolean, timestamptz, text),
	office.mail_claim(interval), office.mail_parts(bigint), office.mail_fold(bigint, bigint, text, text), office.mail_sent(bigint, text),
	office.mail_refused(bigint, text, boolean, interval), office.mail_hold(bigint, office.mail_trouble, text, interval),
	office.mail_service_seen(boolean, text), office.mail_due(), office.mail_housekeep(), office.drafts_closing(interval),
	office.drafts_of_season(bigint, bigint), office.email_change_open(text, bytea, interval), office.email_change_confirm(bytea),
	office.email_drop() to vd_app;

create function office.mail_notify() returns trigger language plpgsql
	as $$ begin perform pg_notify('job', 'mail'); return null; end $$;
revoke all on function office.mail_notify() from public;
create trigger mail_notify after insert or update of next_at on office.mail for each statement execute function office.mail_notify();
create trigger mail_service_notify after update of held_until on office.mail_service for each statement execute function office.mail_notify();
