/* Reads the appraiser's views from the database. */
#ifndef REVIEW_REVIEW_READ_H
#define REVIEW_REVIEW_READ_H

#include "review/review_view.h"

/* The filter is in the view; after_at {0} for the first page. */
enum err	review_read_queue(struct ctx *, struct review_queue_view *, struct timestamp after_at,
		    int64_t after_id, int64_t count) MUST_CHECK;
enum err	review_read_dossier(struct ctx *, struct dossier_id, struct review_dossier_view *, int64_t count) MUST_CHECK;
/* ids as chosen; act in the view. */
enum err	review_read_confirm(struct ctx *, struct dossier_id, const int64_t *ids, size_t n,
		    struct review_confirm_view *) MUST_CHECK;
enum err	review_read_nomination(struct ctx *, struct nomination_id, struct review_nomination_view *) MUST_CHECK;

#endif
