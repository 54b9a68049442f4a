-- How the files of a dossier stand with the scan for malware and the search for a secrecy stamp.
-- returns: one
select count(*) filter (where t.scan = 'infected') as "infected!",
	count(*) filter (where t.secrecy = 'stamp') as "secret!",
	count(*) filter (where t.scan in ('waiting', 'failed')) as "waiting!",
	count(*) filter (where t.secrecy = 'waiting' and t.scan <> 'infected') as "unread!",
	count(*) filter (where t.scan = 'off' and t.secrecy <> 'stamp') as "unscanned!"
from attachment t
where t.dossier_id = :dossier_id and t.removed_at is null
