-- Nominations taken out of a dossier that can be put back, latest first.
-- returns: many
select x.nomination_id, x.name, x.ordinal, x.deleted_at, a.full_name as who
from nomination_deleted x
join account a on a.id = x.deleted_by
where x.dossier_id = :dossier_id and x.restored_at is null
order by x.deleted_at desc, x.id desc
limit 20
