-- The register, by name: roots only, searched by the words of any name they were seen under.
-- returns: many
select e.id as nominee_id, e.kind, e.name, e.name_key, e.gender, e.born_on, e.born_year, u.name_vi as unit_name, e.created_at,
	(select count(*) from nominee o where o.root_id = e.id and o.id <> e.id) as "merged!"
from nominee e
join unit u on u.id = e.unit_id
where e.merged_into is null
	and (:kind?::nominee_kind is null or e.kind = :kind?)
	and (:search::text = '' or e.id in (
		select o.root_id from nominee_name s join nominee o on o.id = s.nominee_id
		where s.name_folded like :search || '%' or s.name_folded like '% ' || :search || '%'))
	and (e.name_key, e.id) > (:after_key::text, :after_id::bigint)
order by e.name_key, e.id
limit :count
