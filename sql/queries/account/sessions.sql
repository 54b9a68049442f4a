-- Where the signed-in person is signed in, newest first.
-- returns: many
select s.token_hash, s.created_at, s.last_seen_at, s.address, s.user_agent
from session s
where s.account_id = office.me() and s.expires_at > now()
order by s.last_seen_at desc
limit 50
