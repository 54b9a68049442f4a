-- Ready for the second person: this content, by me.
-- returns: none
update honour_list
set state = 'prepared', prepared_by = office.me(), confirmed_by = null, confirmed_at = null,
	content_sha256 = :content_sha256, version = version + 1
where id = :honour_list_id and version = :version and state = 'draft'
