-- Is the living example there already, and is there anything else: people or dossiers of real work?
-- role: owner
-- returns: one
select exists (select from office.season where is_sample) as "sample!",
	exists (select from office.account where not is_sample) or exists (select from office.dossier where not is_sample) as "real!"
