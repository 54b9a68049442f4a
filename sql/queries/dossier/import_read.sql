-- What was found when the sheet was read.
-- returns: none
update import
set state = 'preview', header_row = :header_row, mapping = :mapping, headings = :headings::jsonb, notes = :notes, seen = :seen
where id = :import_id and state in ('loading', 'preview')
