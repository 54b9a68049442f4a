-- How many filed dossiers there are in each state, for the filter.
-- returns: many
select d.state, count(*) as "total!"
from dossier d
where d.submitted_at is not null and d.state <> 'draft'
  and (:season_id?::bigint is null or d.season_id = :season_id)
  and (:unit_id?::bigint is null or d.unit_id = :unit_id)
group by d.state
order by d.state
