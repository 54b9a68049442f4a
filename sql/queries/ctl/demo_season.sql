-- A season of the living example.
-- role: owner
-- returns: one
insert into office.season (movement_id, name, year, kind, opens_at, closes_at, is_sample)
values (:movement_id?, :name, :year::integer, 'cong_trang', :opens_at, :closes_at, true)
returning id as season_id
