-- Take a draft nomination out, keeping all of it so that it can be put back.
-- returns: none
with gone as (
	delete from nomination where id = :nomination_id and version = :version and state = 'draft'
	returning *
)
insert into nomination_deleted (nomination_id, dossier_id, unit_id, ordinal, name, content, attachments, deleted_by)
select g.id, g.dossier_id, g.unit_id, g.ordinal, g.name, to_jsonb(g),
	coalesce((select array_agg(t.id) from attachment t where t.nomination_id = g.id), '{}'), office.me()
from gone g
