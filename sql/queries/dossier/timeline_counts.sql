-- How many nominations of a dossier stand where, and since when.
-- returns: many
select n.state, count(*) as "total!", min(n.state_at) as "since!", max(n.state_at) as "last!"
from nomination n
where n.dossier_id = :dossier_id
group by n.state
order by n.state
