-- Dossiers, nominations, evidence, filing, imports.
set local lock_timeout = '2s';

create type office.dossier_state as enum ('draft', 'submitted', 'appraising', 'returned', 'completed');
create type office.nomination_state as enum (
	'draft', 'submitted', 'appraising', 'returned', 'eligible', 'ineligible', 'on_hold', 'council',
	'approved', 'rejected', 'decided', 'published', 'corrected', 'revoked');
create type office.gender as enum ('male', 'female');
create type office.import_state as enum ('preview', 'confirmed', 'undone', 'dropped');

create table office.dossier (
	id bigint generated always as identity,
	season_id bigint not null,
	unit_id bigint not null,
	letter_no text not null default '',
	letter_date date,
	title text not null,
	state office.dossier_state not null default 'draft',
	created_by bigint not null,
	created_at timestamptz not null default now(),
	submitted_at timestamptz,
	received_on date,
	is_sample boolean not null default false,
	version integer not null default 1,
	constraint dossier_pkey primary key (id),
	constraint dossier_unit_unique unique (id, unit_id),
	constraint dossier_season_fkey foreign key (season_id) references office.season (id),
	constraint dossier_unit_fkey foreign key (unit_id) references office.unit (id),
	constraint dossier_created_by_fkey foreign key (created_by) references office.account (id),
	constraint dossier_title_check check (char_length(title) between 1 and 300),
	constraint dossier_letter_no_check check (char_length(letter_no) <= 60)
);
comment on table office.dossier is 'What a unit files: one letter, nominations, evidence.';
comment on column office.dossier.id is 'Internal identifier.';
comment on column office.dossier.season_id is 'For this round.';
comment on column office.dossier.unit_id is 'Filed by this unit.';
comment on column office.dossier.letter_no is 'Number of the tờ trình; may be empty while a draft.';
comment on column office.dossier.letter_date is 'Date of the tờ trình.';
comment on column office.dossier.title is 'What it is about.';
comment on column office.dossier.state is 'Where it stands.';
comment on column office.dossier.created_by is 'Drafter.';
comment on column office.dossier.created_at is 'When begun.';
comment on column office.dossier.submitted_at is 'Last filing.';
comment on column office.dossier.received_on is 'Received for appraisal; pins the rule set.';
comment on column office.dossier.is_sample is 'Belongs to the living example.';
comment on column office.dossier.version is 'Counts saves.';
create unique index dossier_letter_no_unique on office.dossier (unit_id, season_id, letter_no) where letter_no <> '';
create index dossier_state_idx on office.dossier (state, submitted_at, id);
create index dossier_season_idx on office.dossier (season_id);
create index dossier_unit_idx on office.dossier (unit_id, id);

