-- The newest visible version of what is at an address.
-- role: public
-- returns: maybe
select a.content_type, a.etag, a.policy, a.version,
	case when :encoding::integer = 2 and a.brotli is not null then a.brotli
		when :encoding::integer >= 1 and a.gzip is not null then a.gzip else a.plain end as "body!",
	(:encoding::integer = 2 and a.brotli is not null) as "is_brotli!",
	(:encoding::integer >= 1 and a.gzip is not null) as "is_gzip!"
from site.artifact a
where a.path = :path
order by a.version desc
limit 1
