-- What counts now for a unit (NULL: for all).
-- returns: one
select office.closes_at(:season_id, :unit_id?::bigint) as "closes_at!", now() as "now!"
