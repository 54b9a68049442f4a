-- Record an initiative.
-- returns: one
insert into initiative (nominee_id, unit_id, year, kind, title, scope, recognised_by, recognition_no, recorded_by)
values (:nominee_id, :unit_id, :year, :kind, :title, :scope, :recognised_by, :recognition_no, office.me())
returning id as initiative_id
