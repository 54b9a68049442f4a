-- Jobs waiting or given up, the given up first.
-- returns: many
select j.id as job_id, j.kind, j.state, j.attempts, j.last_error, j.created_at, j.run_after
from job j
where j.state <> 'done'
order by j.state = 'dead' desc, j.id desc
limit 200
