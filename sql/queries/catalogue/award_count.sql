-- How many award types there are.
-- returns: one
select count(*) as "total!" from award_type
