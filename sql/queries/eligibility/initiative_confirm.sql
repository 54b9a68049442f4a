-- An appraiser saw the recognition of an initiative.
-- returns: none
update initiative set confirmed_by = office.me(), confirmed_at = now(), version = version + 1
where id = :initiative_id and version = :version and confirmed_at is null
