-- What appraisers found for nominations of a dossier where no figure can decide.
-- returns: many
select j.nomination_id, j.condition_id, j.met, j.reason, a.full_name as judged_by, j.judged_at
from eligibility_judgement j
join nomination n on n.id = j.nomination_id
join account a on a.id = j.judged_by
where n.dossier_id = :dossier_id and (:nomination_id::bigint = 0 or n.id = :nomination_id)
order by j.nomination_id, j.condition_id
