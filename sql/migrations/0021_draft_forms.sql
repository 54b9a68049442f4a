-- Drafts of declarations too; an import that was cut goes on when the same table is sent again.
set local lock_timeout = '2s';

-- Every row there is passes the narrower rule, so that none has to be read.
alter table office.draft_entry drop constraint draft_entry_object_check;
alter table office.draft_entry add constraint draft_entry_object_check check (object ~
	'^(dossier|[1-9][0-9]{0,18}|new:(ca-nhan|tap-the|ho-gia-dinh):[A-Za-z0-9_-]{16,64}|can-cu:[1-9][0-9]{0,18}:(xep-loai|sang-kien|khai))$') not valid;
comment on column office.draft_entry.object is '"dossier" for its head, the number of a nomination, "new:KIND:RANDOM" for one not saved yet, "can-cu:NUMBER:FORM" for a declaration about a nomination.';

alter table office.import add column table_mac text not null default '';
alter table office.import add constraint import_table_mac_check check (table_mac ~ '^([0-9a-f]{64})?$') not valid;
comment on column office.import.table_mac is 'Keyed hash of the whole table as its sender announced it, so that a cut transfer goes on; empty: not announced.';
