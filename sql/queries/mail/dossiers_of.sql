-- The dossiers some nominations belong to, with how many of them each has.
-- returns: many
select n.dossier_id, count(*) as "total!"
from nomination n
where n.id = any(:ids::bigint[])
group by n.dossier_id
order by n.dossier_id
