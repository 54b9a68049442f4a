-- What the public can filter by, of a version.
-- returns: none
insert into site.facet (kind, code, name_vi, name_en, visible_from)
select distinct on (f.kind, f.code) f.kind, f.code, f.name_vi, f.name_en, e.visible_from
from site.entry e
cross join lateral (values ('award', e.award_code, e.award_name_vi, e.award_name_en),
	('unit', e.unit_code, e.unit_name, e.unit_name), ('field', e.field::text, e.field::text, e.field::text),
	('year', e.year::text, e.year::text, e.year::text)) f (kind, code, name_vi, name_en)
where e.list_slug = :slug and e.list_version = :list_version
order by f.kind, f.code
on conflict (kind, code) do update set name_vi = excluded.name_vi, name_en = excluded.name_en,
	visible_from = least(site.facet.visible_from, excluded.visible_from)
