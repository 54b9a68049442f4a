-- Record the rating of a year; one that an appraiser confirmed or the register holds is only changed by appraisers.
-- returns: none
insert into achievement_year as y (nominee_id, unit_id, year, rating, maternity_leave, decision_no, recorded_by)
values (:nominee_id, :unit_id, :year, :rating?, :maternity_leave, :decision_no, office.me())
on conflict (nominee_id, year) do update set rating = excluded.rating, maternity_leave = excluded.maternity_leave,
	decision_no = excluded.decision_no, recorded_by = excluded.recorded_by, recorded_at = now(), source = 'declared',
	confirmed_by = null, confirmed_at = null, version = y.version + 1
where (y.source = 'declared' and y.confirmed_at is null) or :appraises::boolean
