-- Imports of sheets: cells kept as sent, a class for each row, changes and removals, undone as one act.
set local lock_timeout = '2s';

alter type office.import_state add value 'loading' before 'preview';
create type office.import_source as enum ('csv', 'xlsx', 'paste');
create type office.import_class as enum ('new', 'changed', 'same', 'duplicate', 'problem', 'removed', 'ignored');
create type office.import_decision as enum ('auto', 'drop', 'keep');
create type office.import_seal as enum ('none', 'good', 'damaged', 'foreign');

alter table office.award_alias add column loose boolean not null default true;
comment on column office.award_alias.loose is 'A short or loose name, proposed and confirmed by a person; false: as good as the name itself. The seed says which.';
alter table office.import
	add column source office.import_source not null default 'csv',
	add column total_rows integer not null default 0,
	add column header_row integer not null default 0,
	add column mapping text not null default '',
	add column headings jsonb not null default '[]',
	add column mapping_chosen boolean not null default false,
	add column answers jsonb not null default '[]',
	add column notes text not null default '',
	add column seal office.import_seal not null default 'none',
	add column seal_keys jsonb not null default '[]',
	add column seen text not null default '',
	add column order_before bigint[],
	add column removed_too boolean not null default false,
	add constraint import_file_name_check check (char_length(file_name) between 1 and 255) not valid,
	add constraint import_total_rows_check check (total_rows between 0 and 20000);
comment on column office.import.state is 'Loading, preview, confirmed, undone, dropped.';
comment on column office.import.source is 'What was read: a CSV file, a workbook, pasted cells.';
comment on column office.import.total_rows is 'How many rows were announced; 0 when unknown.';
comment on column office.import.header_row is 'Row of the column headings; 0 when there is none.';
comment on column office.import.mapping is 'Meaning of each column from the left, parted by commas; empty: not read.';
comment on column office.import.headings is 'What stands above each column.';
comment on column office.import.mapping_chosen is 'A person chose the mapping; it is not proposed anew.';
comment on column office.import.answers is 'Confirmed meanings of loose award names: [folded text, kind of nominee, award type].';
comment on column office.import.notes is 'What to know about the whole sheet, as import_row.warnings.';
comment on column office.import.seal is 'Whether the sheet is a workbook of ours that came back, and whole.';
comment on column office.import.seal_keys is 'Row keys the exported workbook carried.';
comment on column office.import.seen is 'Hash of the preview: a confirmation names what was seen.';
comment on column office.import.order_before is 'Nominations of the dossier in their order before confirmation, for undoing.';
comment on column office.import.removed_too is 'Nominations missing in the workbook were deleted when confirmed.';

alter table office.import_row
	add column class office.import_class not null default 'new',
	add column decision office.import_decision not null default 'auto',
	add column fix jsonb not null default '{}',
	add column award_typed text not null default '',
	add column award_pending boolean not null default false,
	add column nomination_id bigint,
	add column nomination_version integer,
	add column changes text not null default '',
	add column old jsonb,
	add column digest text not null default '';
update office.import_row set
	class = case when problems <> '' then 'problem' when duplicate then 'duplicate' else 'new' end::office.import_class,
	problems = regexp_replace(problems, '^(.)', E'\t\\1', 'gn'),
	warnings = regexp_replace(warnings, '^(.)', E'\t\\1', 'gn');
alter table office.import_row drop column duplicate;
comment on column office.import_row.raw is 'Cells as sent: text, number, boolean, null, {"d": date}, {"f": formula, "v": value}.';
comment on column office.import_row.problems is 'Problems, one a line: column, message id, then its arguments, parted by tabs; empty: can be imported.';
comment on column office.import_row.warnings is 'As problems, but the row can be imported; for ignored rows the reason.';
comment on column office.import_row.class is 'What confirming does with the row.';
comment on column office.import_row.decision is 'What a person decided: leave it out, or take it although the reading says otherwise.';
comment on column office.import_row.fix is 'Texts a person typed in place of cells, by column.';
comment on column office.import_row.award_typed is 'Award as written.';
comment on column office.import_row.award_pending is 'The meaning of the written award awaits an answer.';
comment on column office.import_row.nomination_id is 'Nomination it changes, equals or removes; when confirmed also the one it made. No foreign key: it may be deleted.';
comment on column office.import_row.nomination_version is 'Version of that nomination when the row was read; when confirmed the one left behind.';
comment on column office.import_row.changes is 'Columns that differ from the nomination, parted by commas.';
comment on column office.import_row.old is 'The whole nomination before it was changed or removed.';
comment on column office.import_row.digest is 'Hash of what was understood, so that only differences are written.';
create index import_row_class_idx on office.import_row (import_id, class, row_no);