create table office.nomination (
	id bigint generated always as identity,
	dossier_id bigint not null,
	unit_id bigint not null,
	ordinal integer not null,
	kind office.nominee_kind not null,
	name text not null,
	name_folded text not null,
	gender office.gender,
	born_on date,
	born_year integer,
	position text not null default '',
	workplace text not null default '',
	award_type_id bigint not null,
	field office.achievement_field not null default 'other',
	achievement text not null default '',
	state office.nomination_state not null default 'draft',
	state_reason text not null default '',
	state_by bigint,
	state_at timestamptz not null default now(),
	import_id bigint,
	version integer not null default 1,
	constraint nomination_pkey primary key (id),
	constraint nomination_dossier_fkey foreign key (dossier_id, unit_id) references office.dossier (id, unit_id),
	constraint nomination_award_type_fkey foreign key (award_type_id) references office.award_type (id),
	constraint nomination_state_by_fkey foreign key (state_by) references office.account (id),
	constraint nomination_ordinal_unique unique (dossier_id, ordinal) deferrable initially deferred,
	constraint nomination_name_check check (char_length(name) between 1 and 200),
	constraint nomination_position_check check (char_length(position) <= 200),
	constraint nomination_workplace_check check (char_length(workplace) <= 300),
	constraint nomination_achievement_check check (char_length(achievement) <= 4000),
	constraint nomination_person_check check (kind = 'person' or (gender is null and born_on is null and born_year is null)),
	constraint nomination_born_check check (born_on is null or (born_on > '1900-01-01' and born_on < '2200-01-01'))
);
comment on table office.nomination is 'One nominee proposed for one award.';
comment on column office.nomination.id is 'Internal identifier.';
comment on column office.nomination.dossier_id is 'In this dossier.';
comment on column office.nomination.unit_id is 'The dossier''s unit, for row-level security.';
comment on column office.nomination.ordinal is 'Place in the list, from 1.';
comment on column office.nomination.kind is 'Person, collective or household.';
comment on column office.nomination.name is 'Full name, or name of the collective or head of household.';
comment on column office.nomination.name_folded is 'vn_fold of the name.';
comment on column office.nomination.gender is 'Only where recorded.';
comment on column office.nomination.born_on is 'Date of birth when known to the day.';
comment on column office.nomination.born_year is 'Year of birth when only that is known.';
comment on column office.nomination.position is 'Position or occupation.';
comment on column office.nomination.workplace is 'Unit or address as written by the drafter.';
comment on column office.nomination.award_type_id is 'Proposed award.';
comment on column office.nomination.field is 'Field of the achievement.';
comment on column office.nomination.achievement is 'Summary of the achievement.';
comment on column office.nomination.state is 'Where it stands.';
comment on column office.nomination.state_reason is 'Reason of the last change where one was given.';
comment on column office.nomination.state_by is 'Who changed the state last.';
comment on column office.nomination.state_at is 'When.';
comment on column office.nomination.import_id is 'Import that made it.';
comment on column office.nomination.version is 'Counts saves.';
create index nomination_unit_idx on office.nomination (unit_id);
create index nomination_state_idx on office.nomination (state, id);
create index nomination_award_type_idx on office.nomination (award_type_id);
create index nomination_name_folded_idx on office.nomination (name_folded text_pattern_ops);

create table office.nomination_step (
	from_state office.nomination_state not null,
	to_state office.nomination_state not null,
	constraint nomination_step_pkey primary key (from_state, to_state)
);
comment on table office.nomination_step is 'Which state may follow which; nothing else is possible.';
comment on column office.nomination_step.from_state is 'From.';
comment on column office.nomination_step.to_state is 'To.';
insert into office.nomination_step (from_state, to_state) values
	('draft', 'submitted'),
	('submitted', 'appraising'), ('submitted', 'returned'), ('submitted', 'eligible'), ('submitted', 'ineligible'), ('submitted', 'on_hold'),
	('submitted', 'draft'),
	('appraising', 'returned'), ('appraising', 'eligible'), ('appraising', 'ineligible'), ('appraising', 'on_hold'),
	('returned', 'submitted'),
	('eligible', 'council'), ('eligible', 'appraising'), ('eligible', 'on_hold'), ('eligible', 'returned'),
	('ineligible', 'appraising'),
	('on_hold', 'appraising'),
	('council', 'approved'), ('council', 'rejected'), ('council', 'eligible'), ('council', 'on_hold'),
	('approved', 'decided'), ('approved', 'on_hold'),
	('decided', 'published'), ('decided', 'revoked'),
	('published', 'corrected'), ('published', 'revoked'),
	('corrected', 'corrected'), ('corrected', 'revoked');

create table office.nomination_event (
	id bigint generated always as identity,
	nomination_id bigint not null,
	from_state office.nomination_state,
	to_state office.nomination_state not null,
	reason text not null default '',
	account_id bigint,
	at timestamptz not null default now(),
	constraint nomination_event_pkey primary key (id),
	constraint nomination_event_nomination_fkey foreign key (nomination_id) references office.nomination (id) on delete cascade,
	constraint nomination_event_account_fkey foreign key (account_id) references office.account (id)
);
comment on table office.nomination_event is 'The story of a nomination, written by the database itself.';
comment on column office.nomination_event.id is 'Order of writing.';
comment on column office.nomination_event.nomination_id is 'Of this nomination.';
comment on column office.nomination_event.from_state is 'Before; NULL when it was made.';
comment on column office.nomination_event.to_state is 'After.';
comment on column office.nomination_event.reason is 'Reason given.';
comment on column office.nomination_event.account_id is 'Who.';
comment on column office.nomination_event.at is 'When.';
create index nomination_event_nomination_idx on office.nomination_event (nomination_id, id);

