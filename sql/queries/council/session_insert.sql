-- A new session.
-- returns: one
insert into council_session (council_id, title, held_on, place)
values (:council_id, :title, :held_on, :place)
returning id as council_session_id
