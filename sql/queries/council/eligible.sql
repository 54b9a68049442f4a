-- Eligible nominations that can be put on the agenda of a council: from its unit and below.
-- returns: many
select n.id as nomination_id, n.name, n.kind, n.position, w.name_vi as award_name, u.name_vi as unit_name, s.name as season_name, d.letter_no
from nomination n
join dossier d on d.id = n.dossier_id
join season s on s.id = d.season_id
join unit u on u.id = n.unit_id
join award_type w on w.id = n.award_type_id
where n.state = 'eligible' and n.id > :after::bigint
  and n.unit_id in (select x.unit_id from unit_closure x where x.ancestor_id = :unit_id)
order by n.id
limit :count
