-- Hang the files of a nomination that was put back on it again.
-- returns: none
update attachment
set nomination_id = :nomination_id
where id = any(:ids::text::bigint[]) and dossier_id = :dossier_id and nomination_id is null
