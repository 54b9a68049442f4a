-- The import of this very table that the person acting began in the dossier and that was cut.
-- returns: maybe
select i.id as import_id
from import i
where i.dossier_id = :dossier_id and i.state = 'loading' and i.created_by = office.me() and i.table_mac = :table_mac
order by i.id desc
limit 1
