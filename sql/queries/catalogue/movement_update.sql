-- Save a movement as the version seen.
-- returns: none
update movement
set unit_id = :unit_id, name = :name, basis = coalesce(:basis, ''), purpose = coalesce(:purpose, ''), scope = coalesce(:scope, ''),
	criteria = coalesce(:criteria, ''), starts_on = :starts_on, ends_on = :ends_on, version = version + 1
where id = :movement_id and version = :version
