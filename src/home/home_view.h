/* What the first page after sign-in shows. */
#ifndef HOME_HOME_VIEW_H
#define HOME_HOME_VIEW_H

#include "app/app.h"
#include "calendar/deadline_op.h"
#include "sql/home.h"

struct home_task {
	const char	*title, *hint, *href;	/* title and hint: message ids */
	int64_t		 count;
	bool		 urgent;		/* somebody waits for it */
};

struct home_view {
	struct page				 page;
	const struct home_task			*tasks;
	size_t					 ntasks;
	int64_t					 waiting;	/* sum of the urgent ones */
	struct sql_home_seasons_open_rows	 seasons;
	const struct closing			*closings;	/* of each season, for me */
	struct timestamp			 now;
};

#endif
