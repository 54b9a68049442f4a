-- What is filed now: nominations of the draft, or those returned and corrected.
-- returns: many
select n.id as nomination_id, n.ordinal, n.kind, n.name, n.gender, n.born_on, n.born_year, n.position, n.workplace,
	w.code as award_code, w.name_vi as award_name, n.field, n.achievement, n.version
from nomination n
join award_type w on w.id = n.award_type_id
where n.dossier_id = :dossier_id and n.state in ('draft', 'returned')
order by n.ordinal
