-- What loose award names mean, as a person confirmed.
-- returns: none
update import set answers = :answers::jsonb where id = :import_id and state = 'preview'
