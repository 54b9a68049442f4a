-- An appraiser saw the proof of a rating.
-- returns: none
update achievement_year set confirmed_by = office.me(), confirmed_at = now(), version = version + 1
where id = :achievement_year_id and version = :version and confirmed_at is null
