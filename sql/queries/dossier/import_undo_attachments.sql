-- Evidence belongs again to the nominations that came back.
-- returns: none
update attachment t
set nomination_id = r.nomination_id
from import_row r
cross join lateral jsonb_array_elements_text(r.old -> 'attachments') a(id)
where r.import_id = :import_id and r.class = 'removed' and r.old is not null and t.id = a.id::bigint
  and t.dossier_id = :dossier_id and t.nomination_id is null
