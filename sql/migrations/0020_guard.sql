-- What strangers can do to others: close their sign-in, learn from a guessed identity number, fill the disk.
set local lock_timeout = '2s';

-- Signing in ---------------------------------------------------------------------------------------------

alter table office.login_attempt add column device text not null default '';
comment on column office.login_attempt.address is 'Client address; of IPv6 the network of 64 bits.';
comment on column office.login_attempt.device is 'Browser the account signed in from before, by the name in its cookie; "session": who was signed in; empty: unknown.';
alter table office.login_attempt add constraint login_attempt_device_check check (char_length(device) <= 40);

drop function office.login_record(text, text, boolean);
create function office.login_record(typed text, client text, ok boolean, from_device text default '') returns void
	language sql volatile security definer set search_path = office, pg_temp
	as $$ insert into office.login_attempt (username, address, succeeded, device)
		values (left(lower(typed), 100), left(client, 64), ok, left(from_device, 40)) $$;
-- Failures within 15 minutes.  Those of a known browser count for it alone; a new password ends them all.
drop function office.login_failures(text, text);
create function office.login_failures(typed text, client text, from_device text default '')
	returns table (by_account bigint, by_address bigint, by_both bigint, by_device bigint)
	language sql stable security definer set search_path = office, pg_temp
	as $$
		with asked as (select left(lower(typed), 100) as username, left(client, 64) as address, now() - interval '15 minutes' as since),
		own as materialized (
			select l.address, l.device, l.succeeded, l.at from asked q join office.login_attempt l on l.username = q.username
			where l.at > greatest(q.since, (select c.changed_at from office.account a
				join office.credential c on c.account_id = a.id where a.username = q.username)))
		select count(*) filter (where o.device = ''),
			(select count(*) from asked q join office.login_attempt l on l.address = q.address
				where l.at > q.since and l.device = '' and not l.succeeded),
			count(*) filter (where o.device = '' and o.address = (select q.address from asked q)
				and o.at > coalesce((select max(s.at) from own s where s.succeeded and s.address = o.address), '-infinity')),
			count(*) filter (where o.device = from_device and o.device <> ''
				and o.at > coalesce((select max(s.at) from own s where s.succeeded and s.device = o.device), '-infinity'))
		from own o where not o.succeeded
	$$;

-- Who is this person ---------------------------------------------------------------------------------------

/*
 * Nominations of a dossier that came to their entry by a number alone: it is in the register under other names.
 * Mistyped or guessed, such a number must tell nothing about whom it belongs to.  None for who sees everything.
 */
create function office.dossier_doubtful(of_dossier bigint) returns setof bigint
	language sql stable security definer set search_path = office, pg_temp rows 10
	as $$ select n.id from office.nomination n
		join office.nomination_identity i on i.nomination_id = n.id
		join office.nominee e on e.id = n.nominee_id
		where n.dossier_id = of_dossier and not office.sees_all() and not exists (
			select 1 from office.nominee f join office.nominee_name s on s.nominee_id = f.id
			where f.root_id = e.root_id and s.name_key = n.name_key) $$;

create or replace function office.dossier_nominees(of_dossier bigint) returns table (nomination_id bigint, nominee_id bigint)
	language sql stable security definer set search_path = office, pg_temp rows 200
	as $$ select n.id, e.id
		from office.nomination n
		join office.dossier d on d.id = n.dossier_id
		join office.nominee own on own.id = n.nominee_id
		join office.nominee e on e.root_id = own.root_id
		where n.dossier_id = of_dossier
		  and ((current_user = 'vd_owner' and session_user = 'vd_owner') or office.sees_all()
			or (d.unit_id in (select office.my_units(office.reading_roles()))
				and n.id not in (select office.dossier_doubtful(of_dossier)))) $$;

/*
 * What is to be known about the nominees of a dossier (or of one nomination of it) before it is filed.  place
 * orders and pages.  Of other units only their name is told, unless the viewer sees everything.
 * A number that belongs to another name is only said to: nothing of whoever holds it, and not even that where it
 * stands in other units' drafts alone.
 *   same_award, two_titles     in this dossier      own_elsewhere, elsewhere   in another one of the season
 *   held_same, held_year       an honour of the season's year    number_name, number_birth   the number was given
 *   for somebody of another name or birth           maybe   nominee_near: other_text holds its reason
 */
