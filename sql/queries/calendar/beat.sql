-- A web worker is here and can write; in how many seconds to come again.
-- returns: one
select office.beat() as "seconds!"
