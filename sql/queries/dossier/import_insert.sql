-- Begin an import.
-- returns: one
insert into import (dossier_id, unit_id, file_name, created_by, state, source, total_rows, seal, seal_keys, table_mac)
values (:dossier_id, :unit_id, :file_name, office.me(), 'loading', :source, :total_rows, :seal, :seal_keys::jsonb, :table_mac)
returning id as import_id
