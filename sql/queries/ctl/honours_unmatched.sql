-- Honours that have no entry in the register yet, from before this system.
-- role: owner
-- returns: many
select h.id, h.name from office.honour h where h.nominee_id is null order by h.decision_date, h.id limit :count
