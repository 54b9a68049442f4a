-- Move an import on; no row: somebody else did first.
-- returns: none
update import
set state = :to_state, confirmed_at = case when :to_state = 'confirmed'::import_state then now() else confirmed_at end
where id = :import_id and dossier_id = :dossier_id and state = :from_state
