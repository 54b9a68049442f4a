-- Finding nominees alike is planned for long lists, whatever the statistics say.
set local lock_timeout = '2s';

-- Right after 10,000 rows came in the planner still believes the registry to be empty and compares every name with
-- every other: 10 s and no page, where the index needs 0.5 s. Statistics come a minute later; a page cannot wait.
alter function office.nominee_near(bigint[]) set enable_seqscan = off;
