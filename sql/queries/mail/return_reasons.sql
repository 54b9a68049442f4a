-- Why nominations of a dossier stand returned, the most frequent reason first.
-- returns: many
select n.state_reason as reason, count(*) as "total!"
from nomination n
where n.dossier_id = :dossier_id and n.state = 'returned'
group by n.state_reason
order by count(*) desc, n.state_reason
limit 6
