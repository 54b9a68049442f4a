-- Who wrote the fields of an object last, by the journal.
-- returns: many
select f.field as "field!", e.value as "value!", e.client as "client!", e.at as "at!", a.full_name as "who!"
from unnest(:fields::text::text[]) f(field)
cross join lateral (
	select x.value, x.client, x.at, x.account_id
	from draft_entry x
	where x.dossier_id = :dossier_id and x.object = :object and x.field = f.field and x.outcome = 'applied'
	order by x.id desc
	limit 1) e
join account a on a.id = e.account_id
