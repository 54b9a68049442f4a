-- Record a disciplinary decision.
-- returns: one
insert into discipline (nominee_id, unit_id, level, from_on, to_on, decision_no, recorded_by)
values (:nominee_id, :unit_id, :level, :from_on, :to_on?, :decision_no, office.me())
returning id as discipline_id
