-- Accounts that can be members: active, not serving in this council yet.
-- returns: many
select a.id as account_id, a.username, a.full_name
from account a
where a.active and not exists (select 1 from council_member m where m.council_id = :council_id and m.account_id = a.id and m.valid_to is null)
order by a.full_name collate "vi-x-icu", a.id
