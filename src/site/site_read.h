/* What the public pages read; everything runs as vd_public, so the embargo is the database's. */
#ifndef SITE_SITE_READ_H
#define SITE_SITE_READ_H

#include "site/site_format.h"
#include "site/site_search.h"
#include "site/site_view.h"

struct site_artifact {
	const char	*content_type, *etag, *policy;
	struct bytes	 body;
	enum web_encoding encoding;	/* what body is in */
};

/* version 0: the newest visible.  ERR_NOT_FOUND as long as nobody may see it. */
enum err	site_read_artifact(struct ctx *, const char *path, int32_t version, enum web_encoding,
		    struct site_artifact *) MUST_CHECK;

/* Name and size of a list, for oEmbed. */
struct site_summary { const char *slug, *title; int64_t entries; };
enum err	site_read_summary(struct ctx *, const char *slug, struct site_summary *) MUST_CHECK;

/* Fills lists, filters and found honourees; lang, home and page are set already. */
enum err	site_read_home(struct ctx *, const struct site_query *, const char *lists_cursor,
		    struct site_home_view *) MUST_CHECK;
/* The newest lists as a feed; self is set by the caller. */
enum err	site_read_feed(struct ctx *, enum lang, struct feed *) MUST_CHECK;

/* Paths of pages behind after, in order. */
struct site_address { const char *path; struct timestamp at; };
enum err	site_read_addresses(struct ctx *, const char *after, int64_t count, struct site_address **,
		    size_t *) MUST_CHECK;

#endif
