-- Everything the example made so far is marked as sample; it runs in a database without anything else.
-- role: owner
-- returns: none
with d as (update office.dossier set is_sample = true where not is_sample),
c as (update office.council set is_sample = true where not is_sample),
m as (update office.council_session set is_sample = true where not is_sample),
q as (update office.decision set is_sample = true where not is_sample)
update office.honour_list set is_sample = true where not is_sample