create or replace function office.nominee_findings(of_dossier bigint, of_nomination bigint)
	returns table (place bigint, nomination_id bigint, ordinal integer, name text, award text, reason text, other_id bigint,
		other_dossier_id bigint, other_text text, other_award text, other_year integer, other_no text)
	language plpgsql stable security definer set search_path = office, pg_temp
	as $$
	#variable_conflict use_column
	declare
		d record;
	begin
		select x.id, x.unit_id, x.season_id, s.year into d
		from office.dossier x join office.season s on s.id = x.season_id
		where x.id = of_dossier and (office.sees_all() or x.unit_id in (select office.my_units(office.reading_roles())));
		if not found then
			return;
		end if;
		return query
		with everything as materialized (select office.sees_all() as yes),
		my_unit as materialized (select u.unit_id from office.my_units(office.reading_roles()) u (unit_id)),
		mine as materialized (
			select n.id, n.ordinal, n.name, n.name_key, n.kind, n.born_on, n.born_year, n.award_type_id, w.name_vi as award,
				w.category, e.root_id, n.id in (select office.dossier_doubtful(d.id)) as doubt
			from office.nomination n join office.nominee e on e.id = n.nominee_id
			join office.award_type w on w.id = n.award_type_id
			where n.dossier_id = d.id),
		latest as materialized (select m.root_id, max(m.ordinal) as latest from mine m group by m.root_id),
		asked as materialized (select m.* from mine m where of_nomination is null or m.id = of_nomination),
		found as (
			select a.id, 1 as rank, case when o.award_type_id = a.award_type_id then 'same_award' else 'two_titles' end as reason,
				o.id as other_id, d.id as other_dossier_id, o.ordinal::text as other_text, o.award as other_award,
				null::integer as other_year, ''::text as other_no
			from asked a join mine o on o.root_id = a.root_id and o.id <> a.id
				and (of_nomination is not null or o.ordinal < a.ordinal)
			where o.award_type_id = a.award_type_id or (o.category = 'danh_hieu' and a.category = 'danh_hieu')
			union all
			select a.id, 2, case when x.unit_id in (select unit_id from my_unit) then 'own_elsewhere' else 'elsewhere' end,
				case when e2.yes or x.unit_id in (select unit_id from my_unit) then x.id end,
				case when e2.yes or x.unit_id in (select unit_id from my_unit) then x.dossier_id end,
				u.name_vi, case when e2.yes or x.unit_id in (select unit_id from my_unit) then w.name_vi else '' end,
				null, case when x.unit_id in (select unit_id from my_unit) then x.state::text else '' end
			from asked a
			join office.nominee f on f.root_id = a.root_id
			join office.nomination x on x.nominee_id = f.id and x.dossier_id <> d.id
			join office.dossier xd on xd.id = x.dossier_id and xd.season_id = d.season_id
			join office.unit u on u.id = x.unit_id
			join office.award_type w on w.id = x.award_type_id
			cross join everything e2
			where x.state not in ('ineligible', 'rejected', 'revoked')
			  and (not a.doubt or x.unit_id in (select unit_id from my_unit))
			  and (x.state <> 'draft' or x.unit_id in (select unit_id from my_unit))
			union all
			select a.id, 3, case when h.award_type_id = a.award_type_id then 'held_same' else 'held_year' end,
				h.id, null, u.name_vi, w.name_vi, h.period_year, h.decision_no
			from asked a
			join office.nominee f on f.root_id = a.root_id
			join office.honour h on h.nominee_id = f.id and h.state = 'held' and h.period_year = d.year
				and h.nomination_id is distinct from a.id and not a.doubt
			join office.unit u on u.id = h.unit_id
			join office.award_type w on w.id = h.award_type_id
			union all
			select a.id, 4, case when not k.known then 'number_name' else 'number_birth' end, null, null, '', '', null, ''
			from asked a
			join office.nomination_identity i on i.nomination_id = a.id
			join office.nominee r on r.id = a.root_id
			cross join lateral (select exists (select 1 from office.nominee f join office.nominee_name s on s.nominee_id = f.id
				where f.root_id = a.root_id and s.name_key = a.name_key) as known) k
			cross join everything e2
			where (not k.known or office.birth_agrees(a.born_on, a.born_year, r.born_on, r.born_year) = -1)
			  and (e2.yes or exists (select 1 from office.nominee f where f.root_id = a.root_id and (
				exists (select 1 from office.honour h where h.nominee_id = f.id)
				or exists (select 1 from office.nomination x where x.nominee_id = f.id and x.id <> a.id
					and (x.state <> 'draft' or x.unit_id in (select unit_id from my_unit))
					and exists (select 1 from office.nominee g join office.nominee_name s on s.nominee_id = g.id
						where g.root_id = a.root_id and s.name_key = x.name_key)))))
			union all
			select a.id, 5, 'maybe', o.id, null, c.reason, o.name, coalesce(o.born_year, extract(year from o.born_on)::integer), u.name_vi
			from (select array_agg(distinct m.root_id) as roots from asked m where not m.doubt) q
			cross join lateral office.nominee_near(q.roots) c
			join asked a on a.root_id = c.root_id and not a.doubt
			left join latest k on k.root_id = c.other_id
			join office.nominee o on o.id = c.other_id
			join office.unit u on u.id = o.unit_id
			cross join everything e2
			-- Two of one list are asked about once, at the later; and nominee_tellable(o.id), for the whole list at once.
			where (of_nomination is not null or k.latest is null or a.ordinal >= k.latest) and (e2.yes or exists (select 1 from office.nominee f where f.root_id = o.id and (
				exists (select 1 from office.honour h where h.nominee_id = f.id)
				or exists (select 1 from office.nomination x where x.nominee_id = f.id
					and (x.state <> 'draft' or x.unit_id in (select unit_id from my_unit)))))))
		select a.ordinal::bigint * 1000 + row_number() over (partition by a.id order by f.rank, f.other_id), a.id, a.ordinal, a.name,
			a.award, f.reason, f.other_id, f.other_dossier_id, f.other_text, f.other_award, f.other_year, f.other_no
		from found f join asked a on a.id = f.id
		order by 1;
	end $$;

revoke all on function office.login_record(text, text, boolean, text), office.login_failures(text, text, text),
	office.dossier_doubtful(bigint) from public;
grant execute on function office.login_record(text, text, boolean, text), office.login_failures(text, text, text),
	office.dossier_doubtful(bigint) to vd_app;
