-- The second person counted the same: confirmed.
-- returns: none
update paper_count
set confirmed_by = office.me(), confirmed_at = now()
where agenda_item_id = :agenda_item_id and confirmed_by is null and entered_by <> office.me()
  and approve = :approve and disapprove = :disapprove and abstain = :abstain
