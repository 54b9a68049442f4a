-- Queue the rendering in this transaction.
-- returns: one
insert into job (kind, payload, account_id)
values ('publication.render', jsonb_build_object('honour_list_id', :honour_list_id::bigint), office.me())
returning id as job_id
