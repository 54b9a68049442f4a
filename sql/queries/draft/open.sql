-- What the person acting typed into one form and is not in the record.
-- returns: many
select o.field, o.value, o.base, o.client, o.at, o.outcome
from draft_open o
where o.dossier_id = :dossier_id and o.account_id = office.me() and o.object = :object
order by o.at, o.field
