-- Entries somebody told apart from this one.
-- returns: many
select e.id as nominee_id, e.name, d.reason, d.decided_at, coalesce(a.full_name, '') as "who!"
from nominee_distinct d
join nominee x on x.id in (d.first_id, d.second_id) and x.root_id = :nominee_id
join nominee o on o.id in (d.first_id, d.second_id) and o.id <> x.id
join nominee e on e.id = o.root_id
left join account a on a.id = d.decided_by
where e.id <> :nominee_id
order by d.decided_at desc
limit 50
