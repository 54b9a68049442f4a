-- Nominations that have no entry in the register yet.
-- role: owner
-- returns: many
select n.id, n.name from office.nomination n where n.nominee_id is null order by n.id limit :count
