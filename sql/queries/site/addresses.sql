-- Addresses for the sitemap: pages only, page by page.
-- role: public
-- returns: many
select distinct on (a.path) a.path, a.created_at
from site.artifact a
where a.path > :after and a.content_type like 'text/html%' and a.path not like '%/embed/%'
order by a.path, a.version desc
limit :count
