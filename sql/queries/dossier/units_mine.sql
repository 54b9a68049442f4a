-- Units for which one may draft or file.
-- returns: many
select u.id as unit_id, u.name_vi as name
from unit u
where u.id in (select office.my_units(role_bit('drafter') | role_bit('unit_head')))
  and u.valid_to is null
order by u.name_vi collate "vi-x-icu"
limit 300
