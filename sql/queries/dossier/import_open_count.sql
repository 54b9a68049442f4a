-- How many sheets of a unit wait to be confirmed or dropped.
-- returns: one
select count(*) as "open!" from import i where i.unit_id = :unit_id and i.state in ('loading', 'preview')
