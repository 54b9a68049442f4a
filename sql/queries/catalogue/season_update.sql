-- Save a season as the version seen.
-- returns: none
update season
set movement_id = :movement_id?, name = :name, year = :year, kind = :kind, opens_at = :opens_at, closes_at = :closes_at, version = version + 1
where id = :season_id and version = :version
