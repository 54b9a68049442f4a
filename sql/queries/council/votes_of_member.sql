-- What one member has voted at a session.
-- returns: many
select v.agenda_item_id, v.choice, v.written, v.at
from vote v
join agenda_item i on i.id = v.agenda_item_id
where i.council_session_id = :council_session_id and v.council_member_id = :council_member_id
