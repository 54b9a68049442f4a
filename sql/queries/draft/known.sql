-- What was received before from this page, with what became of it.
-- returns: many
select e.seq, e.outcome, e.at
from draft_entry e
where e.account_id = office.me() and e.client = :client and e.seq = any(:seqs::text::bigint[])
