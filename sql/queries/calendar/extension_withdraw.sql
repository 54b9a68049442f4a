-- Take an extension back, while it has not run out.
-- returns: none
update deadline_extension
set withdrawn_at = now(), withdrawn_by = office.me(), withdrawn_reason = :reason
where id = :extension_id and withdrawn_at is null and closes_at > now()
