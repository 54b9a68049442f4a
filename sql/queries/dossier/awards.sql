-- Award types that may be proposed on a day.
-- returns: many
select w.id as award_type_id, w.code, w.name_vi as name, w.category, w.recipient
from award_type w
where w.valid_from <= :today::date and (w.valid_to is null or w.valid_to >= :today::date)
order by w.category, w.authority_level desc, w.id
