-- Rights: what vd_app and vd_public may do, and row-level security, forced on every table.
set local lock_timeout = '2s';

revoke all on all tables in schema office, site from public;
revoke all on all functions in schema office from public;
grant execute on all functions in schema office to vd_app;
grant usage on all sequences in schema office, site to vd_app;
grant usage on type office.nominee_kind, office.achievement_field to vd_public;
grant usage on schema office to vd_public;	-- types only: no table of it is granted

-- Reference data: read by the office, changed by the command line; seasons and movements by administrators.
grant select on office.unit, office.unit_closure, office.unit_succession, office.award_type, office.award_alias,
	office.vote_rule, office.base_salary, office.bonus_rounding, office.nomination_step to vd_app;
grant select, insert, update on office.movement, office.season to vd_app;
grant select, insert, update on office.account, office.role_grant to vd_app;
-- office.credential: only through login_lookup() and password_set().
grant select on office.session to vd_app;
grant insert on office.form_once to vd_app;
grant select, insert on office.audit_log to vd_app;
grant select, insert, update on office.job to vd_app;
grant select, insert, update on office.dossier to vd_app;
grant select, insert, update, delete on office.nomination to vd_app;
grant select on office.nomination_event to vd_app;
grant select, insert, update on office.attachment to vd_app;
grant select, insert on office.attachment_chunk to vd_app;
grant select, insert on office.filing to vd_app;
grant select, insert, update on office.import to vd_app;
grant select, insert, update, delete on office.import_row to vd_app;
grant select, insert, update on office.council, office.council_member, office.council_session, office.agenda_item to vd_app;
grant delete on office.agenda_item to vd_app;
grant select, insert, update on office.session_attendance, office.vote, office.paper_count to vd_app;
grant select, insert on office.decision to vd_app;
grant select, insert on office.honour to vd_app;
grant update (state, revoked_on, revoked_reason) on office.honour to vd_app;
grant select, insert, update on office.honour_list, office.honour_list_entry to vd_app;
grant select, insert on site.list, site.artifact, site.entry to vd_app;
grant update (current) on site.entry to vd_app;
grant select, insert, delete on site.entry_word to vd_app;
grant select, insert, update on site.word, site.facet to vd_app;
grant select, update on site.generation to vd_app;
grant select on site.list, site.entry, site.entry_word, site.word, site.facet, site.artifact, site.generation to vd_public;

-- Council members see what is before their council.
create function office.my_agenda_nominations() returns setof bigint
	language sql stable security definer set search_path = office, pg_temp
	as $$ select i.nomination_id from office.council_member m
		join office.council_session s on s.council_id = m.council_id
		join office.agenda_item i on i.council_session_id = s.id
		where m.account_id = office.me() and (m.valid_to is null or m.valid_to >= (now() at time zone 'Asia/Ho_Chi_Minh')::date) $$;
create function office.my_councils() returns setof bigint
	language sql stable security definer set search_path = office, pg_temp
	as $$ select m.council_id from office.council_member m where m.account_id = office.me() and (m.valid_to is null or m.valid_to >= (now() at time zone 'Asia/Ho_Chi_Minh')::date)
		union
		select c.id from office.council c where c.unit_id in (select office.my_units(
			office.role_bit('council_secretary') | office.role_bit('appraiser') | office.role_bit('signatory')
			| office.role_bit('publisher') | office.role_bit('auditor') | office.role_bit('administrator'))) $$;
create function office.my_member_ids() returns setof bigint
	language sql stable security definer set search_path = office, pg_temp
	as $$ select m.id from office.council_member m where m.account_id = office.me() and (m.valid_to is null or m.valid_to >= (now() at time zone 'Asia/Ho_Chi_Minh')::date) $$;
-- Members of the councils one sits in: their votes are open to each other once an item is decided.
create function office.my_fellow_members() returns setof bigint
	language sql stable security definer set search_path = office, pg_temp
	as $$ select f.id from office.council_member m join office.council_member f on f.council_id = m.council_id
		where m.account_id = office.me() and (m.valid_to is null or m.valid_to >= (now() at time zone 'Asia/Ho_Chi_Minh')::date) $$;
