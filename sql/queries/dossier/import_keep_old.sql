-- Nominations as they are before an import changes or removes them; who they are in the register is matched anew.
-- returns: none
update import_row r
set old = to_jsonb(n) - 'nominee_id' - 'name_key' || jsonb_build_object('attachments',
	coalesce((select jsonb_agg(t.id) from attachment t where t.nomination_id = n.id), '[]'))
from nomination n
where r.import_id = :import_id and (r.class = 'changed' or (r.class = 'removed' and :removed_too::boolean))
  and n.id = r.nomination_id and n.dossier_id = :dossier_id and n.version = r.nomination_version and n.state = 'draft'
