-- The frozen copy itself.
-- returns: one
select f.receipt_no, f.content
from filing f
where f.id = :filing_id and f.dossier_id = :dossier_id
