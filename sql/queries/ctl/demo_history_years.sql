-- Made-up ratings of the same people, this year's included, and of the collectives of a sample dossier.
-- role: owner
-- returns: none
insert into office.achievement_year (nominee_id, unit_id, year, rating, decision_no, source)
select n.nominee_id, n.unit_id, s.year - k.back, case when (n.ordinal + k.back) % 3 = 0 then 'good'::office.rating else 'excellent' end,
	(40 + n.ordinal + k.back) || '/QĐ-UBND', case when k.back = 0 then 'declared'::office.fact_source else 'import' end
from office.nomination n
join office.dossier d on d.id = n.dossier_id
join office.season s on s.id = d.season_id
cross join generate_series(0, 4) as k (back)
where d.id = :dossier_id and n.nominee_id is not null
  and (n.kind = 'collective' or (n.kind = 'person' and n.ordinal % 4 <> 0 and (k.back > 0 or n.ordinal % 4 <> 1)))
on conflict (nominee_id, year) do nothing
