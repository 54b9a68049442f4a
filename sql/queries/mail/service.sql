-- State of the connection to the mail server.
-- returns: one
select coalesce(s.configured, false) as "configured!", s.configured is not null as "known!", s.sender, s.seen_at,
	s.trouble, s.trouble_text, s.trouble_since, s.held_until, s.last_sent_at,
	(select count(*) from mail m where m.state = 'waiting') as "waiting!",
	(select count(*) from mail m where m.state = 'dead') as "dead!",
	(select min(m.created_at) from mail m where m.state = 'waiting' and m.next_at <= now()) as "oldest"
from mail_service s
