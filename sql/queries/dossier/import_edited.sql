-- Nominations an import made or changed that somebody edited by hand since.
-- returns: many
select n.id as nomination_id, n.ordinal, n.name, false as "made!"
from import_row r
join nomination n on n.id = r.nomination_id
where r.import_id = :import_id and r.class = 'changed' and n.dossier_id = :dossier_id and n.version <> r.nomination_version + 1
union all
select n.id, n.ordinal, n.name, true
from nomination n
where n.import_id = :import_id and n.dossier_id = :dossier_id and n.version > 1
order by 2
limit 100
