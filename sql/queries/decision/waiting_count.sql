-- Approved nominations that wait for a decision, by council session.
-- returns: many
select s.id as council_session_id, s.title, s.held_on, count(*) as "nominations!"
from nomination n
join agenda_item i on i.nomination_id = n.id and i.state = 'passed'
join council_session s on s.id = i.council_session_id
join council c on c.id = s.council_id
where n.state = 'approved'
  and n.unit_id in (select office.my_units(role_bit('signatory')))
  and c.unit_id in (select office.my_units(role_bit('signatory')))
group by s.id, s.title, s.held_on
order by s.held_on, s.id
