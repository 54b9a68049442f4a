-- Units whose dossiers are not filed yet, with the closing time they have now.
-- returns: many
select u.name_vi as unit_name, count(*) as "drafts!", min(office.closes_at(:season_id, u.id)) as "closes_at!"
from office.season_dossiers(:season_id, :unit_id?::bigint) d
join unit u on u.id = d.unit_id
where d.state = 'draft'
group by u.id
order by u.name_vi
limit 20
