-- The unit this one belongs to, NULL for a province.
-- role: owner
-- returns: none
update office.unit set parent_id = :parent_id?
where code = :code and parent_id is distinct from :parent_id?
