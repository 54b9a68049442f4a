/* Where a dossier is: pure rules of the stops on its way and of the clocks that run there. */
#ifndef DOSSIER_DOSSIER_TIMELINE_H
#define DOSSIER_DOSSIER_TIMELINE_H

#include "calendar/calendar.h"
#include "core/lang.h"
#include "sql/types.h"

/*
 * The way of a dossier, one row a stop.  It is a table so that routes can become data: everything else asks
 * timeline_stops() and counts.
 */
struct timeline_stop {
	const char	*name;		/* message id: "Sở Nội vụ thẩm định" */
	const char	*holder;	/* message id: who has to act; NULL: the dossier's unit */
	unsigned	 held;		/* bits 1 << nomination_state: in hand here */
	unsigned	 ended;		/* bits: came to its end here */
};
const struct timeline_stop	*timeline_stops(size_t *n);
/* Index of the stop where a state is, or ended; the last stop for what is published. */
size_t		 timeline_stop_of(enum nomination_state);
bool		 timeline_has_ended(enum nomination_state);

/* A term that runs: its last day, and working days left until then, or past it. */
struct timeline_clock {
	bool		 runs;
	struct date	 last;
	int		 left;		/* 0 on the last day */
	int		 over;		/* working days past the last day; 0 when not over */
	bool		 is_over;
};
/*
 * Until a round closes: closes_at is the first moment that is too late, so that a round closing at midnight
 * ends with the day before.  By the calendar of Ho Chi Minh City, not by hours.
 */
struct timeline_clock	timeline_clock_closing(const struct calendar *, struct timestamp closes_at, struct timestamp now);
/* The term of a step that began on a day; nothing runs without a term. */
struct timeline_clock	timeline_clock_term(const struct calendar *, const struct term *, struct date began, struct date today);

#endif
