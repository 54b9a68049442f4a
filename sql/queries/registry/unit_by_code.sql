-- A unit by its code.
-- returns: maybe
select u.id as unit_id, u.name_vi, u.name_en, u.kind, u.valid_to
from unit u
where u.code = :code
