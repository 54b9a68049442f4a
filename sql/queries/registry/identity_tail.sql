-- The last digits of a nomination's number, encrypted: only its unit's writers and appraisers find a row.
-- returns: maybe
select i.id_tail as "id_tail!", i.entered_at
from nomination_identity i
where i.nomination_id = :nomination_id
