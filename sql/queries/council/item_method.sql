-- How the items of a session that are not open yet are voted; one item when named.
-- returns: none
update agenda_item
set method = :method, version = version + 1
where council_session_id = :council_session_id and state = 'waiting' and (:agenda_item_id?::bigint is null or id = :agenda_item_id)
