-- Jobs that were given up.
-- returns: one
select count(*) as "total!" from job where state = 'dead'
