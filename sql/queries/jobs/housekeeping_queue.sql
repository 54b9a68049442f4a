-- Queue the hourly housekeeping when none waits and the last one is an hour old.
-- returns: none
insert into office.job (kind)
select 'housekeeping'
where not exists (
	select 1 from office.job j
	where j.kind = 'housekeeping'
	  and (j.state = 'waiting' or j.finished_at > now() - interval '1 hour'))
