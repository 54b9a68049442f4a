-- Nominations whose folded name holds the words, newest first.
-- returns: many
select n.id as nomination_id, n.name, n.kind, u.name_vi as unit_name, w.name_vi as award_name, s.name as season_name, n.state
from nomination n
join dossier d on d.id = n.dossier_id
join unit u on u.id = n.unit_id
join award_type w on w.id = n.award_type_id
join season s on s.id = d.season_id
where n.name_folded like '%' || :folded || '%' and n.id < :before
order by n.id desc
limit :count
