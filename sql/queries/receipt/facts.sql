-- What a receipt says; for the jobs process.
-- returns: one
select f.receipt_no as "receipt_no!", f.check_code as "check_code!", f.filed_at as "filed_at!", f.content as "content!", f.sha256 as "sha256!"
from office.receipt_facts(:filing_id) f
