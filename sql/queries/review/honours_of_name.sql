-- Earlier honours under the same folded name: people of that name, not proof of identity.
-- returns: many
select h.id as honour_id, h.name, h.position, h.workplace, u.name_vi as unit_name, w.name_vi as award_name, h.period_year,
	h.decision_no, h.decision_date, h.born_on, h.state
from honour h
join unit u on u.id = h.unit_id
join award_type w on w.id = h.award_type_id
where h.name_folded = :name_folded and h.kind = :kind and h.nomination_id is distinct from :nomination_id
order by h.decision_date desc, h.id desc
limit 50
