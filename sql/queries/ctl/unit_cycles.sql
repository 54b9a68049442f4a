-- Units that would belong to themselves.
-- role: owner
-- returns: many
with recursive up as (
	select id, parent_id from office.unit where parent_id is not null
	union
	select up.id, u.parent_id from up join office.unit u on u.id = up.parent_id where u.parent_id is not null)
select u.code from up join office.unit u on u.id = up.id
where up.id = up.parent_id
order by u.code
limit 5
