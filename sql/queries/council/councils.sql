-- Councils one may see, with their present size.
-- returns: many
select c.id as council_id, c.name, c.level, c.established_by, u.name_vi as unit_name,
	(select count(*) from council_member m where m.council_id = c.id and m.valid_from <= :today::date
		and (m.valid_to is null or m.valid_to >= :today)) as "members!"
from council c
join unit u on u.id = c.unit_id
order by c.level, u.name_vi collate "vi-x-icu", c.id
