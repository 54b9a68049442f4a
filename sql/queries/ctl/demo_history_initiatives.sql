-- Made-up initiatives of the same people, recognised with wider and wider scope.
-- role: owner
-- returns: none
insert into office.initiative (nominee_id, unit_id, year, title, scope, recognised_by, recognition_no, source)
select n.nominee_id, n.unit_id, s.year - k.back, case k.back when 1 then 'Rút ngắn thời gian giải quyết hồ sơ tại bộ phận một cửa'
	else 'Số hóa sổ theo dõi của tổ dân phố' end, case when k.back = 1 then 'province'::office.initiative_scope else 'unit' end,
	case when k.back = 1 then 'Chủ tịch UBND tỉnh' else 'Chủ tịch UBND phường' end, (200 + n.ordinal + k.back) || '/QĐ-UBND', 'import'
from office.nomination n
join office.dossier d on d.id = n.dossier_id
join office.season s on s.id = d.season_id
cross join generate_series(1, 2) as k (back)
where d.id = :dossier_id and n.kind = 'person' and n.nominee_id is not null and n.ordinal % 4 in (1, 3)
  and not exists (select 1 from office.initiative i where i.nominee_id = n.nominee_id and i.year = s.year - k.back)
