-- New rows know the nominations they became.
-- returns: none
update import_row r
set nomination_id = n.id, nomination_version = 1
from (select m.id, row_number() over (order by m.ordinal) as place from nomination m where m.import_id = :import_id) n
join (select o.row_no, row_number() over (order by o.row_no) as place from import_row o
	where o.import_id = :import_id and o.class = 'new') p on p.place = n.place
where r.import_id = :import_id and r.row_no = p.row_no
