-- What is to be known about the nominees of a dossier, or of one nomination of it, page by page.
-- returns: many
select f.place as "place!", f.nomination_id as "nomination_id!", f.ordinal as "ordinal!", f.name as "name!", f.award as "award!",
	f.reason as "reason!", f.other_id, f.other_dossier_id, coalesce(f.other_text, '') as "other_text!",
	coalesce(f.other_award, '') as "other_award!", f.other_year, coalesce(f.other_no, '') as "other_no!",
	count(*) over () as "total!", count(*) filter (where f.reason <> 'maybe') over () as "certain!", row_number() over (order by f.place) as "nth!"
from office.nominee_findings(:dossier_id::bigint, :nomination_id?::bigint) f
order by f.place
offset :skip limit :count
