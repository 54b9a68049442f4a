-- A form was saved, or what was typed into it given up: nothing of it is open any more.  Given up is journaled.
-- returns: one
with gone as (
	delete from draft_open o
	where o.dossier_id = :dossier_id and o.account_id = office.me() and o.object = :object
	returning o.*
), j as (
	insert into draft_entry (account_id, dossier_id, unit_id, object, field, value, base, client, seq, outcome)
	select g.account_id, g.dossier_id, g.unit_id, g.object, g.field, g.value, g.base, :client, 1000 + row_number() over (order by g.field),
		'dropped'
	from gone g
	where :dropped::boolean
)
select count(*) as "closed!" from gone
