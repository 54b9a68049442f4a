-- Nominations an import removed come back whole, with their identity.
-- returns: none
insert into nomination overriding system value
select o.*
from import_row r
cross join lateral jsonb_populate_record(null::nomination, r.old) o
where r.import_id = :import_id and r.class = 'removed' and r.old is not null
  and not exists (select 1 from nomination n where n.id = r.nomination_id)
