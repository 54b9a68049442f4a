-- Publication: honour lists in the office, artifacts and entries on the site.
set local lock_timeout = '2s';

create type office.list_state as enum ('draft', 'prepared', 'confirmed', 'publishing', 'published', 'revoked');
create type site.entry_state as enum ('shown', 'corrected', 'revoked');

create table office.honour_list (
	id bigint generated always as identity,
	decision_id bigint not null,
	unit_id bigint not null,
	slug text not null,
	title text not null,
	introduction text not null default '',
	state office.list_state not null default 'draft',
	prepared_by bigint not null,
	confirmed_by bigint,
	confirmed_at timestamptz,
	content_sha256 text,
	release_at timestamptz,
	published_version integer not null default 0,
	job_id bigint,
	correction text not null default '',
	revoked_on date,
	is_sample boolean not null default false,
	version integer not null default 1,
	constraint honour_list_pkey primary key (id),
	constraint honour_list_decision_fkey foreign key (decision_id) references office.decision (id),
	constraint honour_list_unit_fkey foreign key (unit_id) references office.unit (id),
	constraint honour_list_slug_unique unique (slug),
	constraint honour_list_slug_check check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(slug) <= 120),
	constraint honour_list_title_check check (char_length(title) between 1 and 300),
	constraint honour_list_introduction_check check (char_length(introduction) <= 2000),
	constraint honour_list_two_people_check check (confirmed_by is null or confirmed_by <> prepared_by),
	constraint honour_list_confirmed_check check (state not in ('confirmed', 'publishing', 'published', 'revoked')
		or (confirmed_by is not null and confirmed_at is not null and content_sha256 is not null)),
	constraint honour_list_released_check check (state not in ('publishing', 'published', 'revoked') or release_at is not null),
	constraint honour_list_correction_check check (char_length(correction) <= 1000),
	constraint honour_list_prepared_by_fkey foreign key (prepared_by) references office.account (id),
	constraint honour_list_confirmed_by_fkey foreign key (confirmed_by) references office.account (id),
	constraint honour_list_job_fkey foreign key (job_id) references office.job (id)
);
comment on table office.honour_list is 'An honour list being prepared from a decision, then published.';
comment on column office.honour_list.id is 'Internal identifier.';
comment on column office.honour_list.decision_id is 'From this decision.';
comment on column office.honour_list.unit_id is 'Published by this unit.';
comment on column office.honour_list.slug is 'Address: lower case, digits, dashes.';
comment on column office.honour_list.title is 'Title the public sees.';
comment on column office.honour_list.introduction is 'Opening paragraph.';
comment on column office.honour_list.state is 'Where it stands.';
comment on column office.honour_list.prepared_by is 'Publisher who prepared it.';
comment on column office.honour_list.confirmed_by is 'Second person.';
comment on column office.honour_list.confirmed_at is 'When.';
comment on column office.honour_list.content_sha256 is 'Of exactly what was confirmed.';
comment on column office.honour_list.release_at is 'Visible from; NULL until chosen.';
comment on column office.honour_list.published_version is 'Version on the site; 0: none.';
comment on column office.honour_list.job_id is 'Rendering job, for progress.';
comment on column office.honour_list.correction is 'What the coming version corrects, for the public; '''' in the first.';
comment on column office.honour_list.revoked_on is 'The whole list is revoked from this day; NULL: it stands.';
comment on column office.honour_list.is_sample is 'Belongs to the living example.';
comment on column office.honour_list.version is 'Counts saves.';
create index honour_list_decision_idx on office.honour_list (decision_id);

create table office.honour_list_entry (
	honour_list_id bigint not null,
	honour_id bigint not null,
	shown boolean not null default true,
	left_out_reason text not null default '',
	achievement text not null default '',
	anchor text not null,
	name text not null default '',
	position text not null default '',
	revoked_on date,
	note text not null default '',
	version integer not null default 1,
	constraint honour_list_entry_pkey primary key (honour_list_id, honour_id),
	constraint honour_list_entry_anchor_unique unique (honour_list_id, anchor),
	constraint honour_list_entry_anchor_check check (anchor ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(anchor) <= 160),
	constraint honour_list_entry_left_out_check check (shown or left_out_reason <> ''),
	constraint honour_list_entry_revoked_check check (revoked_on is null or note <> ''),
	constraint honour_list_entry_text_check check (char_length(achievement) <= 4000 and char_length(name) <= 200
		and char_length(position) <= 200 and char_length(note) <= 500 and char_length(left_out_reason) <= 500),
	constraint honour_list_entry_list_fkey foreign key (honour_list_id) references office.honour_list (id),
	constraint honour_list_entry_honour_fkey foreign key (honour_id) references office.honour (id)
);
comment on table office.honour_list_entry is 'An honour on a list; may be left out or worded for the public before confirmation.';
comment on column office.honour_list_entry.honour_list_id is 'On this list.';
comment on column office.honour_list_entry.honour_id is 'This honour.';
comment on column office.honour_list_entry.shown is 'False: left out, with a reason.';
comment on column office.honour_list_entry.left_out_reason is 'Why left out.';
comment on column office.honour_list_entry.achievement is 'Wording for the public; '''' means as in the register.';
comment on column office.honour_list_entry.anchor is 'Stable address inside the list: ordinal and name when the list was begun.';
comment on column office.honour_list_entry.name is 'Corrected name; '''' means as in the register.';
comment on column office.honour_list_entry.position is 'Corrected position; '''' means as in the register.';
comment on column office.honour_list_entry.revoked_on is 'Revoked on this list; stays visible as revoked.';
comment on column office.honour_list_entry.note is 'Reason of a correction or revocation, for the public.';
comment on column office.honour_list_entry.version is 'Counts saves.';
create index honour_list_entry_honour_idx on office.honour_list_entry (honour_id);

