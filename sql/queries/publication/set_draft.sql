-- Back to work: whatever was confirmed no longer counts.
-- returns: none
update honour_list
set state = 'draft', confirmed_by = null, confirmed_at = null, content_sha256 = null, job_id = null, version = version + 1
where id = :honour_list_id and state in ('prepared', 'confirmed', 'publishing')