create function office.nomination_check_step() returns trigger
	language plpgsql security definer set search_path = office, pg_temp
	as $$ begin
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
create trigger nomination_check_step before update of state on office.nomination
	for each row execute function office.nomination_check_step();
create function office.nomination_log_state() returns trigger
	language plpgsql security definer set search_path = office, pg_temp
	as $$ begin
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
create trigger nomination_log_insert after insert on office.nomination
	referencing new table as new_rows for each statement execute function office.nomination_log_state();
create trigger nomination_log_update after update on office.nomination
	referencing old table as old_rows new table as new_rows for each statement execute function office.nomination_log_state();

create table office.attachment (
	id bigint generated always as identity,
	dossier_id bigint not null,
	unit_id bigint not null,
	nomination_id bigint,
	file_name text not null,
	content_type text not null,
	size bigint not null,
	sha256 text not null,
	uploaded_by bigint not null,
	uploaded_at timestamptz not null default now(),
	removed_at timestamptz,
	constraint attachment_pkey primary key (id),
	constraint attachment_dossier_fkey foreign key (dossier_id, unit_id) references office.dossier (id, unit_id),
	constraint attachment_nomination_fkey foreign key (nomination_id) references office.nomination (id) on delete set null,
	constraint attachment_uploaded_by_fkey foreign key (uploaded_by) references office.account (id),
	constraint attachment_size_check check (size between 1 and 20971520),
	constraint attachment_file_name_check check (char_length(file_name) between 1 and 255)
);
comment on table office.attachment is 'Evidence; the bytes are in attachment_chunk.';
comment on column office.attachment.id is 'Internal identifier.';
comment on column office.attachment.dossier_id is 'In this dossier.';
comment on column office.attachment.unit_id is 'The dossier''s unit.';
comment on column office.attachment.nomination_id is 'For one nomination; NULL for the whole dossier.';
comment on column office.attachment.file_name is 'Name as sent.';
comment on column office.attachment.content_type is 'Judged from the content.';
comment on column office.attachment.size is 'Bytes.';
comment on column office.attachment.sha256 is 'Of the whole file, hex.';
comment on column office.attachment.uploaded_by is 'Who.';
comment on column office.attachment.uploaded_at is 'When.';
comment on column office.attachment.removed_at is 'Taken out of the draft; kept for history.';
create index attachment_dossier_idx on office.attachment (dossier_id);
create index attachment_nomination_idx on office.attachment (nomination_id);

create table office.attachment_chunk (
	attachment_id bigint not null,
	seq integer not null,
	content bytea not null,
	constraint attachment_chunk_pkey primary key (attachment_id, seq),
	constraint attachment_chunk_attachment_fkey foreign key (attachment_id) references office.attachment (id) on delete cascade
);
comment on table office.attachment_chunk is 'Bytes of a file in pieces of at most 256 kB, so that no process holds it whole.';
comment on column office.attachment_chunk.attachment_id is 'Of this file.';
comment on column office.attachment_chunk.seq is 'Piece, from 0.';
comment on column office.attachment_chunk.content is 'Bytes.';

