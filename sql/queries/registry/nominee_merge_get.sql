-- One merge.
-- returns: one
select m.id as nominee_merge_id, m.from_id, f.name as from_name, m.into_id, t.name as into_name, m.reason, m.merged_at, m.undone_at
from nominee_merge m
join nominee f on f.id = m.from_id
join nominee t on t.id = m.into_id
where m.id = :nominee_merge_id
