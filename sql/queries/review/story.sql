-- What happened to a nomination, oldest first.
-- returns: many
select e.from_state, e.to_state, e.reason, a.full_name as "who?", e.at
from nomination_event e
left join account a on a.id = e.account_id
where e.nomination_id = :nomination_id
order by e.id
