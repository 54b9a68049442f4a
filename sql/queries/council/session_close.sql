-- Close a session with nothing left to decide.
-- returns: none
update council_session s
set state = 'closed', closed_at = now(), version = version + 1
where s.id = :council_session_id and s.state = 'open'
  and not exists (select 1 from agenda_item i where i.council_session_id = s.id and i.state in ('waiting', 'open'))
