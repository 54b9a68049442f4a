-- How many dossiers one may see, by state, for the filter.
-- returns: many
select d.state, count(*) as "total!"
from dossier d
where :season_id?::bigint is null or d.season_id = :season_id
group by d.state
order by d.state
