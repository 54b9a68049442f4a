-- An appraiser compared the figures with the papers.
-- returns: none
update nomination_claim set confirmed_by = office.me(), confirmed_at = now(), version = version + 1
where nomination_id = :nomination_id and version = :version and confirmed_at is null
