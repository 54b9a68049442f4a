-- End a membership; the last day still counts.
-- returns: none
update council_member set valid_to = :valid_to
where id = :council_member_id and council_id = :council_id and valid_to is null
