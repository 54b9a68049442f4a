-- Imported honours that have no entry in the register yet.
-- role: owner
-- returns: many
select h.id, h.name from office.honour h where h.nominee_id is null and h.import_key is not null order by h.decision_date, h.id
