-- Newest versions of the lists the public can see, newest list first.
-- role: public
-- returns: many
select l.slug, l.version, l.title, l.introduction, l.unit_name, l.decision_no, l.decision_date, l.year, l.entries,
	l.visible_from, l.created_at, l.correction, l.revoked
from site.list l
where (l.visible_from, l.slug) < (:before_at, :before_slug)
	and not exists (select 1 from site.list n where n.slug = l.slug and n.version > l.version)
order by l.visible_from desc, l.slug desc
limit :count
