-- Files read for the stamp of a state secret; papers an award needs confirmed by the office on a page.
set local lock_timeout = '2s';

create type office.secrecy_state as enum ('unread', 'waiting', 'clear', 'stamp');

alter table office.attachment
	add column secrecy office.secrecy_state not null default 'unread',
	add column secrecy_at timestamptz;
comment on column office.attachment.secrecy is 'Search of its text for a secrecy stamp: unread (no text one could read: a scan, a picture), waiting, clear, stamp (refused, its bytes are deleted).';
comment on column office.attachment.secrecy_at is 'When its text was read; NULL: not, or while it was uploaded.';
-- These were searched while they were uploaded; what stands in filed dossiers is not judged anew.
update office.attachment set secrecy = 'clear' where content_type like 'application/vnd.openxmlformats-officedocument.%';

create or replace function office.attachment_check() returns trigger
	language plpgsql security definer set search_path = office, pg_temp
	as $$ begin
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

-- Waiting and queued are one thing, as with the scan.
create function office.attachment_queue_read() returns trigger
	language plpgsql security definer set search_path = office, pg_temp
	as $$ begin
		insert into office.job (kind, payload) values ('attachment.read', jsonb_build_object('attachment_id', new.id));
		return null;
	end $$;
create trigger attachment_queue_read after insert on office.attachment
	for each row when (new.secrecy = 'waiting') execute function office.attachment_queue_read();

-- The jobs process works for nobody's account when it reads; an infected file has no bytes to read.
create function office.read_target(attachment bigint)
	returns table (dossier_id bigint, unit_id bigint, uploaded_by bigint, size bigint, wanted boolean)
	language sql stable security definer set search_path = office, pg_temp
	as $$ select a.dossier_id, a.unit_id, a.uploaded_by, a.size,
			a.removed_at is null and a.secrecy = 'waiting' and a.scan <> 'infected'
		from office.attachment a where a.id = attachment $$;
create or replace function office.scan_piece(attachment bigint, piece integer) returns bytea
	language sql stable security definer set search_path = office, pg_temp
	as $$ select c.content from office.attachment_chunk c join office.attachment a on a.id = c.attachment_id
		where c.attachment_id = attachment and c.seq = piece and (a.scan in ('waiting', 'failed') or a.secrecy = 'waiting') $$;
-- What reading found.  With a stamp the bytes are deleted and there is nothing left to scan.
create function office.read_set(attachment bigint, result office.secrecy_state, doubt boolean) returns void
	language plpgsql volatile security definer set search_path = office, pg_temp
	as $$ begin
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
create or replace function office.scan_again() returns bigint
	language sql volatile security definer set search_path = office, pg_temp
	as $$ with again as (
			update office.attachment a set scan = 'waiting', scan_at = now(), scan_finding = ''
			where a.scan in ('off', 'failed') and a.secrecy <> 'stamp' and a.removed_at is null
			  and office.holds_at_root(office.role_bit('administrator')) returning 1)
		select count(*) from again $$;
create or replace function office.scan_counts() returns table (scan office.scan_state, total bigint)
	language sql stable security definer set search_path = office, pg_temp
	as $$ select a.scan, count(*) from office.attachment a
		where a.removed_at is null and a.secrecy <> 'stamp' and office.holds_at_root(office.role_bit('administrator'))
		group by a.scan order by a.scan $$;
revoke all on function office.attachment_queue_read(), office.read_target(bigint),
	office.read_set(bigint, office.secrecy_state, boolean) from public;
grant execute on function office.read_target(bigint), office.read_set(bigint, office.secrecy_state, boolean) to vd_app;

-- Nobody ever queued a notice of a finished import: the browser that sends it stays until it is read.
delete from office.notice_mute where kind = 'import_done';
alter type office.notice_kind rename value 'import_done' to 'file_secret';

-- The office confirms what a dossier is made of, as it confirms the rules of eligibility.
alter table office.evidence_requirement
	add column confirmed_by bigint,
	add column confirmed_at timestamptz,
	add column confirmed_reason text not null default '',
	add column version integer not null default 1,
	add constraint evidence_requirement_confirmed_by_fkey foreign key (confirmed_by) references office.account (id),
	add constraint evidence_requirement_reason_check check (char_length(confirmed_reason) <= 500);
comment on column office.evidence_requirement.confirmed_by is 'Who confirmed it, or took the confirmation back.';
comment on column office.evidence_requirement.confirmed_at is 'When.';
comment on column office.evidence_requirement.confirmed_reason is 'On what ground.';
comment on column office.evidence_requirement.version is 'Counts confirmations and withdrawals.';
create index evidence_requirement_confirmed_by_idx on office.evidence_requirement (confirmed_by);
create policy paper_confirm on office.evidence_requirement for update to vd_app
	using ((select office.holds_at_root(office.role_bit('appraiser') | office.role_bit('administrator'))))
	with check (confirmed_by = (select office.me()));
grant update (confirmed, confirmed_by, confirmed_at, confirmed_reason, version) on office.evidence_requirement to vd_app;
