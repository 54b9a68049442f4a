-- On the site.
-- returns: none
update honour_list
set state = (case when revoked_on is null then 'published' else 'revoked' end)::list_state, published_version = :published_version,
	version = version + 1
where id = :honour_list_id and state = 'publishing'
