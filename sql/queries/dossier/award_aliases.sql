-- Every award type with its name and loose names, for reading sheets.
-- returns: many
select w.id as award_type_id, w.code, w.name_vi as name, ''::text as "folded!", w.recipient,
	(w.valid_from <= :today::date and (w.valid_to is null or w.valid_to >= :today::date)) as "valid!", false as "loose!"
from award_type w
union all
select w.id, w.code, w.name_vi, l.folded, l.recipient,
	(w.valid_from <= :today::date and (w.valid_to is null or w.valid_to >= :today::date)), l.loose
from award_alias l
join award_type w on w.id = l.award_type_id
