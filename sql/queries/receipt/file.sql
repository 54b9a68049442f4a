-- The printable receipt of a filing.
-- returns: maybe
select f.receipt_no, r.content
from filing f
join receipt_file r on r.filing_id = f.id
where f.id = :filing_id and f.dossier_id = :dossier_id
