-- Nominations of a dossier with what they declare; nomination 0: all.  Whose number belongs to another name is nobody known.
-- returns: many
select n.id as nomination_id, n.unit_id, n.ordinal, n.kind, n.name, n.award_type_id, w.name_vi as award_name, w.category,
	w.recipient, w.legal_basis, n.achievement, n.state,
	case when n.id not in (select office.dossier_doubtful(:dossier_id)) then n.nominee_id end as nominee_id, coalesce(c.route, '') as "route!", c.members as "members?",
	c.completed as "completed?", c.advanced as "advanced?", c.disciplined as "disciplined?", c.fighters as "fighters?",
	c.confirmed_at is not null as "figures_confirmed!", coalesce(c.version, 0) as "claim_version!"
from nomination n
join award_type w on w.id = n.award_type_id
left join nomination_claim c on c.nomination_id = n.id
where n.dossier_id = :dossier_id and (:nomination_id::bigint = 0 or n.id = :nomination_id)
order by n.ordinal
