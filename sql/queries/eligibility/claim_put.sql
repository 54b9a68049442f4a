-- Way and figures a nomination declares; version 0: the first time.
-- returns: none
insert into nomination_claim as c (nomination_id, unit_id, route, members, completed, advanced, disciplined, fighters, recorded_by)
values (:nomination_id, :unit_id, :route, :members?, :completed?, :advanced?, :disciplined?, :fighters?, office.me())
on conflict (nomination_id) do update set route = excluded.route, members = excluded.members, completed = excluded.completed,
	advanced = excluded.advanced, disciplined = excluded.disciplined, fighters = excluded.fighters,
	recorded_by = excluded.recorded_by, recorded_at = now(), confirmed_by = null, confirmed_at = null, version = c.version + 1
where c.version = :version
