-- Evidence: kinds of documents, what an award asks for, the scan for malware, the size of a file.
set local lock_timeout = '2s';

create type office.document_kind as enum (
	'letter', 'report', 'minutes', 'vote_result', 'initiative', 'completion', 'obligations', 'other');
create type office.scan_state as enum ('off', 'waiting', 'clean', 'infected', 'failed');
create type office.evidence_scope as enum ('dossier', 'nomination');
create type office.evidence_supplier as enum ('unit', 'nominee', 'unit_council', 'initiative_body', 'superior', 'agencies');

-- How large one file may be; the administrator changes it, every insert is measured by it.
create table office.upload_limit (
	id boolean not null default true,
	bytes bigint not null default 20971520,
	version integer not null default 1,
	constraint upload_limit_pkey primary key (id),
	constraint upload_limit_one_check check (id),
	constraint upload_limit_bytes_check check (bytes between 1048576 and 52428800)
);
comment on table office.upload_limit is 'How large one attached file may be; one row.';
comment on column office.upload_limit.id is 'Always true: there is one row.';
comment on column office.upload_limit.bytes is 'Bytes of one file, from 1 MB to 50 MB (kore.conf takes 64 MB a form).';
comment on column office.upload_limit.version is 'Counts saves.';
insert into office.upload_limit default values;

alter table office.attachment
	add column document office.document_kind not null default 'other',
	add column looks_secret boolean not null default false,
	add column scan office.scan_state not null default 'off',
	add column scan_at timestamptz,
	add column scan_attempts integer not null default 0,
	add column scan_finding text not null default '',
	drop constraint attachment_size_check,
	add constraint attachment_size_check check (size between 1 and 52428800),
	add constraint attachment_finding_check check (char_length(scan_finding) <= 300);
comment on column office.attachment.document is 'What paper it is, as its uploader says.';
comment on column office.attachment.looks_secret is 'Name or text reminds of a secrecy stamp without being one; shown to whoever reads it.';
comment on column office.attachment.scan is 'Malware scan: off (none was configured), waiting, clean, infected (its bytes are deleted), failed (tried again).';
comment on column office.attachment.scan_at is 'When the state of the scan last changed.';
comment on column office.attachment.scan_attempts is 'Scans that could not be made so far.';
comment on column office.attachment.scan_finding is 'Name of the malware, or why the scan failed.';
create index attachment_scan_idx on office.attachment (scan, id) where scan in ('waiting', 'failed', 'infected');

-- What the size column's check cannot say: the limit is a row, a nomination belongs to the same dossier.
create function office.attachment_check() returns trigger
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
		end if;
		if new.nomination_id is not null and (tg_op = 'INSERT' or new.nomination_id is distinct from old.nomination_id)
			and not exists (select 1 from office.nomination n where n.id = new.nomination_id and n.dossier_id = new.dossier_id) then
			raise exception 'nomination % is not in dossier %', new.nomination_id, new.dossier_id
				using errcode = '23503', constraint = 'attachment_nomination_fkey';
		end if;
		return new;
	end $$;
create trigger attachment_check before insert or update on office.attachment
	for each row execute function office.attachment_check();
-- Waiting and queued are one thing: no file waits for a scan nobody will make.
create function office.attachment_queue_scan() returns trigger
	language plpgsql security definer set search_path = office, pg_temp
	as $$ begin
		insert into office.job (kind, payload) values ('attachment.scan', jsonb_build_object('attachment_id', new.id));
		return null;
	end $$;
create trigger attachment_queue_scan after insert on office.attachment
	for each row when (new.scan = 'waiting') execute function office.attachment_queue_scan();
create trigger attachment_queue_scan_again after update of scan on office.attachment
	for each row when (new.scan = 'waiting' and old.scan <> 'waiting') execute function office.attachment_queue_scan();

-- The jobs process works for nobody's account when it scans.
create function office.scan_target(attachment bigint)
	returns table (dossier_id bigint, unit_id bigint, uploaded_by bigint, file_name text, size bigint, scan office.scan_state,
		scan_attempts integer, wanted boolean)
	language sql stable security definer set search_path = office, pg_temp
	as $$ select a.dossier_id, a.unit_id, a.uploaded_by, a.file_name, a.size, a.scan, a.scan_attempts,
			a.removed_at is null and a.scan in ('waiting', 'failed')
		from office.attachment a where a.id = attachment $$;
create function office.scan_piece(attachment bigint, piece integer) returns bytea
	language sql stable security definer set search_path = office, pg_temp
	as $$ select c.content from office.attachment_chunk c join office.attachment a on a.id = c.attachment_id
		where c.attachment_id = attachment and c.seq = piece and a.scan in ('waiting', 'failed') $$;
-- What a scan found.  Infected bytes are deleted; a scan that failed is queued again, later each time, at most ten minutes.
create function office.scan_set(attachment bigint, result office.scan_state, finding text) returns void
	language plpgsql volatile security definer set search_path = office, pg_temp
	as $$
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
-- Every file without a verdict is scanned (again); how many.
create function office.scan_again() returns bigint
	language sql volatile security definer set search_path = office, pg_temp
	as $$ with again as (
			update office.attachment a set scan = 'waiting', scan_at = now(), scan_finding = ''
			where a.scan in ('off', 'failed') and a.removed_at is null
			  and office.holds_at_root(office.role_bit('administrator')) returning 1)
		select count(*) from again $$;
