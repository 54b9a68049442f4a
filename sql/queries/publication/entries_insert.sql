-- The entries of a new list; rows is a JSON array of honour_id and anchor.
-- returns: none
insert into honour_list_entry (honour_list_id, honour_id, anchor)
select :honour_list_id, r.honour_id, r.anchor
from jsonb_to_recordset(:rows::jsonb) as r (honour_id bigint, anchor text)
