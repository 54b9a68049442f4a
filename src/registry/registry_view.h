/* What the pages of units show. */
#ifndef REGISTRY_REGISTRY_VIEW_H
#define REGISTRY_REGISTRY_VIEW_H

#include "app/app.h"
#include "sql/registry.h"

struct units_view {
	struct page				 page;
	const char				*which, *search;	/* "communes", "agencies", "abolished" or "" */
	struct sql_registry_unit_counts_row	 counts;
	struct sql_registry_units_rows		 rows;		/* at most one page */
	const char				*next_name;	/* NULL on the last page */
	int64_t					 next_id;
};

#endif
