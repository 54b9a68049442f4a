-- Counts publications: caches look again when it grew.
-- role: public
-- returns: one
select number from site.generation
