-- The mapping a person chose.
-- returns: none
update import
set header_row = :header_row, mapping = :mapping, mapping_chosen = true
where id = :import_id and state = 'preview'
