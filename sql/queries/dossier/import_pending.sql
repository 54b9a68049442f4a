-- Written award names whose meaning awaits an answer, each once for a kind of nominee.
-- returns: many
select r.award_typed, r.kind, min(r.award_type_id) as "award_type_id?", count(*) as "total!", min(r.row_no) as "first_row!"
from import_row r
where r.import_id = :import_id and r.award_pending and r.class = 'problem'
group by r.award_typed, r.kind
order by 5
limit 50
