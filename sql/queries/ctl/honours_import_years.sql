-- Ratings that came with imported honours; what is known of a year already stays.
-- role: owner
-- returns: none
insert into office.achievement_year (nominee_id, unit_id, year, rating, decision_no, source)
select distinct on (h.nominee_id, h.period_year) h.nominee_id, h.unit_id, h.period_year, r.rating, h.decision_no, 'import'
from jsonb_to_recordset(:lines::jsonb) as r (import_key text, rating office.rating)
join office.honour h on h.import_key = r.import_key
where r.rating is not null and h.nominee_id is not null
order by h.nominee_id, h.period_year, r.rating desc, h.id
on conflict (nominee_id, year) do nothing
