-- Milliseconds until the next waiting job is due, 0 when one already is; no row when nothing waits.
-- returns: maybe
select greatest(0, ceil(extract(epoch from (j.run_after - clock_timestamp())) * 1000))::bigint as "wait_ms!"
from office.job j
where j.state = 'waiting'
order by j.run_after, j.id
limit 1
