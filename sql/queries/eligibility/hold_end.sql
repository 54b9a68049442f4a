-- The competent body has concluded.
-- returns: none
update hold_ground set to_on = :to_on, conclusion = :conclusion, version = version + 1
where id = :hold_ground_id and version = :version and to_on is null
