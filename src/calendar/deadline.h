/* Closing times: what a page says about one and why it moved, and the rule for a new one. */
#ifndef CALENDAR_DEADLINE_H
#define CALENDAR_DEADLINE_H

#include <stdbool.h>
#include <stddef.h>

#include "core/clock.h"

/* A closing time as it counts now, with one sentence for each time it was moved. */
struct closing {
	struct timestamp	 set_at;	/* as the round was opened with */
	struct timestamp	 closes_at;	/* the first moment that is too late */
	const char *const	*why;		/* ready text */
	size_t			 nwhy;
};

enum extension_fault {
	EXTENSION_OK,
	EXTENSION_PAST,		/* not in the future */
	EXTENSION_EARLIER,	/* not later than what counts already */
	EXTENSION_FAR		/* more than two years on: surely mistyped */
};
/* Whether a new closing time extends anything: now and current are what the database says. */
enum extension_fault	 extension_check(struct timestamp closes_at, struct timestamp current,
			    struct timestamp now);

/* May still be taken back: stands, and has not run out. */
bool			 extension_withdrawable(struct timestamp closes_at, struct timestamp withdrawn_at,
			    struct timestamp now);

#endif
