-- Append to the journal, and keep for each field what is not in the record.  A change known already adds nothing.
-- returns: one
with e as (
	select *
	from jsonb_to_recordset(:entries::text::jsonb)
		as x(seq bigint, field text, value text, base text, client_at timestamptz, outcome draft_outcome)
), j as (
	insert into draft_entry (account_id, dossier_id, unit_id, object, field, value, base, client, seq, client_at, outcome)
	select office.me(), :dossier_id, :unit_id, :object, e.field, e.value, e.base, :client, e.seq, e.client_at, e.outcome
	from e
	on conflict on constraint draft_entry_client_unique do nothing
	returning field, value, base, at, outcome
), o as (
	insert into draft_open (dossier_id, account_id, object, field, unit_id, value, base, client, at, outcome)
	select :dossier_id, office.me(), :object, j.field, :unit_id, j.value, j.base, :client, j.at, j.outcome
	from j
	where j.outcome in ('kept', 'conflict', 'late')
	on conflict on constraint draft_open_pkey do update
	set value = excluded.value, base = excluded.base, client = excluded.client, at = excluded.at, outcome = excluded.outcome
), x as (
	delete from draft_open d
	using j
	where d.dossier_id = :dossier_id and d.account_id = office.me() and d.object = :object and d.field = j.field
	  and j.outcome in ('applied', 'dropped')
)
select count(*) as "written!", now() as "at!" from j
