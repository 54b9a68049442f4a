-- Begin an import.
-- returns: one
insert into import (dossier_id, unit_id, file_name, created_by)
values (:dossier_id, :unit_id, :file_name, office.me())
returning id as import_id
