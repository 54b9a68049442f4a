-- A unit by its code, new or changed; its parent comes with unit_set_parent.sql when all are there.
-- role: owner
-- returns: none
insert into office.unit (code, name_vi, name_en, kind, valid_from, valid_to, name_folded, note)
values (:code, :name_vi, :name_en, :kind, :valid_from?, :valid_to?, :name_folded, :note?)
on conflict (code) do update set name_vi = excluded.name_vi, name_en = excluded.name_en,
	kind = excluded.kind, valid_from = excluded.valid_from, valid_to = excluded.valid_to,
	name_folded = excluded.name_folded, note = excluded.note
where (unit.name_vi, unit.name_en, unit.kind, unit.valid_from, unit.valid_to, unit.name_folded, unit.note)
	is distinct from (excluded.name_vi, excluded.name_en, excluded.kind, excluded.valid_from,
	excluded.valid_to, excluded.name_folded, excluded.note)
