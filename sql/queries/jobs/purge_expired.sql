-- Applied lines of the draft journal, sessions, sign-in attempts, form values and finished jobs past their time; sheets never sent to their end.
-- returns: one
select office.purge_expired() is null as "purged!", office.draft_purge() is null as "drafts!", office.import_drop_abandoned() as "sheets!"
