-- Put a given-up job back.
-- returns: none
update job set state = 'waiting', attempts = 0, run_after = now(), last_error = null
where id = :job_id and state = 'dead'
