-- Recorded votes of those present and written opinions of those absent, counted.
-- returns: one
select count(*) filter (where v.choice = 'approve' and not v.written) as "approve!",
	count(*) filter (where v.choice = 'disapprove' and not v.written) as "disapprove!",
	count(*) filter (where v.choice = 'abstain' and not v.written) as "abstain!",
	count(*) filter (where v.choice = 'approve' and v.written) as "written_approve!",
	count(*) filter (where v.choice = 'disapprove' and v.written) as "written_disapprove!",
	count(*) filter (where v.choice = 'abstain' and v.written) as "written_abstain!"
from vote v
where v.agenda_item_id = :agenda_item_id
