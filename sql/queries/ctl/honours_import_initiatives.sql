-- Initiatives that came with imported honours, used for them.
-- role: owner
-- returns: none
insert into office.initiative (nominee_id, unit_id, year, scope, recognition_no, source, used_honour_id)
select h.nominee_id, h.unit_id, h.period_year, r.scope, h.decision_no, 'import', h.id
from jsonb_to_recordset(:lines::jsonb) as r (import_key text, scope office.initiative_scope)
join office.honour h on h.import_key = r.import_key
where r.scope is not null and h.nominee_id is not null
on conflict (used_honour_id) do nothing
