-- Measured outages, the newest first.
-- returns: many
select o.id as outage_id, o.began_at, o.ended_at, o.gap_seconds, o.note, a.full_name as "noted_by?"
from outage o
left join account a on a.id = o.noted_by
where o.id < :before_id::bigint
order by o.id desc
limit :count
