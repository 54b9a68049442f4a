-- The next job that is due, locked until this transaction ends: a worker that dies lets go of it.
-- returns: maybe
select j.id as job_id, j.kind, j.payload::text as "payload!", j.account_id, j.attempts
from office.job j
where j.state = 'waiting' and j.run_after <= now()
order by j.run_after, j.id
limit 1
for update skip locked
