/* Working days: pure arithmetic over the office's calendar of holidays and of Saturdays worked instead. */
#ifndef CALENDAR_CALENDAR_H
#define CALENDAR_CALENDAR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/arena.h"
#include "core/clock.h"
#include "core/lang.h"
#include "sql/types.h"

/* A day that is not what its weekday says (office.holiday). */
struct calendar_day {
	struct date	 day;
	enum day_kind	 kind;
};

/* Sorted by day, each day once.  An empty calendar knows weekends only. */
struct calendar {
	const struct calendar_day	*days;
	size_t				 n;
};

/* Monday to Friday that is no holiday, or a Saturday or Sunday worked instead. */
bool		 calendar_is_working(const struct calendar *, struct date);
/*
 * Working days after from, up to and including to; 0 when to is not later.  This is how a term of working
 * days is counted: the day it begins does not count.
 */
int		 working_days_between(const struct calendar *, struct date from, struct date to);
/* The n-th working day after from: the last day of a term of n working days; from itself for 0. */
struct date	 working_day_add(const struct calendar *, struct date from, int n);
/* Working days still to come until and with last; 0 on the last day and afterwards. */
int		 working_days_left(const struct calendar *, struct date today, struct date last);

/* How many working days a step may or must take, dated, with its source (office.term). */
struct term {
	enum term_kind	 kind;
	int		 working_days;
	const char	*basis;
	struct date	 valid_from, valid_to;	/* valid_to {0}: still */
	bool		 confirmed;
};
struct terms { const struct term *v; size_t n; };

/* The term of a step in force on a day; NULL when none is known: then nothing is late. */
const struct term	*term_on(const struct terms *, enum term_kind, struct date);

/* A length of time in words, rounded to minutes upwards: "25 phút", "1 giờ 5 phút", "2 ngày 3 giờ". */
char		*duration_words(struct arena *, enum lang, int64_t us);

#endif
