-- Disciplinary decisions about the nominees of a dossier.
-- returns: many
select d.nomination_id as "nomination_id!", d.discipline_id as "discipline_id!", d.level as "level!", d.from_on as "from_on!",
	d.to_on, d.decision_no as "decision_no!"
from office.dossier_disciplines(:dossier_id) d
where :nomination_id::bigint = 0 or d.nomination_id = :nomination_id
order by d.nomination_id, d.from_on, d.discipline_id
