-- Totals of a paper ballot, first or corrected; :seen_by is who had entered what one saw, so nobody's entry is lost unseen.
-- returns: none
insert into paper_count (agenda_item_id, approve, disapprove, abstain, entered_by)
values (:agenda_item_id, :approve, :disapprove, :abstain, office.me())
on conflict (agenda_item_id) do update set approve = excluded.approve, disapprove = excluded.disapprove,
	abstain = excluded.abstain, entered_by = excluded.entered_by, entered_at = now()
	where paper_count.confirmed_by is null and paper_count.entered_by = :seen_by?::bigint
