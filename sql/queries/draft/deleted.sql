-- Whether a nomination that is not there was taken out of this dossier.
-- returns: maybe
select x.name
from nomination_deleted x
where x.nomination_id = :nomination_id and x.dossier_id = :dossier_id and x.restored_at is null
