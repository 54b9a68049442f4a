-- Identity numbers of nominations that came back.
-- returns: one
select count(*) filter (where office.identity_restore(r.nomination_id)) as "restored!"
from import_row r
where r.import_id = :import_id and r.class = 'removed' and r.old is not null
