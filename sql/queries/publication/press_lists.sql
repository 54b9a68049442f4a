-- Honour lists that are out, newest first, for who embeds them.
-- returns: many
select l.id as honour_list_id, l.slug, s.title, s.version, s.visible_from, s.entries, s.decision_no, s.decision_date
from honour_list l
join site.list s on s.slug = l.slug and s.version = l.published_version
where s.visible_from <= now() and l.id < :before_id::bigint
order by l.id desc
limit :count
