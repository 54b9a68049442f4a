-- What happened, in words.
-- returns: none
update outage
set note = :note, noted_by = office.me()
where id = :outage_id
