-- One import with its counts.
-- returns: one
select i.id as import_id, i.dossier_id, i.unit_id, i.file_name, i.state, i.created_at, i.confirmed_at,
	a.full_name as created_by, c.total as "total!", c.bad as "bad!", c.duplicates as "duplicates!",
	c.warned as "warned!", c.fresh as "fresh!", c.persons as "persons!", c.collectives as "collectives!",
	c.households as "households!"
from import i
join account a on a.id = i.created_by
cross join lateral (
	select count(*) as total,
		count(*) filter (where r.problems <> '') as bad,
		count(*) filter (where r.problems = '' and r.duplicate) as duplicates,
		count(*) filter (where r.problems = '' and not r.duplicate and r.warnings <> '') as warned,
		count(*) filter (where r.problems = '' and not r.duplicate) as fresh,
		count(*) filter (where r.problems = '' and not r.duplicate and r.kind = 'person') as persons,
		count(*) filter (where r.problems = '' and not r.duplicate and r.kind = 'collective') as collectives,
		count(*) filter (where r.problems = '' and not r.duplicate and r.kind = 'household') as households
	from import_row r where r.import_id = i.id) c
where i.id = :import_id and i.dossier_id = :dossier_id
