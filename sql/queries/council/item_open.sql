-- Open the vote on an item: rule and denominator are pinned.
-- returns: none
update agenda_item i
set state = 'open', vote_rule_id = :vote_rule_id, percent = :percent, members_total = s.members_total, version = i.version + 1
from council_session s
where s.id = i.council_session_id and s.state = 'open' and i.id = :agenda_item_id and i.state = 'waiting'
