-- Forget the lines of an import that was given up.
-- returns: none
delete from import_row where import_id = :import_id
