-- Housekeeping removes finished jobs after a month; a published list must not stand in its way.
set local lock_timeout = '2s';

alter table office.honour_list drop constraint honour_list_job_fkey;
alter table office.honour_list add constraint honour_list_job_fkey
	foreign key (job_id) references office.job (id) on delete set null;
