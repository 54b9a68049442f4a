-- How a nomination was voted on: each time it came before a council.
-- returns: many
select s.title, s.held_on, i.method, i.state, i.percent as "percent?", i.members_total as "members_total?", i.approve as "approve?",
	i.disapprove as "disapprove?", i.abstain as "abstain?", r.legal_basis as "rule_basis?", r.confirmed as "rule_confirmed?"
from agenda_item i
join council_session s on s.id = i.council_session_id
left join vote_rule r on r.id = i.vote_rule_id
where i.nomination_id = :nomination_id
order by i.id
