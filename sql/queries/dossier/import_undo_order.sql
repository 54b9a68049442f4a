-- The list in the order it had before the import; what came since follows.
-- returns: none
update nomination n
set ordinal = o.place
from (select m.id, row_number() over (order by b.place nulls last, m.ordinal, m.id)::integer as place
	from nomination m
	left join (select u.id, u.place from import i, unnest(i.order_before) with ordinality u(id, place)
		where i.id = :import_id) b on b.id = m.id
	where m.dossier_id = :dossier_id) o
where o.id = n.id and n.ordinal <> o.place
