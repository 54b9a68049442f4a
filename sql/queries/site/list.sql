-- One list the public can see.
-- role: public
-- returns: maybe
select l.slug, l.version, l.title, l.entries, l.visible_from, l.unit_name
from site.list l
where l.slug = :slug
order by l.version desc
limit 1
