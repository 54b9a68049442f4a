-- Other nominations of the same year under the same folded name: filed twice, or two people.
-- returns: many
select n.id as nomination_id, n.name, n.position, u.name_vi as unit_name, w.name_vi as award_name, n.state
from nomination n
join dossier d on d.id = n.dossier_id
join season s on s.id = d.season_id
join unit u on u.id = d.unit_id
join award_type w on w.id = n.award_type_id
where n.name_folded = :name_folded and n.kind = :kind and n.id <> :nomination_id and s.year = :year and n.state <> 'draft'
order by n.id
limit 20