revoke all on function office.my_agenda_nominations(), office.my_councils(), office.my_member_ids(), office.my_fellow_members() from public;
grant execute on function office.my_agenda_nominations(), office.my_councils(), office.my_member_ids(), office.my_fellow_members() to vd_app;

do $$
declare
	t record;
begin
	for t in select schemaname, tablename from pg_tables where schemaname in ('office', 'site') loop
		execute format('alter table %I.%I enable row level security', t.schemaname, t.tablename);
		execute format('alter table %I.%I force row level security', t.schemaname, t.tablename);
		execute format('create policy owner_all on %I.%I to vd_owner using (true) with check (true)', t.schemaname, t.tablename);
	end loop;
	foreach t.tablename in array array['unit', 'unit_closure', 'unit_succession', 'award_type', 'award_alias', 'vote_rule',
		'base_salary', 'bonus_rounding', 'nomination_step', 'movement', 'season', 'account'] loop
		execute format('create policy app_read on office.%I for select to vd_app using (true)', t.tablename);
	end loop;
	foreach t.tablename in array array['movement', 'season', 'account', 'role_grant'] loop
		execute format('create policy admin_insert on office.%I for insert to vd_app with check ((select office.has_any(''administrator'')))', t.tablename);
		execute format('create policy admin_update on office.%I for update to vd_app using ((select office.has_any(''administrator''))) with check ((select office.has_any(''administrator'')))', t.tablename);
	end loop;
	-- Whatever belongs to a unit.
	foreach t.tablename in array array['dossier', 'attachment', 'filing', 'import'] loop
		execute format('create policy unit_read on office.%I for select to vd_app using ((select office.sees_all()) or unit_id in (select office.my_units(office.reading_roles())))', t.tablename);
	end loop;
	foreach t.tablename in array array['dossier', 'nomination', 'attachment', 'filing', 'import'] loop
		execute format('create policy unit_insert on office.%I for insert to vd_app with check (unit_id in (select office.my_units(office.writing_roles())))', t.tablename);
		execute format('create policy unit_update on office.%I for update to vd_app using (unit_id in (select office.my_units(office.writing_roles()))) with check (unit_id in (select office.my_units(office.writing_roles())))', t.tablename);
	end loop;
end $$;

create policy admin_read on office.role_grant for select to vd_app
	using (account_id = (select office.me()) or (select office.has_any('administrator', 'auditor')));
create policy own_read on office.session for select to vd_app using (account_id = (select office.me()));
create policy own_insert on office.form_once for insert to vd_app with check (account_id = (select office.me()));
create policy audit_insert on office.audit_log for insert to vd_app
	with check (account_id is not distinct from (select office.me()));
create policy audit_read on office.audit_log for select to vd_app
	using ((select office.has_any('auditor', 'administrator')));
create policy job_read on office.job for select to vd_app using (true);
create policy job_insert on office.job for insert to vd_app
	with check (account_id is not distinct from (select office.me()));
-- The jobs process marks its own; an administrator puts a dead one back.
create policy job_update on office.job for update to vd_app using (true) with check (true);

create policy nomination_read on office.nomination for select to vd_app
	using ((select office.sees_all()) or unit_id in (select office.my_units(office.reading_roles()))
		or id in (select office.my_agenda_nominations()));
create policy nomination_delete on office.nomination for delete to vd_app
	using (state = 'draft' and unit_id in (select office.my_units(office.role_bit('drafter') | office.role_bit('unit_head'))));
-- The council's secretary and chair move agenda nominations on (council, approved, rejected).
create policy event_read on office.nomination_event for select to vd_app
	using (exists (select 1 from office.nomination n where n.id = nomination_id));
create policy chunk_read on office.attachment_chunk for select to vd_app
	using (exists (select 1 from office.attachment a where a.id = attachment_id));
create policy chunk_insert on office.attachment_chunk for insert to vd_app
	with check (exists (select 1 from office.attachment a where a.id = attachment_id));
create policy row_all on office.import_row to vd_app
	using (exists (select 1 from office.import i where i.id = import_id))
	with check (exists (select 1 from office.import i where i.id = import_id));

