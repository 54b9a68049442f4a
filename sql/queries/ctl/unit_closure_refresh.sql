-- Who stands above whom, made again from the parents.
-- role: owner
-- returns: one
select office.unit_closure_refresh() is null as "refreshed!"
