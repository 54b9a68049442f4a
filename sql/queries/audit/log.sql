-- The audit log, newest first; every condition may be left empty.
-- returns: many
select l.id as "log_id!", l.at, a.full_name as "who?", a.username as "username?", l.action, l.object, l.object_id, u.name_vi as "unit_name?",
	l.detail::text as "detail!", l.request_id, l.address
from audit_log l
left join account a on a.id = l.account_id
left join unit u on u.id = l.unit_id
where l.id < :before
  and (:username = '' or a.username = :username)
  and (:object = '' or l.object = :object)
  and (:object_id::bigint = 0 or l.object_id = :object_id)
  and (:from_at?::timestamptz is null or l.at >= :from_at)
  and (:to_at?::timestamptz is null or l.at < :to_at)
order by l.id desc
limit :count
