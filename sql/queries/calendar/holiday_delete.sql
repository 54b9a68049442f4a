-- A day is again what its weekday says.
-- returns: none
delete from holiday
where day = :day
