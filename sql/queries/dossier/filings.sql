-- Filings of a dossier, the newest first.
-- returns: many
select f.id as filing_id, f.receipt_no, f.filed_at, f.nominations, f.sha256
from filing f
where f.dossier_id = :dossier_id
order by f.id desc
