/*
 * Search and filters of the public site.  The cost of one page is bounded whatever is asked and however
 * much there is: nothing is counted or sorted; a walk through the rarest term's entries, newest first,
 * stops after a page or after a bound, and a cursor says where to go on.
 */
#ifndef SITE_SITE_SEARCH_H
#define SITE_SITE_SEARCH_H

#include "app/app.h"
#include "site/site.h"

#define SITE_PER_PAGE	20

struct site_query {
	const char	*q;		/* as typed, valid UTF-8; "" none */
	const char	*award, *unit, *field;	/* codes, "" any */
	int32_t		 year;		/* 0 any */
	const char	*cursor;	/* of the page before, "" for the first */
	int64_t		 count;		/* at most so many */
};

struct site_found {
	struct site_entry	*v;
	size_t			 n;
	const char		*next;	/* cursor for more, NULL when that was all */
};

/* ERR_BAD_REQUEST for a cursor we never gave. */
enum err	site_search(struct ctx *, const struct site_query *, struct site_found *) MUST_CHECK;

#endif
