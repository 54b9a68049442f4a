-- Filed dossiers to appraise, the oldest filing first.
-- returns: many
select d.id as dossier_id, d.title, d.letter_no, d.state, d.submitted_at as "submitted_at!", d.received_on, d.is_sample,
	u.name_vi as unit_name, s.name as season_name, f.total as "total!", f.waiting as "waiting!",
	f.returned as "returned!", f.eligible as "eligible!", f.ineligible as "ineligible!", f.on_hold as "on_hold!", f.council as "council!"
from dossier d
join unit u on u.id = d.unit_id
join season s on s.id = d.season_id
cross join lateral (
	select count(*) as total,
		count(*) filter (where n.state in ('submitted', 'appraising')) as waiting,
		count(*) filter (where n.state = 'returned') as returned,
		count(*) filter (where n.state = 'eligible') as eligible,
		count(*) filter (where n.state = 'ineligible') as ineligible,
		count(*) filter (where n.state = 'on_hold') as on_hold,
		count(*) filter (where n.state in ('council', 'approved', 'rejected', 'decided', 'published', 'corrected', 'revoked')) as council
	from nomination n
	where n.dossier_id = d.id) f
where d.submitted_at is not null and d.state <> 'draft'
  and (d.submitted_at, d.id) > (:after_at::timestamptz, :after_id::bigint)
  and case when :state?::dossier_state is null then d.state in ('submitted', 'appraising') else d.state = :state end
  and (:season_id?::bigint is null or d.season_id = :season_id)
  and (:unit_id?::bigint is null or d.unit_id = :unit_id)
order by d.submitted_at, d.id
limit :count
