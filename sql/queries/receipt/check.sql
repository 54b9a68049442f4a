-- Whether a receipt with this number and code was given out, and what its holder may learn.
-- role: public
-- returns: maybe
select c.receipt_no as "receipt_no!", c.unit_name as "unit_name!", c.filed_at as "filed_at!", c.sha256 as "sha256!", c.replaced_at as "replaced_at?"
from site.receipt_check(:number, :code) c
