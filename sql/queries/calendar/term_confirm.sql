-- The office has confirmed a term.
-- returns: none
update term
set confirmed = true
where id = :id and not confirmed