-- Named twice so that a council just made can be read back by the administrator who made it.
create policy council_read on office.council for select to vd_app
	using (id in (select office.my_councils()) or unit_id in (select office.my_units(office.role_bit('administrator'))));
create policy council_insert on office.council for insert to vd_app with check ((select office.has_any('administrator')));
create policy council_update on office.council for update to vd_app using ((select office.has_any('administrator')));
create policy member_read on office.council_member for select to vd_app using (council_id in (select office.my_councils()));
create policy member_insert on office.council_member for insert to vd_app with check ((select office.has_any('administrator')));
create policy member_update on office.council_member for update to vd_app using ((select office.has_any('administrator')));
create policy session_read on office.council_session for select to vd_app using (council_id in (select office.my_councils()));
create policy session_insert on office.council_session for insert to vd_app
	with check (council_id in (select office.my_councils()) and (select office.has_any('council_secretary')));
create policy session_update on office.council_session for update to vd_app
	using (council_id in (select office.my_councils()) and (select office.has_any('council_secretary', 'council_chair')));
create policy attendance_all on office.session_attendance for select to vd_app
	using (exists (select 1 from office.council_session s where s.id = council_session_id));
create policy attendance_insert on office.session_attendance for insert to vd_app
	with check ((select office.has_any('council_secretary')) and exists (select 1 from office.council_session s where s.id = council_session_id));
create policy attendance_update on office.session_attendance for update to vd_app
	using ((select office.has_any('council_secretary')) and exists (select 1 from office.council_session s where s.id = council_session_id));
create policy item_read on office.agenda_item for select to vd_app
	using (exists (select 1 from office.council_session s where s.id = council_session_id)
		or exists (select 1 from office.nomination n where n.id = nomination_id));
create policy item_insert on office.agenda_item for insert to vd_app
	with check ((select office.has_any('appraiser', 'council_secretary')) and exists (select 1 from office.council_session s where s.id = council_session_id));
create policy item_update on office.agenda_item for update to vd_app
	using ((select office.has_any('appraiser', 'council_secretary', 'council_chair')) and exists (select 1 from office.council_session s where s.id = council_session_id));
create policy item_delete on office.agenda_item for delete to vd_app
	using (state = 'waiting' and (select office.has_any('appraiser', 'council_secretary')));
-- A member sees the own vote, the others' once the item is decided; the council's secretary and the auditor always.
create policy vote_read on office.vote for select to vd_app
	using (council_member_id in (select office.my_member_ids())
		or ((select office.has_any('council_secretary', 'auditor')) and exists (select 1 from office.agenda_item i
			join office.council_session s on s.id = i.council_session_id where i.id = agenda_item_id))
		or (council_member_id in (select office.my_fellow_members())
			and exists (select 1 from office.agenda_item i where i.id = agenda_item_id and i.state in ('passed', 'failed'))));
create policy vote_insert on office.vote for insert to vd_app
	with check (entered_by = (select office.me()) and exists (select 1 from office.agenda_item i where i.id = agenda_item_id and i.state = 'open')
		and ((not written and council_member_id in (select office.my_member_ids())) or (written and (select office.has_any('council_secretary')))));
create policy vote_update on office.vote for update to vd_app
	using (exists (select 1 from office.agenda_item i where i.id = agenda_item_id and i.state = 'open')
		and ((not written and council_member_id in (select office.my_member_ids())) or (written and (select office.has_any('council_secretary')))))
	with check (entered_by = (select office.me()));
create policy paper_read on office.paper_count for select to vd_app
	using (exists (select 1 from office.agenda_item i where i.id = agenda_item_id));
create policy paper_insert on office.paper_count for insert to vd_app
	with check (entered_by = (select office.me()) and confirmed_by is null and (select office.has_any('council_secretary', 'council_chair', 'council_member')));
create policy paper_update on office.paper_count for update to vd_app
	using (confirmed_by is null and (select office.has_any('council_secretary', 'council_chair', 'council_member')))
	with check (entered_by = (select office.me()) or confirmed_by = (select office.me()));

