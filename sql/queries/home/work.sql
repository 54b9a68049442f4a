-- What waits for the person signed in, counted under their own rights; the page shows what their roles can do.
-- returns: one
select
	(select count(*) from dossier d where d.state = 'draft' and d.unit_id in (select office.my_units(role_bit('drafter') | role_bit('unit_head')))) as "drafts!",
	(select count(*) from dossier d where d.state = 'returned' and d.unit_id in (select office.my_units(role_bit('drafter') | role_bit('unit_head')))) as "returned!",
	(select count(*) from dossier d where d.state in ('submitted', 'appraising') and d.unit_id in (select office.my_units(role_bit('drafter') | role_bit('unit_head')))) as "filed!",
	(select count(*) from dossier d where d.state = 'submitted' and d.unit_id in (select office.my_units(role_bit('appraiser')))) as "to_appraise!",
	(select count(*) from dossier d where d.state = 'appraising' and d.unit_id in (select office.my_units(role_bit('appraiser')))) as "appraising!",
	(select count(*) from nomination n where n.state = 'eligible' and n.unit_id in (select office.my_units(role_bit('appraiser') | role_bit('council_secretary')))) as "eligible!",
	(select count(*) from council_session s where s.state <> 'closed') as "sessions_open!",
	(select count(*) from agenda_item i join council_session s on s.id = i.council_session_id and s.state = 'open'
		join council_member m on m.council_id = s.council_id and m.account_id = office.me() and m.valid_to is null
		where i.state = 'open' and i.method = 'recorded'
		  and not exists (select 1 from vote v where v.agenda_item_id = i.id and v.council_member_id = m.id)) as "votes_due!",
	(select count(*) from nomination n where n.state = 'approved' and n.unit_id in (select office.my_units(role_bit('signatory')))
		and exists (select 1 from agenda_item i join council_session s on s.id = i.council_session_id join council c on c.id = s.council_id
			where i.nomination_id = n.id and i.state = 'passed' and c.unit_id in (select office.my_units(role_bit('signatory'))))) as "approved!",
	(select count(*) from decision d where office.has_any('publisher') and not exists (select 1 from honour_list l where l.decision_id = d.id)) as "to_publish!",
	(select count(*) from honour_list l where l.state = 'prepared' and l.prepared_by <> office.me()) as "to_confirm!",
	(select count(*) from honour_list l where l.state = 'confirmed') as "confirmed!",
	(select count(*) from job j where j.state = 'dead' and office.has_any('administrator')) as "dead_jobs!"
