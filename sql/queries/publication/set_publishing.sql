-- On its way; the first version decides from when it is visible.
-- returns: none
update honour_list
set state = 'publishing', job_id = :job_id, version = version + 1,
	release_at = case when published_version = 0 then :release_at else release_at end
where id = :honour_list_id and version = :version and state = 'confirmed'