create policy decision_read on office.decision for select to vd_app
	using ((select office.has_any('signatory', 'council_secretary', 'appraiser', 'publisher', 'auditor'))
		or unit_id in (select office.my_units(office.reading_roles()))
		or exists (select 1 from office.honour h where h.decision_id = decision.id));
create policy decision_insert on office.decision for insert to vd_app
	with check (recorded_by = (select office.me()) and unit_id in (select office.my_units(office.role_bit('signatory'))));
create policy honour_read on office.honour for select to vd_app
	using ((select office.sees_all()) or unit_id in (select office.my_units(office.reading_roles())));
create policy honour_insert on office.honour for insert to vd_app with check ((select office.has_any('signatory')));
create policy honour_update on office.honour for update to vd_app using ((select office.has_any('signatory')));
create policy list_read on office.honour_list for select to vd_app
	using ((select office.has_any('publisher', 'signatory', 'auditor')) and ((select office.sees_all()) or unit_id in (select office.my_units(office.reading_roles()))));
-- The press sees what is out, to embed it.
create policy list_press on office.honour_list for select to vd_app
	using ((select office.has_any('press')) and published_version > 0 and release_at <= now());
create policy list_insert on office.honour_list for insert to vd_app
	with check (prepared_by = (select office.me()) and unit_id in (select office.my_units(office.role_bit('publisher'))));
create policy list_update on office.honour_list for update to vd_app
	using (unit_id in (select office.my_units(office.role_bit('publisher') | office.role_bit('signatory'))));
create policy list_entry_read on office.honour_list_entry for select to vd_app
	using ((select office.has_any('publisher', 'signatory', 'auditor')) and exists (select 1 from office.honour_list l where l.id = honour_list_id));
create policy list_entry_insert on office.honour_list_entry for insert to vd_app
	with check ((select office.has_any('publisher')) and exists (select 1 from office.honour_list l where l.id = honour_list_id));
create policy list_entry_update on office.honour_list_entry for update to vd_app
	using ((select office.has_any('publisher')) and exists (select 1 from office.honour_list l where l.id = honour_list_id));

-- The site: written by publishers, read by everybody once visible; the embargo is decided when read.
create policy site_list_write on site.list for insert to vd_app with check ((select office.has_any('publisher')));
create policy site_list_read on site.list for select to vd_app using ((select office.me()) is not null);
create policy site_list_public on site.list for select to vd_public using (visible_from <= now());
create policy site_entry_write on site.entry for insert to vd_app with check ((select office.has_any('publisher')));
create policy site_entry_current on site.entry for update to vd_app using ((select office.has_any('publisher')));
create policy site_entry_read on site.entry for select to vd_app using ((select office.me()) is not null);
create policy site_entry_public on site.entry for select to vd_public using (visible_from <= now());
create policy site_word_write on site.entry_word for insert to vd_app with check ((select office.has_any('publisher')));
create policy site_word_delete on site.entry_word for delete to vd_app using ((select office.has_any('publisher')));
create policy site_word_read on site.entry_word for select to vd_app using ((select office.me()) is not null);
create policy site_word_public on site.entry_word for select to vd_public using (visible_from <= now());
create policy site_count_write on site.word for insert to vd_app with check ((select office.has_any('publisher')));
create policy site_count_update on site.word for update to vd_app using ((select office.has_any('publisher')));
create policy site_count_read on site.word for select to vd_app, vd_public using (true);
create policy site_facet_write on site.facet for insert to vd_app with check ((select office.has_any('publisher')));
create policy site_facet_update on site.facet for update to vd_app using ((select office.has_any('publisher')));
create policy site_facet_read on site.facet for select to vd_app using ((select office.me()) is not null);
create policy site_facet_public on site.facet for select to vd_public using (visible_from <= now());
create policy site_artifact_write on site.artifact for insert to vd_app with check ((select office.has_any('publisher')));
create policy site_artifact_read on site.artifact for select to vd_app using ((select office.me()) is not null);
create policy site_artifact_public on site.artifact for select to vd_public using (visible_from <= now());
create policy site_generation_read on site.generation for select to vd_app, vd_public using (true);
create policy site_generation_update on site.generation for update to vd_app using ((select office.has_any('publisher')));
