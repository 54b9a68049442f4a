-- Append one audit row in the name of the person acting.
-- returns: none
insert into office.audit_log (account_id, action, object, object_id, unit_id, detail, request_id, address)
values (office.me(), :action, :object, :object_id, :unit_id?, :detail::text::jsonb, :request_id, :address)
