-- The job is done; committed together with what it did.
-- returns: none
update office.job set state = 'done', progress = 100, finished_at = now(), last_error = null
where id = :job_id
