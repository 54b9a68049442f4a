-- What the command line changed; no account stands for it.
-- role: owner
-- returns: none
insert into office.audit_log (action, object, object_id, unit_id, detail, request_id)
values (:action, :object, :object_id, :unit_id?, :detail::text::jsonb, 'ctl')
