-- The newest migration.
-- role: owner
-- returns: maybe
select name from meta.migration order by name collate "C" desc limit 1
