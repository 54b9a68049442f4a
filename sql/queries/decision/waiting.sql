-- Approved nominations of a council session that a unit may decide on, in the order of the annexed list:
-- by award, collectives and households before persons, then unit and name.
-- returns: many
select n.id as nomination_id, n.unit_id, n.kind, n.name, n.name_folded, n.gender, n.born_on, n.position, n.workplace,
	n.award_type_id, n.field, n.achievement, u.name_vi as unit_name, t.name_vi as award_name, t.category,
	t.bonus_coefficient::text as "coefficient!", q.year, i.approve as "approve!", i.members_total as "members_total!"
from agenda_item i
join council_session s on s.id = i.council_session_id
join council c on c.id = s.council_id
join nomination n on n.id = i.nomination_id
join dossier d on d.id = n.dossier_id
join season q on q.id = d.season_id
join unit u on u.id = n.unit_id
join award_type t on t.id = n.award_type_id
where i.council_session_id = :council_session_id and i.state = 'passed' and n.state = 'approved'
  and n.unit_id in (select office.my_units(role_bit('signatory')))
  and c.unit_id in (select office.my_units(role_bit('signatory')))
  and n.unit_id in (select x.unit_id from unit_closure x where x.ancestor_id = :unit_id)
order by t.id, case n.kind when 'collective' then 0 when 'household' then 1 else 2 end,
	u.name_vi collate "vi-x-icu", n.name collate "vi-x-icu", n.id
for update of n
