-- How many mails stand in which state.
-- returns: many
select m.state, count(*) as "total!"
from mail m
group by m.state
order by m.state
