-- Unfiled drafts of a round, of one unit or all.
-- returns: many
select dossier_id as "dossier_id!", unit_id as "unit_id!", created_by as "account_id!", title as "title!", season_name as "season_name!"
from office.drafts_of_season(:season_id::bigint, :unit_id?::bigint)
