-- A draft that cannot be lost: what is typed is journaled field by field, and a deleted nomination can come back.
set local lock_timeout = '2s';

create type office.draft_outcome as enum ('applied', 'kept', 'conflict', 'late', 'dropped');

create table office.draft_entry (
	id bigint generated always as identity,
	account_id bigint not null,
	dossier_id bigint not null,
	unit_id bigint not null,
	object text not null,
	field text not null,
	value text not null,
	base text not null,
	client text not null,
	seq bigint not null,
	client_at timestamptz,
	at timestamptz not null default now(),
	outcome office.draft_outcome not null,
	constraint draft_entry_pkey primary key (id),
	constraint draft_entry_client_unique unique (account_id, client, seq),
	constraint draft_entry_account_fkey foreign key (account_id) references office.account (id),
	constraint draft_entry_dossier_fkey foreign key (dossier_id, unit_id) references office.dossier (id, unit_id),
	constraint draft_entry_object_check check (object ~ '^(dossier|[1-9][0-9]{0,18}|new:(ca-nhan|tap-the|ho-gia-dinh):[A-Za-z0-9_-]{16,64})$'),
	constraint draft_entry_field_check check (field ~ '^[a-z_]{1,40}$'),
	constraint draft_entry_value_check check (char_length(value) <= 20000),
	constraint draft_entry_base_check check (char_length(base) <= 20000),
	constraint draft_entry_client_check check (client ~ '^[A-Za-z0-9_:-]{8,80}$'),
	constraint draft_entry_seq_check check (seq > 0)
);
comment on table office.draft_entry is 'Journal of what was typed into forms of a dossier, as it arrived; append-only, the record of autosaves.';
comment on column office.draft_entry.id is 'Order of writing.';
comment on column office.draft_entry.account_id is 'Who typed.';
comment on column office.draft_entry.dossier_id is 'In this dossier.';
comment on column office.draft_entry.unit_id is 'The dossier''s unit.';
comment on column office.draft_entry.object is '"dossier" for its head, the number of a nomination, or "new:KIND:RANDOM" for one not saved yet.';
comment on column office.draft_entry.field is 'Name of the form field.';
comment on column office.draft_entry.value is 'What was typed, also when it is too long or no such value.';
comment on column office.draft_entry.base is 'What the editor started from.';
comment on column office.draft_entry.client is 'The page that sent it, a random name made by the browser; "luu:" and the form''s once value for a form.';
comment on column office.draft_entry.seq is 'Counts the changes of that page: the same number sent again changes nothing.';
comment on column office.draft_entry.client_at is 'When typed, by the clock of the browser; only to show.';
comment on column office.draft_entry.at is 'When received.';
comment on column office.draft_entry.outcome is 'applied: written to the record; kept: not a valid value yet; conflict: somebody changed the same field; late: after closing or filing; dropped: given up by its author.';
create index draft_entry_dossier_idx on office.draft_entry (dossier_id, unit_id);
create index draft_entry_applied_idx on office.draft_entry (dossier_id, object, field, id) where outcome = 'applied';

create table office.draft_open (
	dossier_id bigint not null,
	account_id bigint not null,
	object text not null,
	field text not null,
	unit_id bigint not null,
	value text not null,
	base text not null,
	client text not null,
	at timestamptz not null,
	outcome office.draft_outcome not null,
	constraint draft_open_pkey primary key (dossier_id, account_id, object, field),
	constraint draft_open_account_fkey foreign key (account_id) references office.account (id),
	constraint draft_open_dossier_fkey foreign key (dossier_id, unit_id) references office.dossier (id, unit_id),
	constraint draft_open_outcome_check check (outcome in ('kept', 'conflict', 'late'))
);
comment on table office.draft_open is 'What was typed last and is not in the record: the head of draft_entry for each field, gone once applied, saved or dropped.';
comment on column office.draft_open.dossier_id is 'In this dossier.';
comment on column office.draft_open.account_id is 'Who typed.';
comment on column office.draft_open.object is 'As in draft_entry.';
comment on column office.draft_open.field is 'Name of the form field.';
comment on column office.draft_open.unit_id is 'The dossier''s unit.';
comment on column office.draft_open.value is 'What was typed.';
comment on column office.draft_open.base is 'What the editor started from.';
comment on column office.draft_open.client is 'The page that sent it.';
comment on column office.draft_open.at is 'When received.';
comment on column office.draft_open.outcome is 'Why it is not in the record: kept, conflict or late.';
create index draft_open_account_idx on office.draft_open (account_id);
create index draft_open_unit_idx on office.draft_open (unit_id);

