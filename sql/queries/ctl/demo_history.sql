-- Made-up earlier honours of the people of a sample dossier: some with the years their award asks for, some without; what
-- was before the first of July 2025 was held in a ward that is no more.
-- role: owner
-- returns: none
insert into office.honour (unit_id, kind, name, name_folded, gender, born_on, award_type_id, period_year, decision_no, decision_date,
	ordinal, commendation_kind, import_key, nominee_id)
select case when s.year - k.back < 2025 then coalesce(p.predecessor_id, n.unit_id) else n.unit_id end, n.kind, n.name, n.name_folded,
	n.gender, n.born_on, w.id, s.year - k.back, (100 * (n.ordinal % 9) + 17 * k.back + 12) || '/QĐ-UBND',
	make_date(s.year - k.back, 12, 10 + (n.ordinal % 15)), 0, 'cong_trang', concat_ws('|', 'demo', n.id, s.year - k.back), n.nominee_id
from office.nomination n
join office.dossier d on d.id = n.dossier_id
join office.season s on s.id = d.season_id
cross join generate_series(1, 4) as k (back)
join office.award_type w on w.code = case
	when n.ordinal % 4 = 3 and k.back = 1 then 'LDTT' when n.ordinal % 4 = 2 and k.back > 1 then 'LDTT' else 'CSTD_CS' end
left join lateral (select x.predecessor_id from office.unit_succession x where x.successor_id = n.unit_id
	order by x.predecessor_id limit 1) p on true
where d.id = :dossier_id and n.kind = 'person' and n.nominee_id is not null and n.ordinal % 4 <> 0
on conflict (import_key) do nothing
