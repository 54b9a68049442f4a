-- What these row numbers held before a chunk came again.
-- returns: none
delete from import_row where import_id = :import_id and row_no between :from_row and :to_row
