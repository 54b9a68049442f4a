-- Every unit by its code, in the order of strcmp.
-- role: owner
-- returns: many
select u.id as unit_id, u.code from office.unit u order by u.code collate "C"
