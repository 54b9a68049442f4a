-- How many nominations of an import were changed by hand since, or are no longer drafts.
-- returns: one
select count(*) filter (where n.version > 1) as "edited!", count(*) filter (where n.state <> 'draft') as "moved!",
	count(*) as "total!"
from nomination n
where n.import_id = :import_id and n.dossier_id = :dossier_id
