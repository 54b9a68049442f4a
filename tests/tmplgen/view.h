/* What the templates of this suite show. */
#ifndef TMPLGEN_VIEW_H
#define TMPLGEN_VIEW_H

#include "core/clock.h"
#include "core/money.h"

struct row {
	const char	*name;
	bool		 on;
	struct date	 dates[2];
};

struct view {
	const char		*title, *evil, *json;
	int			 n;
	const struct row	*rows;
	size_t			 nrows;
	struct timestamp	 when;
	struct money		 sum;
};

#endif
