-- Unfiled drafts whose round closes within so many days.
-- returns: many
select dossier_id as "dossier_id!", unit_id as "unit_id!", created_by as "account_id!", title as "title!", season_name as "season_name!",
	closes_at as "closes_at!", nominations as "nominations!"
from office.drafts_closing(make_interval(days => :days::integer))
