-- A later closing time, in force at once.
-- returns: one
insert into deadline_extension (season_id, unit_id, closes_at, document, reason, made_by)
values (:season_id, :unit_id?, :closes_at, :document, :reason, office.me())
returning id as extension_id
