-- As hold, for changing the head of the dossier itself: one after the other.
-- returns: one
select d.id as dossier_id, d.version
from dossier d
where d.id = :dossier_id
for update
