-- Initiatives of the nominees of a dossier, and what they were used for already.
-- returns: many
select i.nomination_id as "nomination_id!", i.initiative_id as "initiative_id!", i.year as "year!", i.kind as "kind!",
	i.title as "title!", i.scope as "scope!", i.recognised_by as "recognised_by!", i.recognition_no as "recognition_no!",
	i.source as "source!", i.confirmed as "confirmed!", i.chosen as "chosen!", i.used_for, i.used_category, i.version as "version!"
from office.dossier_initiatives(:dossier_id) i
where :nomination_id::bigint = 0 or i.nomination_id = :nomination_id
order by i.nomination_id, i.year, i.initiative_id
