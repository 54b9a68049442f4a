-- Open a season.
-- returns: one
insert into season (movement_id, name, year, kind, opens_at, closes_at)
values (:movement_id?, :name, :year, :kind, :opens_at, :closes_at)
returning id as season_id
