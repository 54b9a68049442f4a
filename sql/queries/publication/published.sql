-- What is out of a list, never before its time.
-- returns: one
select s.slug, s.version, s.title, s.introduction, s.unit_code, s.unit_name, s.decision_no, s.decision_date, s.year,
	s.visible_from, f.visible_from as first_from, s.correction, s.revoked, s.revoked_on
from honour_list l
join site.list s on s.slug = l.slug and s.version = l.published_version
join site.list f on f.slug = l.slug and f.version = 1
where l.id = :honour_list_id and (s.visible_from <= now() or (select office.has_any('publisher')))
