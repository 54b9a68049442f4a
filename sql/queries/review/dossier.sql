-- A filed dossier as the appraiser sees it: letter, round, receipt, how many stand where.
-- returns: one
select d.id as dossier_id, d.unit_id, d.title, d.letter_no, d.letter_date, d.state, d.submitted_at, d.received_on, d.version,
	u.name_vi as unit_name, s.name as season_name,
	l.receipt_no as "receipt_no?", l.sha256 as "sha256?", l.filed_by as "filed_by?",
	f.total as "total!", f.submitted as "submitted!", f.appraising as "appraising!", f.returned as "returned!",
	f.eligible as "eligible!", f.ineligible as "ineligible!", f.on_hold as "on_hold!", f.council as "council!"
from dossier d
join unit u on u.id = d.unit_id
join season s on s.id = d.season_id
left join lateral (
	select x.receipt_no, x.sha256, a.full_name as filed_by
	from filing x
	join account a on a.id = x.filed_by
	where x.dossier_id = d.id
	order by x.id desc
	limit 1) l on true
cross join lateral (
	select count(*) as total,
		count(*) filter (where n.state = 'submitted') as submitted,
		count(*) filter (where n.state = 'appraising') as appraising,
		count(*) filter (where n.state = 'returned') as returned,
		count(*) filter (where n.state = 'eligible') as eligible,
		count(*) filter (where n.state = 'ineligible') as ineligible,
		count(*) filter (where n.state = 'on_hold') as on_hold,
		count(*) filter (where n.state in ('council', 'approved', 'rejected', 'decided', 'published', 'corrected', 'revoked')) as council
	from nomination n
	where n.dossier_id = d.id) f
where d.id = :dossier_id and d.state <> 'draft' and d.submitted_at is not null
