-- Record a ground for putting on hold.
-- returns: one
insert into hold_ground (nominee_id, unit_id, kind, document_no, from_on, recorded_by)
values (:nominee_id, :unit_id, :kind, :document_no, :from_on, office.me())
returning id as hold_ground_id
