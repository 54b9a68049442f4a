-- One filing with what its receipt says: names and letter as they were frozen, not as they are called since.
-- returns: one
select f.id as filing_id, f.dossier_id, f.unit_id, f.receipt_no, j.doc ->> 'filed_by' as "filed_by!", f.filed_at, f.nominations,
	f.sha256, f.check_code, exists (select from receipt_file r where r.filing_id = f.id) as "printable!",
	octet_length(f.content) as "size!", j.doc #>> '{dossier,title}' as "title!", j.doc #>> '{dossier,letter_no}' as "letter_no!",
	nullif(j.doc #>> '{dossier,letter_date}', '')::date as "letter_date?", j.doc #>> '{unit,name}' as "unit_name!",
	j.doc #>> '{season,name}' as "season_name!"
from filing f
cross join lateral (select f.content::jsonb as doc) j
where f.id = :filing_id and f.dossier_id = :dossier_id
