-- Hold a list until the transaction ends.
-- returns: one
select l.id as honour_list_id, l.unit_id, l.state, l.version, l.published_version, l.slug
from honour_list l
where l.id = :honour_list_id
for update
