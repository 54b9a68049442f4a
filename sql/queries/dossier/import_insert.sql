-- Begin an import.
-- returns: one
insert into import (dossier_id, unit_id, file_name, created_by, state, source, total_rows, seal, seal_keys)
values (:dossier_id, :unit_id, :file_name, office.me(), 'loading', :source, :total_rows, :seal, :seal_keys::jsonb)
returning id as import_id
