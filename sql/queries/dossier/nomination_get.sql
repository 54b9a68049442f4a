-- One nomination with its dossier and award.
-- returns: one
select n.id as nomination_id, n.dossier_id, n.unit_id, n.ordinal, n.kind, n.name, n.gender, n.born_on, n.born_year,
	n.position, n.workplace, n.award_type_id, w.code as award_code, w.name_vi as award_name, n.field, n.achievement,
	n.state, n.state_reason, n.state_at, n.import_id, n.version, d.title as dossier_title, d.letter_no,
	d.letter_date, d.state as dossier_state, d.submitted_at as dossier_submitted_at, u.name_vi as unit_name, s.name as season_name,
	d.unit_id in (select office.my_units(role_bit('drafter') | role_bit('unit_head'))) as "mine!"
from nomination n
join dossier d on d.id = n.dossier_id
join unit u on u.id = d.unit_id
join season s on s.id = d.season_id
join award_type w on w.id = n.award_type_id
where n.id = :nomination_id
