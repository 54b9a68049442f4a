-- Confirm a paper that is asked for, or take the confirmation back.
-- returns: none
update evidence_requirement set confirmed = :confirmed, confirmed_by = office.me(), confirmed_at = now(), confirmed_reason = :reason,
	version = version + 1
where id = :requirement_id and version = :version
