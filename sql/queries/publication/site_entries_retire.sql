-- Older versions are not the current one any more.
-- returns: none
update site.entry set current = false where list_slug = :slug and current
