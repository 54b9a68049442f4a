-- Take the dossier for a change: whoever changes anything in it comes through here, one after the other.
-- returns: one
select d.id as dossier_id, d.state, d.version, now() as "now!"
from dossier d
where d.id = :dossier_id
for update
