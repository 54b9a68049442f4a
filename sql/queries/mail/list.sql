-- Mails in a state, the newest first, for the administrator.
-- returns: many
select m.id as mail_id, m.kind, m.state, a.full_name, m.address, m.subject, m.attempts, m.last_error, m.created_at, m.next_at,
	m.sent_at
from mail m
join account a on a.id = m.account_id
where m.state = :state and m.id < :before_id::bigint
order by m.id desc
limit :count
