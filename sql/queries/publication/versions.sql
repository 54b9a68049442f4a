-- Versions of a list on the site, oldest first.
-- returns: many
select s.version, s.title, s.visible_from, s.created_at, s.correction, s.revoked, s.entries
from site.list s
where s.slug = :slug
order by s.version