create table site.list (
	slug text not null,
	version integer not null,
	title text not null,
	introduction text not null default '',
	unit_code text not null,
	unit_name text not null,
	decision_no text not null,
	decision_date date not null,
	year integer not null,
	entries integer not null,
	visible_from timestamptz not null,
	created_at timestamptz not null default now(),
	correction text not null default '',
	revoked boolean not null default false,
	revoked_on date,
	constraint list_pkey primary key (slug, version),
	constraint list_visible_check check (version >= 1)
);
comment on table site.list is 'Published honour lists; one row per version, never changed.';
comment on column site.list.slug is 'Address.';
comment on column site.list.version is 'From 1.';
comment on column site.list.title is 'Title.';
comment on column site.list.introduction is 'Opening paragraph.';
comment on column site.list.unit_code is 'Publishing unit.';
comment on column site.list.unit_name is 'Its name.';
comment on column site.list.decision_no is 'Decision.';
comment on column site.list.decision_date is 'Its date.';
comment on column site.list.year is 'Year honoured.';
comment on column site.list.entries is 'How many.';
comment on column site.list.visible_from is 'Not readable before.';
comment on column site.list.created_at is 'Written when.';
comment on column site.list.correction is 'What changed against the version before; '''' in the first.';
comment on column site.list.revoked is 'The whole list is revoked.';
comment on column site.list.revoked_on is 'From this day.';
create index list_visible_idx on site.list (visible_from desc, slug);

create table site.entry (
	id bigint generated always as identity,
	list_slug text not null,
	list_version integer not null,
	current boolean not null default true,
	anchor text not null,
	ordinal integer not null,
	kind office.nominee_kind not null,
	name text not null,
	name_folded text not null,
	position text not null default '',
	unit_code text not null,
	unit_name text not null,
	award_code text not null,
	award_name_vi text not null,
	award_name_en text not null,
	field office.achievement_field not null,
	year integer not null,
	achievement text not null default '',
	decision_no text not null,
	decision_date date not null,
	state site.entry_state not null default 'shown',
	revoked_on date,
	note text not null default '',
	search_folded text not null,
	visible_from timestamptz not null,
	constraint entry_pkey primary key (id),
	constraint entry_list_fkey foreign key (list_slug, list_version) references site.list (slug, version),
	constraint entry_anchor_unique unique (list_slug, list_version, anchor)
);
comment on table site.entry is 'Published honourees: only the whitelisted fields; one row per list version.';
comment on column site.entry.id is 'Order of writing; keyset.';
comment on column site.entry.list_slug is 'On this list.';
comment on column site.entry.list_version is 'In this version.';
comment on column site.entry.current is 'Belongs to the newest version of its list.';
comment on column site.entry.anchor is 'Stable address inside the list: ordinal and name.';
comment on column site.entry.ordinal is 'Number in the golden book.';
comment on column site.entry.kind is 'Person, collective, household.';
comment on column site.entry.name is 'Name.';
comment on column site.entry.name_folded is 'Folded, for search.';
comment on column site.entry.position is 'Position.';
comment on column site.entry.unit_code is 'Unit code.';
comment on column site.entry.unit_name is 'Unit name.';
comment on column site.entry.award_code is 'Award.';
comment on column site.entry.award_name_vi is 'Award name.';
comment on column site.entry.award_name_en is 'English name.';
comment on column site.entry.field is 'Field.';
comment on column site.entry.year is 'Year honoured.';
comment on column site.entry.achievement is 'Achievement.';
comment on column site.entry.decision_no is 'Decision.';
comment on column site.entry.decision_date is 'Its date.';
comment on column site.entry.state is 'Shown, corrected, revoked.';
comment on column site.entry.revoked_on is 'When revoked.';
comment on column site.entry.note is 'Reason of a correction or revocation.';
comment on column site.entry.search_folded is 'Folded name, unit and award: the words it is found by.';
comment on column site.entry.visible_from is 'Not readable before.';
create index entry_recent_idx on site.entry (year desc, id desc) where current;
create index entry_name_idx on site.entry (name_folded text_pattern_ops) where current;

create table site.entry_word (
	word text not null,
	year integer not null,
	entry_id bigint not null,
	visible_from timestamptz not null,
	constraint entry_word_pkey primary key (word, year, entry_id) include (visible_from),
	constraint entry_word_entry_fkey foreign key (entry_id) references site.entry (id)
);
comment on table site.entry_word is 'Inverted index of the current entries: every word, the whole name as =name, and award, unit and field as a:, u:, f: terms; read newest first and never counted, so that a search costs the same at any size.';
comment on column site.entry_word.word is 'Folded word, or =NAME, a:CODE, u:CODE, f:FIELD.';
comment on column site.entry_word.year is 'Year honoured.';
comment on column site.entry_word.entry_id is 'Entry.';
comment on column site.entry_word.visible_from is 'As in the entry: the embargo holds here too.';

create table site.word (
	word text not null,
	entries bigint not null,
	constraint word_pkey primary key (word)
);
comment on table site.word is 'How many current entries hold a word: a search begins with the rarest.';
comment on column site.word.word is 'As in site.entry_word.';
comment on column site.word.entries is 'Kept up by each publication.';

create table site.facet (
	kind text not null,
	code text not null,
	name_vi text not null,
	name_en text not null,
	visible_from timestamptz not null,
	constraint facet_pkey primary key (kind, code),
	constraint facet_kind_check check (kind in ('award', 'unit', 'field', 'year'))
);
comment on table site.facet is 'What the public can filter by: awards, units, fields and years that were published.';
comment on column site.facet.kind is 'award, unit, field or year.';
comment on column site.facet.code is 'Code of it.';
comment on column site.facet.name_vi is 'Name.';
comment on column site.facet.name_en is 'English name.';
comment on column site.facet.visible_from is 'Since the first list that has it.';

create table site.artifact (
	path text not null,
	version integer not null,
	list_slug text not null,
	content_type text not null,
	etag text not null,
	policy text not null default '',
	plain bytea not null,
	gzip bytea,
	brotli bytea,
	visible_from timestamptz not null,
	created_at timestamptz not null default now(),
	constraint artifact_pkey primary key (path, version)
);
comment on table site.artifact is 'Rendered bytes by address; one row per version, never changed.';
comment on column site.artifact.path is 'Address without query, language included.';
comment on column site.artifact.version is 'List version it belongs to.';
comment on column site.artifact.list_slug is 'List it was rendered for.';
comment on column site.artifact.content_type is 'Content type.';
comment on column site.artifact.etag is 'Quoted strong tag: hash of the plain bytes.';
comment on column site.artifact.policy is 'Content-Security-Policy with the hashes of what the page holds inline; '''' for the usual one.';
comment on column site.artifact.plain is 'As is.';
comment on column site.artifact.gzip is 'Compressed, where worth it.';
comment on column site.artifact.brotli is 'Compressed, where worth it.';
comment on column site.artifact.visible_from is 'Not readable before.';
comment on column site.artifact.created_at is 'Written when.';
create index artifact_list_idx on site.artifact (list_slug, version);

create table site.generation (
	single boolean not null default true,
	number bigint not null default 1,
	constraint generation_pkey primary key (single),
	constraint generation_only_check check (single)
);
comment on table site.generation is 'One row: counts publications, so that caches know when to look again.';
comment on column site.generation.single is 'There is one row.';
comment on column site.generation.number is 'Grows with every publication.';
insert into site.generation default values;
