-- One more failure: wait 2 s, 8 s, 32 s ... at most an hour and try again, or give the job up for dead.
-- returns: none
update office.job set
	attempts = attempts + 1,
	last_error = left(:message::text, 1000),
	run_after = now() + least(interval '1 hour', interval '2 seconds' * power(4, least(attempts, 10))),
	state = case when attempts + 1 >= :limit::integer then 'dead'::office.job_state else state end,
	finished_at = case when attempts + 1 >= :limit::integer then now() end
where id = :job_id and state = 'waiting'
