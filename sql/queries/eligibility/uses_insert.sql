-- Initiatives a nomination rests on; only those of its nominee.
-- returns: none
insert into initiative_use (nomination_id, initiative_id, unit_id, chosen_by)
select :nomination_id, i.initiative_id, :unit_id, office.me()
from office.dossier_initiatives(:dossier_id) i
where i.nomination_id = :nomination_id and i.initiative_id = any (:ids::bigint[])
