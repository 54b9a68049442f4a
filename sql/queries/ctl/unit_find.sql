-- The unit of a code.
-- role: owner
-- returns: maybe
select id as unit_id, name_vi from office.unit where code = :code
