-- Move a dossier to a state, whoever is allowed by row-level security.
-- returns: none
update dossier
set state = :state::dossier_state, version = version + 1,
	submitted_at = case when :state = 'submitted' then now() else submitted_at end,
	received_on = coalesce(received_on, :received_on?::date)
where id = :dossier_id
