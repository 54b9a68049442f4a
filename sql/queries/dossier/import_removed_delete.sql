-- Rows made for what a workbook lacks, before they are found anew.
-- returns: none
delete from import_row where import_id = :import_id and class = 'removed'
