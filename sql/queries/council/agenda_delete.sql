-- Take an item off the agenda while it waits.
-- returns: none
delete from agenda_item where id = :agenda_item_id and council_session_id = :council_session_id and state = 'waiting'
