-- The chosen nominations, with what can be said against putting them on an agenda.
-- returns: many
select n.id as nomination_id, n.name, n.state, w.name_vi as award_name, u.name_vi as unit_name,
	n.unit_id in (select x.unit_id from unit_closure x where x.ancestor_id = :unit_id) as "below!"
from nomination n
join unit u on u.id = n.unit_id
join award_type w on w.id = n.award_type_id
where n.id = any(:ids::bigint[])
order by n.dossier_id, n.ordinal
