-- The list as it stands, for undoing.
-- returns: none
update import
set order_before = (select array_agg(n.id order by n.ordinal) from nomination n where n.dossier_id = :dossier_id),
	removed_too = :removed_too
where id = :import_id
