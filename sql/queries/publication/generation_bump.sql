-- Caches look again.
-- returns: none
update site.generation set number = number + 1
