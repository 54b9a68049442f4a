-- One filing with what its receipt says.
-- returns: one
select f.id as filing_id, f.dossier_id, f.unit_id, f.receipt_no, a.full_name as filed_by, f.filed_at, f.nominations,
	f.sha256, f.check_code, exists (select from receipt_file r where r.filing_id = f.id) as "printable!", octet_length(f.content) as "size!", d.title, d.letter_no, d.letter_date, u.name_vi as unit_name,
	s.name as season_name
from filing f
join dossier d on d.id = f.dossier_id
join account a on a.id = f.filed_by
join unit u on u.id = f.unit_id
join season s on s.id = d.season_id
where f.id = :filing_id and f.dossier_id = :dossier_id
