-- What happened to a dossier, oldest first: begun, imported, filed, and states given to nominations.
-- returns: many
select h.at as "at!", h.who as "who!", h.what as "what!", h.total as "total!", h.note as "note!",
	h.filing_id as "filing_id?", h.import_id as "import_id?", h.sha256 as "sha256!"
from (
	select d.created_at as at, a.full_name as who, 'created' as what, 0::bigint as total, '' as note,
		null::bigint as filing_id, null::bigint as import_id, '' as sha256, 0 as place
	from dossier d
	join account a on a.id = d.created_by
	where d.id = :dossier_id
	union all
	select coalesce(i.confirmed_at, i.created_at), a.full_name, 'import_' || i.state,
		(select count(*) from import_row r where r.import_id = i.id and r.class in ('new', 'changed')), i.file_name, null, i.id, '', 1
	from import i
	join account a on a.id = i.created_by
	where i.dossier_id = :dossier_id and i.state in ('preview', 'confirmed', 'undone')
	union all
	select x.deleted_at, a.full_name, 'deleted', 1, x.name, null, null, '', 1
	from nomination_deleted x
	join account a on a.id = x.deleted_by
	where x.dossier_id = :dossier_id
	union all
	select x.restored_at, a.full_name, 'restored', 1, x.name, null, null, '', 1
	from nomination_deleted x
	join account a on a.id = x.restored_by
	where x.dossier_id = :dossier_id
	union all
	select f.filed_at, a.full_name, 'filed', f.nominations, f.receipt_no, f.id, null, f.sha256, 2
	from filing f
	join account a on a.id = f.filed_by
	where f.dossier_id = :dossier_id
	union all
	select e.at, coalesce(a.full_name, ''), 'state_' || e.to_state, count(*), coalesce(string_agg(distinct nullif(e.reason, ''), E'\n'), ''),
		null, null, '', 3
	from nomination n
	join nomination_event e on e.nomination_id = n.id
	left join account a on a.id = e.account_id
	where n.dossier_id = :dossier_id and e.to_state in ('appraising', 'returned', 'eligible', 'ineligible', 'on_hold', 'council',
		'approved', 'rejected', 'decided', 'published', 'corrected', 'revoked')
	group by e.at, a.full_name, e.to_state) h
order by h.at, h.place
limit 200
