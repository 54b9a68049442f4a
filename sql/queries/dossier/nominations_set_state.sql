-- Move nominations to a state and write an audit row for each; the database refuses a forbidden step.
-- returns: one
with moved as (
	update nomination n
	set state = :to_state, state_reason = :reason, version = n.version + 1
	from nomination o
	where o.id = n.id and n.id = any(:ids::bigint[])
	returning n.id, n.unit_id, o.state as from_state
), logged as (
	insert into audit_log (account_id, action, object, object_id, unit_id, detail, request_id, address)
	select office.me(), 'nomination.set_state', 'nomination', m.id, m.unit_id,
		jsonb_build_object('from', m.from_state, 'to', :to_state, 'reason', :reason),
		:request_id, :address
	from moved m
)
select count(*) as "moved!" from moved
