-- All dead mails that can be sent again.
-- returns: many
select m.id as mail_id from mail m where m.state = 'dead' and m.kind <> 'confirm_address' order by m.id
