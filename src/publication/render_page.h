/* From a list to bytes: every page and file the world gets.  Preview and publication call the same functions. */
#ifndef PUBLICATION_RENDER_PAGE_H
#define PUBLICATION_RENDER_PAGE_H

#include <jansson.h>

#include "app/app.h"
#include "site/site_view.h"

enum artifact_kind { ARTIFACT_LIST, ARTIFACT_EMBED, ARTIFACT_JSON, ARTIFACT_CSV, ARTIFACT_ATOM, ARTIFACT_FEED, ARTIFACT_KINDS };

struct artifact {
	const char	*path, *content_type;
	const char	*policy;	/* Content-Security-Policy without frame-ancestors, "" for the usual one */
};

/* One file of a list into out (emptied first). */
void	render_artifact(struct arena *, const char *origin, const struct site_list_view *, enum artifact_kind,
	    struct buf *out, struct artifact *);
/* The page of the i-th honouree. */
void	render_honouree(struct arena *, const struct site_list_view *, size_t i, struct buf *out, struct artifact *);
/* The plain list for pasting into a page of another site. */
void	render_paste(struct arena *, const struct site_list_view *, struct buf *out);

/* The job "publication.render": {"honour_list_id": 12}. */
enum err	render_job(struct ctx *, const json_t *payload) MUST_CHECK;

#endif
