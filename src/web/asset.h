/* Built styles, scripts, fonts and images: compiled in, served under content-hashed addresses for ever. */
#ifndef WEB_ASSET_H
#define WEB_ASSET_H

#include <stddef.h>

struct asset_bytes {
	const unsigned char	*p;
	size_t			 n;	/* 0: this form does not exist */
};

struct asset {
	const char	*name;		/* "office.css" */
	const char	*path;		/* "/tai-nguyen/office-0123456789ab.css" */
	const char	*content_type;
	const char	*etag;		/* with its quotes */
	const char	*csp_hash;	/* "'sha256-...'", to inline it under a Content-Security-Policy */
	struct asset_bytes plain, gzip, brotli;	/* gzip and brotli only where text is worth it */
};

/* How long every asset may be kept: the address changes with the bytes. */
#define ASSET_CACHE_CONTROL "public, max-age=31536000, immutable"

/* The asset served at a request path, or NULL. */
const struct asset	*asset_find(const char *path);
/* The asset of a name; an unknown name is a programming error and aborts. */
const struct asset	*asset_named(const char *name);
/* Its address for a page. Aborts like asset_named; scripts/build-assets.mjs checks templates before. */
const char		*asset_path(const char *name);

/* Generated, sorted by path. */
extern const struct asset asset_table[];
extern const size_t	  asset_count;

#endif
