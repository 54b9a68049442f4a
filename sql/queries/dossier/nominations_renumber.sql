-- Close the gaps in the list after something was taken out.
-- returns: none
update nomination n
set ordinal = o.place
from (select id, row_number() over (order by ordinal)::integer as place from nomination where dossier_id = :dossier_id) o
where o.id = n.id and n.ordinal <> o.place
