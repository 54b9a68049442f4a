-- Rendered bytes.
-- returns: none
insert into site.artifact (path, version, list_slug, content_type, etag, policy, plain, gzip, brotli, visible_from)
values (:path, :list_version, :slug, :content_type, :etag, :policy, :plain, :gzip?, :brotli?, :visible_from)
