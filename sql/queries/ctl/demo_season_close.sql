-- The true closing time of a season that was held open to be filled.
-- role: owner
-- returns: none
update office.season set closes_at = :closes_at where id = :season_id
