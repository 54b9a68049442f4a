-- Save how an entry appears in public.
-- returns: none
update honour_list_entry
set shown = :shown, left_out_reason = coalesce(:left_out_reason?, ''), name = coalesce(:name?, ''),
	position = coalesce(:position?, ''), achievement = coalesce(:achievement?, ''), revoked_on = :revoked_on?::date,
	note = coalesce(:note?, ''), version = version + 1
where honour_list_id = :honour_list_id and honour_id = :honour_id and version = :version