create table office.nomination_deleted (
	id bigint generated always as identity,
	nomination_id bigint not null,
	dossier_id bigint not null,
	unit_id bigint not null,
	ordinal integer not null,
	name text not null,
	content jsonb not null,
	attachments bigint[] not null default '{}',
	deleted_by bigint not null,
	deleted_at timestamptz not null default now(),
	restored_by bigint,
	restored_at timestamptz,
	constraint nomination_deleted_pkey primary key (id),
	constraint nomination_deleted_dossier_fkey foreign key (dossier_id, unit_id) references office.dossier (id, unit_id),
	constraint nomination_deleted_deleted_by_fkey foreign key (deleted_by) references office.account (id),
	constraint nomination_deleted_restored_by_fkey foreign key (restored_by) references office.account (id),
	constraint nomination_deleted_restored_check check ((restored_at is null) = (restored_by is null))
);
comment on table office.nomination_deleted is 'Nominations taken out of a draft, whole, so that they can be put back.';
comment on column office.nomination_deleted.id is 'Internal identifier.';
comment on column office.nomination_deleted.nomination_id is 'Its identifier before, and again after it was put back.';
comment on column office.nomination_deleted.dossier_id is 'Out of this dossier.';
comment on column office.nomination_deleted.unit_id is 'The dossier''s unit.';
comment on column office.nomination_deleted.ordinal is 'Its place in the list.';
comment on column office.nomination_deleted.name is 'Its name, for the list of what can be put back.';
comment on column office.nomination_deleted.content is 'The row as it was.';
comment on column office.nomination_deleted.attachments is 'Files that hung on it.';
comment on column office.nomination_deleted.deleted_by is 'Who.';
comment on column office.nomination_deleted.deleted_at is 'When.';
comment on column office.nomination_deleted.restored_by is 'Who put it back; NULL: still out.';
comment on column office.nomination_deleted.restored_at is 'When put back.';
create unique index nomination_deleted_out_unique on office.nomination_deleted (nomination_id) where restored_at is null;
create index nomination_deleted_dossier_idx on office.nomination_deleted (dossier_id, id);

do $$
declare
	t text;
begin
	foreach t in array array['draft_entry', 'draft_open', 'nomination_deleted'] loop
		execute format('alter table office.%I enable row level security', t);
		execute format('alter table office.%I force row level security', t);
		execute format('create policy owner_all on office.%I to vd_owner using (true) with check (true)', t);
	end loop;
	-- Unfinished text is for its author and those who write for the same unit; nobody else reads it.
	foreach t in array array['draft_entry', 'draft_open'] loop
		execute format('create policy unit_read on office.%I for select to vd_app
			using (account_id = (select office.me()) or unit_id in (select office.my_units(office.role_bit(''drafter'') | office.role_bit(''unit_head''))))', t);
		execute format('create policy own_insert on office.%I for insert to vd_app
			with check (account_id = (select office.me()) and unit_id in (select office.my_units(office.role_bit(''drafter'') | office.role_bit(''unit_head''))))', t);
	end loop;
end $$;
create policy own_update on office.draft_open for update to vd_app
	using (account_id = (select office.me())) with check (account_id = (select office.me()));
create policy own_delete on office.draft_open for delete to vd_app using (account_id = (select office.me()));
create policy unit_read on office.nomination_deleted for select to vd_app
	using ((select office.sees_all()) or unit_id in (select office.my_units(office.reading_roles())));
create policy unit_insert on office.nomination_deleted for insert to vd_app
	with check (deleted_by = (select office.me()) and unit_id in (select office.my_units(office.role_bit('drafter') | office.role_bit('unit_head'))));
create policy unit_update on office.nomination_deleted for update to vd_app
	using (unit_id in (select office.my_units(office.role_bit('drafter') | office.role_bit('unit_head'))))
	with check (restored_by = (select office.me()));

grant select, insert on office.draft_entry to vd_app;
grant select, insert, update, delete on office.draft_open to vd_app;
grant select, insert on office.nomination_deleted to vd_app;
grant update (restored_by, restored_at) on office.nomination_deleted to vd_app;

-- Values written to the record long ago are in the record; what was kept, late or in conflict stays.
create function office.draft_purge() returns void
	language sql volatile security definer set search_path = office, pg_temp
	as $$ delete from office.draft_entry where outcome = 'applied' and at < now() - interval '180 days' $$;
revoke all on function office.draft_purge() from public;
grant execute on function office.draft_purge() to vd_app;
