-- Confirm a day as it stands.
-- returns: none
update holiday
set confirmed = true, set_by = office.me(), set_at = now()
where day = :day and not confirmed
