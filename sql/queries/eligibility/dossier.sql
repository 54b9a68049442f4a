-- What of a dossier decides which rules apply.
-- returns: one
select d.id as dossier_id, d.unit_id, d.title, d.letter_no, d.state, d.received_on, s.year as season_year, s.kind as season_kind,
	d.unit_id in (select office.my_units(role_bit('drafter') | role_bit('unit_head'))) as "mine!",
	d.unit_id in (select office.my_units(role_bit('appraiser'))) as "appraises!"
from dossier d
join season s on s.id = d.season_id
where d.id = :dossier_id
