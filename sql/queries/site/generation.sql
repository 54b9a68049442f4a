-- Counts publications: caches look again when it grew.
-- returns: one
select number from site.generation
