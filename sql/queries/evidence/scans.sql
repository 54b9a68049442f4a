-- How the files of a dossier stand with the scan for malware.
-- returns: one
select count(*) filter (where t.scan = 'infected') as "infected!",
	count(*) filter (where t.scan in ('waiting', 'failed')) as "waiting!",
	count(*) filter (where t.scan = 'off') as "unscanned!"
from attachment t
where t.dossier_id = :dossier_id and t.removed_at is null
