-- Rows of an import as sent, with what people decided.
-- returns: many
select r.row_no, r.raw::text as "raw!", r.fix::text as "fix!", r.decision, r.digest
from import_row r
where r.import_id = :import_id and r.class <> 'removed'
order by r.row_no
