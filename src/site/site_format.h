/* Machine-readable forms of a list or of search results: JSON, CSV for Excel, Atom, JSON Feed. */
#ifndef SITE_SITE_FORMAT_H
#define SITE_SITE_FORMAT_H

#include <jansson.h>

#include "core/buf.h"
#include "site/site.h"

/* One honouree as JSON; a new reference. */
json_t	*site_json_entry(struct arena *, const char *origin, enum lang, const struct site_entry *);
void	 site_json_list(struct arena *, const char *origin, enum lang, const struct site_list *, struct buf *);

/*
 * RFC 4180 with a byte-order mark and CRLF, every cell quoted.  A cell a spreadsheet would take for a
 * formula begins with an apostrophe.
 */
void	 site_csv_head(enum lang, struct buf *);
void	 site_csv_entry(struct arena *, const char *origin, enum lang, const struct site_entry *, struct buf *);
void	 site_csv_cell(struct buf *, const char *, bool last);

/* XML text: escaped, characters XML forbids dropped. */
void	 site_xml(struct buf *, const char *);

/* One item of a feed. */
struct feed_item {
	const char	*path, *title, *text;
	struct timestamp published, updated;
};
struct feed {
	const char		*title, *path;	/* page the feed belongs to */
	const char		*self;		/* path of the feed itself */
	struct timestamp	 updated;
	const struct feed_item	*v;
	size_t			 n;
};
void	 site_feed_atom(struct arena *, const char *origin, enum lang, const struct feed *, struct buf *);
void	 site_feed_json(struct arena *, const char *origin, enum lang, const struct feed *, struct buf *);
/* A list as a feed of its honourees; self is set by the caller. */
void	 site_feed_of_list(struct arena *, enum lang, const struct site_list *, struct feed *);

#endif
