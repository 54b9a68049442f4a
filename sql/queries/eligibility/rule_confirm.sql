-- Confirm a rule, or take the confirmation back.
-- returns: none
update eligibility_rule set confirmed = :confirmed, confirmed_by = office.me(), confirmed_at = now(), confirmed_reason = :reason,
	version = version + 1
where id = :rule_id and version = :version
