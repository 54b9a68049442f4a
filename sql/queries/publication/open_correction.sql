-- Work on the next version; the published one stays as it is.
-- returns: none
update honour_list
set state = 'draft', correction = :correction, revoked_on = :revoked_on?::date, confirmed_by = null, confirmed_at = null,
	content_sha256 = null, job_id = null, version = version + 1
where id = :honour_list_id and version = :version and state = 'published'
