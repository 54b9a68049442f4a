-- Items of a session with the award they are about.
-- role: owner
-- returns: many
select i.id as agenda_item_id, i.ordinal, i.nomination_id, i.method, t.code as award_code
from office.agenda_item i
join office.nomination n on n.id = i.nomination_id
join office.award_type t on t.id = n.award_type_id
where i.council_session_id = :council_session_id
order by i.ordinal
