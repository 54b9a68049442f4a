-- Whether the number of a nomination belongs to another name in the register.
-- returns: one
select n.id in (select office.dossier_doubtful(n.dossier_id)) as "doubtful!"
from nomination n
where n.id = :nomination_id
