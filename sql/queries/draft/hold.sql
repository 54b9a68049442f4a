-- The dossier as an autosave needs it, held against being filed meanwhile but not against other autosaves.
-- returns: one
select d.id as dossier_id, d.unit_id, d.state, d.version, d.season_id, d.title, d.letter_no, d.letter_date, s.opens_at,
	case when now() < s.closes_at then s.closes_at else office.closes_at(d.season_id, d.unit_id) end as "closes_at!",
	d.unit_id in (select office.my_units(role_bit('drafter') | role_bit('unit_head'))) as "mine!",
	now() as "now!"
from dossier d
join season s on s.id = d.season_id
where d.id = :dossier_id
for share of d