create table office.filing (
	id bigint generated always as identity,
	dossier_id bigint not null,
	unit_id bigint not null,
	receipt_no text not null,
	filed_by bigint not null,
	filed_at timestamptz not null default now(),
	nominations integer not null,
	content text not null,
	sha256 text not null,
	constraint filing_pkey primary key (id),
	constraint filing_receipt_unique unique (receipt_no),
	constraint filing_dossier_fkey foreign key (dossier_id, unit_id) references office.dossier (id, unit_id),
	constraint filing_filed_by_fkey foreign key (filed_by) references office.account (id)
);
comment on table office.filing is 'A frozen copy of what was filed, with its receipt.';
comment on column office.filing.id is 'Internal identifier.';
comment on column office.filing.dossier_id is 'Of this dossier.';
comment on column office.filing.unit_id is 'The dossier''s unit.';
comment on column office.filing.receipt_no is 'Number on the receipt.';
comment on column office.filing.filed_by is 'Who filed.';
comment on column office.filing.filed_at is 'When.';
comment on column office.filing.nominations is 'How many.';
comment on column office.filing.content is 'Canonical JSON of everything filed, file hashes included.';
comment on column office.filing.sha256 is 'Of content, hex.';
create index filing_dossier_idx on office.filing (dossier_id, id);
create sequence office.receipt_seq;

create table office.import (
	id bigint generated always as identity,
	dossier_id bigint not null,
	unit_id bigint not null,
	file_name text not null,
	state office.import_state not null default 'preview',
	created_by bigint not null,
	created_at timestamptz not null default now(),
	confirmed_at timestamptz,
	constraint import_pkey primary key (id),
	constraint import_dossier_fkey foreign key (dossier_id, unit_id) references office.dossier (id, unit_id),
	constraint import_created_by_fkey foreign key (created_by) references office.account (id)
);
comment on table office.import is 'A sheet being imported into a dossier: preview first, then all or nothing.';
comment on column office.import.id is 'Internal identifier.';
comment on column office.import.dossier_id is 'Into this dossier.';
comment on column office.import.unit_id is 'The dossier''s unit.';
comment on column office.import.file_name is 'As sent.';
comment on column office.import.state is 'Preview, confirmed, undone, dropped.';
comment on column office.import.created_by is 'Who.';
comment on column office.import.created_at is 'When.';
comment on column office.import.confirmed_at is 'When confirmed.';
create index import_dossier_idx on office.import (dossier_id, id);
alter table office.nomination add constraint nomination_import_fkey foreign key (import_id) references office.import (id);
create index nomination_import_idx on office.nomination (import_id);

create table office.import_row (
	import_id bigint not null,
	row_no integer not null,
	raw jsonb not null,
	kind office.nominee_kind,
	name text not null default '',
	name_folded text not null default '',
	gender office.gender,
	born_on date,
	born_year integer,
	position text not null default '',
	workplace text not null default '',
	award_type_id bigint,
	field office.achievement_field not null default 'other',
	achievement text not null default '',
	problems text not null default '',
	warnings text not null default '',
	duplicate boolean not null default false,
	constraint import_row_pkey primary key (import_id, row_no),
	constraint import_row_import_fkey foreign key (import_id) references office.import (id) on delete cascade,
	constraint import_row_award_type_fkey foreign key (award_type_id) references office.award_type (id)
);
comment on table office.import_row is 'One line of the sheet with what was understood and what is wrong.';
comment on column office.import_row.import_id is 'Of this import.';
comment on column office.import_row.row_no is 'Line in the file, from 1.';
comment on column office.import_row.raw is 'Cells as sent.';
comment on column office.import_row.kind is 'Understood kind.';
comment on column office.import_row.name is 'Understood name.';
comment on column office.import_row.name_folded is 'Folded.';
comment on column office.import_row.gender is 'Understood gender.';
comment on column office.import_row.born_on is 'Understood date.';
comment on column office.import_row.born_year is 'Understood year.';
comment on column office.import_row.position is 'Understood position.';
comment on column office.import_row.workplace is 'Understood workplace.';
comment on column office.import_row.award_type_id is 'Understood award; NULL when unknown.';
comment on column office.import_row.achievement is 'Understood achievement.';
comment on column office.import_row.field is 'Understood field of the achievement.';
comment on column office.import_row.problems is 'Problems, one a line: message id, then its arguments after tabs; empty: can be imported.';
comment on column office.import_row.warnings is 'As problems, but the row can be imported.';
comment on column office.import_row.duplicate is 'Already there word for word; left out when confirmed.';
