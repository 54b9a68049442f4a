-- One nomination as a record, with its neighbours in the dossier.
-- returns: one
select n.id as nomination_id, n.dossier_id, n.unit_id, n.ordinal, n.kind, n.name, n.name_folded, n.gender, n.born_on, n.born_year,
	n.position, n.workplace, w.name_vi as award_name, w.code as award_code, w.legal_basis, w.prerequisite,
	w.confirmed as award_confirmed, n.field, n.achievement, n.state, n.state_reason, n.state_at, n.version,
	d.title as dossier_title, d.letter_no, d.state as dossier_state, d.received_on, u.name_vi as unit_name,
	s.name as season_name, s.year as season_year,
	(select p.id from nomination p where p.dossier_id = n.dossier_id and p.ordinal < n.ordinal order by p.ordinal desc limit 1) as "previous_id?",
	(select p.id from nomination p where p.dossier_id = n.dossier_id and p.ordinal > n.ordinal order by p.ordinal limit 1) as "next_id?"
from nomination n
join dossier d on d.id = n.dossier_id
join unit u on u.id = d.unit_id
join season s on s.id = d.season_id
join award_type w on w.id = n.award_type_id
where n.id = :nomination_id and n.state <> 'draft'
