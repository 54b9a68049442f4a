/* Use cases of the calendar: reading it for arithmetic, and keeping it. */
#ifndef CALENDAR_CALENDAR_OP_H
#define CALENDAR_CALENDAR_OP_H

#include "app/app.h"
#include "calendar/calendar.h"
#include "sql/calendar.h"

/* The whole calendar (a few dozen days a year) and all terms, ready for the pure functions. */
enum err	calendar_op_load(struct ctx *, struct calendar *) MUST_CHECK;
enum err	calendar_op_terms(struct ctx *, struct terms *) MUST_CHECK;

struct holiday_input {
	struct date	 day;
	enum day_kind	 kind;
	const char	*name, *basis;	/* basis may be NULL */
};
/* Who administers the whole province sets, confirms and removes days; what they set is confirmed. */
enum err	calendar_op_year(struct ctx *, int year, struct sql_calendar_holidays_rows *) MUST_CHECK;
enum err	calendar_op_set(struct ctx *, const struct holiday_input *) MUST_CHECK;
enum err	calendar_op_confirm(struct ctx *, struct date) MUST_CHECK;
enum err	calendar_op_remove(struct ctx *, struct date) MUST_CHECK;
enum err	calendar_op_term_rows(struct ctx *, struct sql_calendar_terms_rows *) MUST_CHECK;
enum err	calendar_op_term_confirm(struct ctx *, int64_t term) MUST_CHECK;

#endif
