-- Put nominations at the end of an agenda, in the order of dossier and list.
-- returns: none
insert into agenda_item (council_session_id, nomination_id, ordinal)
select :council_session_id::bigint, n.id, coalesce((select max(i.ordinal) from agenda_item i where i.council_session_id = :council_session_id), 0)
	+ row_number() over (order by n.dossier_id, n.ordinal)
from nomination n
where n.id = any(:ids::bigint[]) and n.state = 'eligible'
