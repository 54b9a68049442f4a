/* What the pages of closing times, outages and the calendar show. */
#ifndef CALENDAR_DEADLINE_VIEW_H
#define CALENDAR_DEADLINE_VIEW_H

#include "app/app.h"
#include "calendar/calendar.h"
#include "calendar/deadline_op.h"
#include "sql/calendar.h"
#include "web/form.h"

struct deadline_view {
	struct page				 page;
	struct form				*form;
	struct sql_calendar_season_row		 s;
	struct closing				 closing;	/* for all */
	struct sql_calendar_extensions_rows	 extensions;
	const struct option			*units;
	size_t					 nunits;
};

struct extension_view {
	struct page				 page;
	struct form				*form;
	struct sql_calendar_season_row		 s;
	struct extension_input			 *in;
	const char				*unit_name;	/* NULL: all */
	struct timestamp			 current;	/* what counts now for whom it concerns */
	struct sql_calendar_affected_row	 total;
	struct sql_calendar_affected_drafts_rows drafts;
};

struct withdraw_view {
	struct page				 page;
	struct form				*form;
	struct sql_calendar_extension_get_row	 e;
	struct sql_calendar_affected_row	 total;
};

struct outages_view {
	struct page				 page;
	struct form				*form;
	struct sql_calendar_outages_rows	 rows;
	const char *const			*lengths;	/* of each row, in words */
	bool					 more, has_rule;
	struct sql_calendar_outage_rule_row	 rule;
	struct timestamp			 up_since, last_beat;
};

struct holiday_remove_view {
	struct page				 page;
	const struct sql_calendar_holidays_row	*d;
	const char				*weekday, *back;	/* weekday: msg */
};

struct holidays_view {
	struct page				 page;
	struct form				*form;
	int					 year;
	struct sql_calendar_holidays_rows	 rows;
	const char *const			*weekdays;	/* of each row, message ids */
	int64_t					 unconfirmed;
	int					 working_days;	/* of the year */
	struct sql_calendar_terms_rows		 terms;
	const struct option			*kinds;
	size_t					 nkinds;
};

#endif
