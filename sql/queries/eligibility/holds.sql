-- Grounds for putting nominees of a dossier on hold.
-- returns: many
select g.nomination_id as "nomination_id!", g.hold_ground_id as "hold_ground_id!", g.kind as "kind!", g.document_no as "document_no!",
	g.from_on as "from_on!", g.to_on, g.conclusion as "conclusion!", g.version as "version!"
from office.dossier_holds(:dossier_id) g
where :nomination_id::bigint = 0 or g.nomination_id = :nomination_id
order by g.nomination_id, g.from_on, g.hold_ground_id
