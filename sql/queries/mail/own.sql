-- The own address, the one that waits to be confirmed, and how notices are wanted.
-- returns: one
select coalesce(a.email, '') as "email!", coalesce(c.email, '') as "wanted!", c.expires_at as "expires_at?",
	coalesce(s.daily, false) as "daily!",
	coalesce((select string_agg(m.kind::text, ',' order by m.kind) from notice_mute m where m.account_id = a.id), '') as "muted!"
from account a
left join notice_setting s on s.account_id = a.id
left join lateral (select x.email, x.expires_at from email_change x
	where x.account_id = a.id and x.used_at is null and x.expires_at > now() order by x.id desc limit 1) c on true
where a.id = office.me()