-- For the administrator, who reads no dossier: what waits, what failed, what was infected.
create function office.scan_report()
	returns table (attachment_id bigint, dossier_id bigint, file_name text, unit_name text, uploaded_by text, uploaded_at timestamptz,
		scan office.scan_state, scan_at timestamptz, scan_attempts integer, scan_finding text)
	language sql stable security definer set search_path = office, pg_temp
	as $$ select a.id, a.dossier_id, a.file_name, u.name_vi, p.full_name, a.uploaded_at, a.scan, a.scan_at, a.scan_attempts, a.scan_finding
		from office.attachment a join office.unit u on u.id = a.unit_id join office.account p on p.id = a.uploaded_by
		where a.scan in ('waiting', 'failed', 'infected') and (a.removed_at is null or a.scan = 'infected')
		  and office.holds_at_root(office.role_bit('administrator'))
		order by a.scan = 'infected' desc, a.id desc limit 200 $$;
create function office.scan_counts() returns table (scan office.scan_state, total bigint)
	language sql stable security definer set search_path = office, pg_temp
	as $$ select a.scan, count(*) from office.attachment a
		where a.removed_at is null and office.holds_at_root(office.role_bit('administrator')) group by a.scan order by a.scan $$;

-- What an award's dossier is made of, dated.
create table office.evidence_requirement (
	id bigint generated always as identity,
	code text not null,
	ordinal integer not null,
	document office.document_kind not null,
	or_document office.document_kind,
	scope office.evidence_scope not null,
	required boolean not null,
	award_type_id bigint,
	category office.award_category,
	authority_levels office.authority_level[],
	kind office.nominee_kind,
	supplier office.evidence_supplier not null,
	form_no text not null default '',
	note text not null default '',
	legal_basis text not null,
	confidence text not null,
	confirmed boolean not null default false,
	binding boolean generated always as (confirmed or confidence = 'verified') stored,
	valid_from date not null,
	valid_to date,
	constraint evidence_requirement_pkey primary key (id),
	constraint evidence_requirement_award_type_fkey foreign key (award_type_id) references office.award_type (id),
	constraint evidence_requirement_code_check check (code ~ '^[A-Z][A-Z0-9_]{1,39}$'),
	constraint evidence_requirement_period_check check (valid_to is null or valid_to >= valid_from),
	constraint evidence_requirement_code_unique unique (code, valid_from),
	constraint evidence_requirement_code_exclude exclude using gist (code with =, daterange(valid_from, valid_to, '[]') with &&)
);
comment on table office.evidence_requirement is 'Papers a dossier or a nomination needs for an award, with legal basis and validity.';
comment on column office.evidence_requirement.id is 'Internal identifier.';
comment on column office.evidence_requirement.code is 'Short code, stable: D84_REPORT.';
comment on column office.evidence_requirement.ordinal is 'Place in the list.';
comment on column office.evidence_requirement.document is 'The paper.';
comment on column office.evidence_requirement.or_document is 'Another paper that does as well; NULL: none.';
comment on column office.evidence_requirement.scope is 'Once for the dossier, or for each nomination.';
comment on column office.evidence_requirement.required is 'False: only under the condition in note.';
comment on column office.evidence_requirement.award_type_id is 'Only for this award; NULL: any.';
comment on column office.evidence_requirement.category is 'Only for titles or only for forms of commendation; NULL: both.';
comment on column office.evidence_requirement.authority_levels is 'Only for awards decided there; NULL: anywhere.';
comment on column office.evidence_requirement.kind is 'Only for persons, collectives or households; NULL: all.';
comment on column office.evidence_requirement.supplier is 'Who can give it.';
comment on column office.evidence_requirement.form_no is 'Number of the form in the decree, where verified.';
comment on column office.evidence_requirement.note is 'Condition or remark, in Vietnamese.';
comment on column office.evidence_requirement.legal_basis is 'Articles it rests on.';
comment on column office.evidence_requirement.confidence is 'How far verified: "verified" binds; anything else only warns until confirmed.';
comment on column office.evidence_requirement.confirmed is 'Confirmed by the office.';
comment on column office.evidence_requirement.binding is 'Missing papers keep the dossier from being filed; else they are only pointed out.';
comment on column office.evidence_requirement.valid_from is 'First day.';
comment on column office.evidence_requirement.valid_to is 'Last day; NULL: open.';
create index evidence_requirement_award_type_idx on office.evidence_requirement (award_type_id);

do $$
declare
	t text;
begin
	foreach t in array array['upload_limit', 'evidence_requirement'] loop
		execute format('alter table office.%I enable row level security', t);
		execute format('alter table office.%I force row level security', t);
		execute format('create policy owner_all on office.%I to vd_owner using (true) with check (true)', t);
		execute format('create policy app_read on office.%I for select to vd_app using (true)', t);
	end loop;
end $$;
create policy admin_update on office.upload_limit for update to vd_app
	using ((select office.holds_at_root(office.role_bit('administrator'))))
	with check ((select office.holds_at_root(office.role_bit('administrator'))));
grant select on office.upload_limit, office.evidence_requirement to vd_app;
grant update (bytes, version) on office.upload_limit to vd_app;
-- A verdict is the scan's alone.
revoke update on office.attachment from vd_app;
grant update (nomination_id, document, removed_at) on office.attachment to vd_app;
revoke all on function office.attachment_check(), office.attachment_queue_scan(), office.scan_target(bigint),
	office.scan_piece(bigint, integer), office.scan_set(bigint, office.scan_state, text), office.scan_again(),
	office.scan_report(), office.scan_counts() from public;
grant execute on function office.scan_target(bigint), office.scan_piece(bigint, integer),
	office.scan_set(bigint, office.scan_state, text), office.scan_again(), office.scan_report(), office.scan_counts() to vd_app;
