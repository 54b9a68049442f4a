-- The latest notices of the person signed in, by mail or not.
-- returns: many
select m.subject, m.path, m.state, m.last_error, m.created_at
from mail m
where m.account_id = office.me() and m.kind <> 'digest' and m.path <> '' and m.visible_from <= now()
order by m.id desc
limit 20
