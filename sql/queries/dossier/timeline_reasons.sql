-- Why nominations of a dossier stand returned, on hold or refused: each reason with how many, by whom, and the first names.
-- returns: many
select n.state, n.state_reason as reason, count(*) as "total!", max(n.state_at) as "at!",
	array_to_string((array_agg(n.name order by n.ordinal))[1:3], ', ') as "names!"
from nomination n
where n.dossier_id = :dossier_id and n.state in ('returned', 'on_hold', 'ineligible', 'rejected')
group by n.state, n.state_reason
order by n.state, count(*) desc, n.state_reason
limit 50
