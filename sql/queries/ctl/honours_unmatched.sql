-- Honours that have no entry in the register yet, those imported from before this system or all.
-- role: owner
-- returns: many
select h.id, h.name from office.honour h where h.nominee_id is null and (h.import_key is not null or not :imported_only::boolean)
order by h.decision_date, h.id limit :count
