-- One import with its counts.
-- returns: one
select i.id as import_id, i.dossier_id, i.unit_id, i.file_name, i.state, i.source, i.total_rows, i.created_at, i.confirmed_at,
	i.header_row, i.mapping, i.headings::text as "headings!", i.mapping_chosen, i.answers::text as "answers!", i.notes, i.seal,
	i.seal_keys::text as "seal_keys!", i.seen, i.removed_too, i.created_at + office.import_waits() as "drops_at!", a.full_name as created_by, c.total as "total!", c.last_row as "last_row!",
	c.fresh as "fresh!", c.changed as "changed!", c.same as "same!", c.duplicates as "duplicates!", c.bad as "bad!",
	c.removed as "removed!", c.ignored as "ignored!", c.warned as "warned!"
from import i
join account a on a.id = i.created_by
cross join lateral (
	select count(*) filter (where r.class <> 'removed') as total,
		coalesce(max(r.row_no) filter (where r.class <> 'removed'), 0) as last_row,
		count(*) filter (where r.class = 'new') as fresh,
		count(*) filter (where r.class = 'changed') as changed,
		count(*) filter (where r.class = 'same') as same,
		count(*) filter (where r.class = 'duplicate') as duplicates,
		count(*) filter (where r.class = 'problem') as bad,
		count(*) filter (where r.class = 'removed') as removed,
		count(*) filter (where r.class = 'ignored') as ignored,
		count(*) filter (where r.class in ('new', 'changed') and r.warnings <> '') as warned
	from import_row r where r.import_id = i.id) c
where i.id = :import_id and i.dossier_id = :dossier_id
