-- The frozen result of an item; the database checks it against the rule once more.
-- returns: none
update agenda_item
set state = :state, approve = :approve, disapprove = :disapprove, abstain = :abstain, closed_at = now(), version = version + 1
where id = :agenda_item_id and state = 'open'
