-- What is known of the nominees of a list is found fast right after the list came in.
set local lock_timeout = '2s';

/*
 * As in 0020, told to the planner differently.  After an import the statistics say that the dossier has one row: every
 * finding was then searched once for each nominee, minutes for 700.  Now the rows are counted first, and what was found
 * carries what is shown instead of being looked up again.
 */
create or replace function office.nominee_findings(of_dossier bigint, of_nomination bigint)
	returns table (place bigint, nomination_id bigint, ordinal integer, name text, award text, reason text, other_id bigint,
		other_dossier_id bigint, other_text text, other_award text, other_year integer, other_no text)
	language plpgsql stable security definer set search_path = office, pg_temp set plan_cache_mode = force_custom_plan
	as $$
	#variable_conflict use_column
	declare
		d record;
		ids bigint[];
		roots bigint[];
	begin
		select x.id, x.unit_id, x.season_id, s.year into d
		from office.dossier x join office.season s on s.id = x.season_id
		where x.id = of_dossier and (office.sees_all() or x.unit_id in (select office.my_units(office.reading_roles())));
		if not found then
			return;
		end if;
		-- As values the planner knows how many there are, whatever its statistics say of a list that just came in.
		select array_agg(n.id), array_agg(e.root_id) into ids, roots
		from office.nomination n join office.nominee e on e.id = n.nominee_id
		where n.dossier_id = d.id;
		return query
		with everything as materialized (select office.sees_all() as yes),
		my_unit as materialized (select u.unit_id from office.my_units(office.reading_roles()) u (unit_id)),
		mine as materialized (
			select n.id, n.ordinal, n.name, n.name_key, n.kind, n.born_on, n.born_year, n.award_type_id, w.name_vi as award,
				w.category, q.root_id, n.id in (select office.dossier_doubtful(d.id)) as doubt, count(*) over (partition by q.root_id) as alike
			from unnest(ids, roots) q (id, root_id) join office.nomination n on n.id = q.id
			join office.award_type w on w.id = n.award_type_id),
		latest as materialized (select m.root_id, max(m.ordinal) as latest from mine m group by m.root_id),
		asked as materialized (select m.* from mine m where of_nomination is null or m.id = of_nomination),
		found as materialized (
			select a.id, a.ordinal, a.name, a.award, 1 as rank, case when o.award_type_id = a.award_type_id then 'same_award' else 'two_titles' end as reason,
				o.id as other_id, d.id as other_dossier_id, o.ordinal::text as other_text, o.award as other_award,
				null::integer as other_year, ''::text as other_no
			from asked a join mine o on o.root_id = a.root_id and a.alike > 1 and o.alike > 1 and o.id <> a.id
				and (of_nomination is not null or o.ordinal < a.ordinal)
			where o.award_type_id = a.award_type_id or (o.category = 'danh_hieu' and a.category = 'danh_hieu')
			union all
			select a.id, a.ordinal, a.name, a.award, 2, case when x.unit_id in (select unit_id from my_unit) then 'own_elsewhere' else 'elsewhere' end,
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
			select a.id, a.ordinal, a.name, a.award, 3, case when h.award_type_id = a.award_type_id then 'held_same' else 'held_year' end,
				h.id, null, u.name_vi, w.name_vi, h.period_year, h.decision_no
			from asked a
			join office.nominee f on f.root_id = a.root_id
			join office.honour h on h.nominee_id = f.id and h.state = 'held' and h.period_year = d.year
				and h.nomination_id is distinct from a.id and not a.doubt
			join office.unit u on u.id = h.unit_id
			join office.award_type w on w.id = h.award_type_id
			union all
			select a.id, a.ordinal, a.name, a.award, 4, case when not k.known then 'number_name' else 'number_birth' end, null, null, '', '', null, ''
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
			select a.id, a.ordinal, a.name, a.award, 5, 'maybe', o.id, null, c.reason, o.name, coalesce(o.born_year, extract(year from o.born_on)::integer), u.name_vi
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
		select f.ordinal::bigint * 1000 + row_number() over (partition by f.id order by f.rank, f.other_id), f.id, f.ordinal, f.name,
			f.award, f.reason, f.other_id, f.other_dossier_id, f.other_text, f.other_award, f.other_year, f.other_no
		from found f
		order by 1;
	end $$;
