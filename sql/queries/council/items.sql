-- The agenda: nominations, how they are voted, the rule that applies, and what has come in.
-- returns: many
select i.id as agenda_item_id, i.ordinal, i.nomination_id, i.method, i.state, i.percent, i.members_total, i.approve, i.disapprove,
	i.abstain, i.closed_at, n.name, n.kind, n.position, n.workplace, n.achievement, u.name_vi as unit_name, w.name_vi as award_name,
	r.id as "vote_rule_id?", r.percent as "rule_percent?", r.secret as "rule_secret?", r.legal_basis as "rule_basis?",
	r.confirmed as "rule_confirmed?", v.cast_count as "cast_count!", v.written_count as "written_count!",
	p.approve as "paper_approve?", p.disapprove as "paper_disapprove?", p.abstain as "paper_abstain?",
	p.entered_by as "paper_by?", e.full_name as "paper_by_name?", q.full_name as "paper_confirmed_name?"
from agenda_item i
join council_session s on s.id = i.council_session_id
join council c on c.id = s.council_id
join nomination n on n.id = i.nomination_id
join unit u on u.id = n.unit_id
join award_type w on w.id = n.award_type_id
left join vote_rule r on r.id = coalesce(i.vote_rule_id, (select x.id from vote_rule x where x.award_type_id = n.award_type_id
	and x.level = c.level and x.valid_from <= s.held_on and (x.valid_to is null or x.valid_to >= s.held_on)))
cross join lateral (select count(*) filter (where not o.written) as cast_count, count(*) filter (where o.written) as written_count
	from vote o where o.agenda_item_id = i.id) v
left join paper_count p on p.agenda_item_id = i.id
left join account e on e.id = p.entered_by
left join account q on q.id = p.confirmed_by
where i.council_session_id = :council_session_id and (:agenda_item_id?::bigint is null or i.id = :agenda_item_id)
order by i.ordinal, i.id
