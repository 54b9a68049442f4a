-- A role counts where it is held: what belongs to no unit is the whole province's, what belongs to a unit its own.
set local lock_timeout = '2s';

-- Whether one of the roles in the mask is held on a unit nothing stands above.
create function office.holds_at_root(mask integer) returns boolean
	language sql stable security definer set search_path = office, pg_temp
	as $$ select exists (select 1 from office.role_grant g join office.unit u on u.id = g.unit_id
		where g.account_id = office.me() and g.revoked_at is null and u.parent_id is null and u.valid_to is null
		  and office.role_bit(g.role) & mask <> 0) $$;
-- Whether an account is the person acting's to administer: nobody resets the password of someone who may do more elsewhere.
create function office.may_administer(who bigint) returns boolean
	language sql stable security definer set search_path = office, pg_temp
	as $$ select office.holds_at_root(office.role_bit('administrator'))
		or (office.has_any('administrator') and not exists (select 1 from office.role_grant g
			where g.account_id = who and g.revoked_at is null
			  and g.unit_id not in (select office.my_units(office.role_bit('administrator'))))) $$;
revoke all on function office.holds_at_root(integer), office.may_administer(bigint) from public;
grant execute on function office.holds_at_root(integer), office.may_administer(bigint) to vd_app;

alter policy admin_update on office.account using (office.may_administer(id)) with check (office.may_administer(id));
alter policy admin_insert on office.season with check ((select office.holds_at_root(office.role_bit('administrator'))));
alter policy admin_update on office.season using ((select office.holds_at_root(office.role_bit('administrator'))))
	with check ((select office.holds_at_root(office.role_bit('administrator'))));
alter policy admin_insert on office.movement with check (unit_id in (select office.my_units(office.role_bit('administrator'))));
alter policy admin_update on office.movement using (unit_id in (select office.my_units(office.role_bit('administrator'))))
	with check (unit_id in (select office.my_units(office.role_bit('administrator'))));
alter policy admin_insert on office.role_grant with check (unit_id in (select office.my_units(office.role_bit('administrator'))));
alter policy admin_update on office.role_grant using (unit_id in (select office.my_units(office.role_bit('administrator'))))
	with check (true);	-- taking back the own role is refused by the use case, not here

-- The log of a unit is for its auditors; sign-ins and what belongs to no unit for the province's.
alter policy audit_read on office.audit_log
	using ((select office.holds_at_root(office.role_bit('auditor') | office.role_bit('administrator')))
		or unit_id in (select office.my_units(office.role_bit('auditor') | office.role_bit('administrator'))));
-- The secretary of another council counts nobody's votes.
alter policy vote_read on office.vote
	using (council_member_id in (select office.my_member_ids())
		or ((select office.has_any('council_secretary', 'auditor')) and exists (select 1 from office.agenda_item i
			join office.council_session s on s.id = i.council_session_id join office.council c on c.id = s.council_id
			where i.id = agenda_item_id
			  and c.unit_id in (select office.my_units(office.role_bit('council_secretary') | office.role_bit('auditor')))))
		or (council_member_id in (select office.my_fellow_members())
			and exists (select 1 from office.agenda_item i where i.id = agenda_item_id and i.state in ('passed', 'failed'))));
-- A decision is read where it was issued, above, and where somebody was honoured by it.
alter policy decision_read on office.decision
	using (unit_id in (select office.my_units(office.reading_roles()))
		or exists (select 1 from office.honour h where h.decision_id = decision.id));

create or replace function office.session_close_all(who bigint, except_token bytea) returns bigint
	language sql volatile security definer set search_path = office, pg_temp
	as $$ with gone as (
			delete from office.session
			where account_id = who and (who = office.me() or office.may_administer(who))
			  and (except_token is null or token_hash <> except_token) returning 1)
		select count(*) from gone $$;
create or replace function office.password_set(who bigint, hash text, must boolean) returns void
	language plpgsql volatile security definer set search_path = office, pg_temp
	as $$ begin
		if office.me() is distinct from who and not office.may_administer(who) then
			raise exception 'not yours' using errcode = '42501';
		end if;
		insert into office.credential (account_id, password_hash, must_change) values (who, hash, must)
		on conflict (account_id) do update set password_hash = excluded.password_hash,
			must_change = excluded.must_change, changed_at = now();
	end $$;

-- All members are the denominator of a vote: whoever leaves and comes back counts once on every day.
alter table office.council_member add constraint council_member_period_exclude
	exclude using gist (council_id with =, account_id with =, daterange(valid_from, valid_to, '[]') with &&);
