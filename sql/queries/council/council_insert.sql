-- Set up a council.
-- returns: one
insert into council (unit_id, level, name, established_by)
values (:unit_id, :level, :name, :established_by)
returning id as council_id
