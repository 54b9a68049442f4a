/* Working days: pure arithmetic over the office's calendar of holidays and of Saturdays worked instead. */
#include "calendar/calendar.h"

#include <inttypes.h>

/* 1970-01-01 was a Thursday: 0 is Monday. */
static int
weekday(int64_t day)
{
	return (int)(((day + 3) % 7 + 7) % 7);
}

static bool
weekday_works(int64_t day)
{
	return weekday(day) < 5;
}

/* Index of the first entry not before day. */
static size_t
first_from(const struct calendar *c, struct date day)
{
	size_t low = 0, high = c->n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (date_cmp(c->days[mid].day, day) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

bool
calendar_is_working(const struct calendar *c, struct date day)
{
	size_t i = first_from(c, day);

	if (i < c->n && date_cmp(c->days[i].day, day) == 0)
		return c->days[i].kind == DAY_KIND_WORKING;
	return weekday_works(date_to_days(day));
}

int
working_days_between(const struct calendar *c, struct date from, struct date to)
{
	int64_t first = date_to_days(from) + 1, last = date_to_days(to), days;
	int count;

	if (last < first)
		return 0;
	days = last - first + 1;
	count = (int)(days / 7 * 5);
	for (int64_t d = first + days / 7 * 7; d <= last; d++)
		count += weekday_works(d);
	/* What the weekdays say wrongly. */
	for (size_t i = first_from(c, date_from_days(first)); i < c->n; i++) {
		int64_t d = date_to_days(c->days[i].day);

		if (d > last)
			break;
		if (weekday_works(d) && c->days[i].kind == DAY_KIND_HOLIDAY)
			count--;
		else if (!weekday_works(d) && c->days[i].kind == DAY_KIND_WORKING)
			count++;
	}
	return count;
}

struct date
working_day_add(const struct calendar *c, struct date from, int n)
{
	int64_t day = date_to_days(from);

	while (n > 0) {
		day++;
		if (calendar_is_working(c, date_from_days(day)))
			n--;
	}
	return date_from_days(day);
}

int
working_days_left(const struct calendar *c, struct date today, struct date last)
{
	return working_days_between(c, today, last);
}

const struct term *
term_on(const struct terms *terms, enum term_kind kind, struct date day)
{
	for (size_t i = 0; i < terms->n; i++) {
		const struct term *t = &terms->v[i];

		if (t->kind == kind && date_cmp(t->valid_from, day) <= 0 &&
		    (t->valid_to.year == 0 || date_cmp(t->valid_to, day) >= 0))
			return t;
	}
	return NULL;
}

char *
duration_words(struct arena *a, enum lang lang, int64_t us)
{
	const int64_t minute = INT64_C(60000000);
	int64_t minutes = us <= 0 ? 0 : (us + minute - 1) / minute;
	const char *days = arena_printf(a, "%" PRId64, minutes / 1440);
	const char *hours = arena_printf(a, "%" PRId64, minutes / 60 % 24);
	const char *rest = arena_printf(a, "%" PRId64, minutes % 60);

	if (minutes >= 1440)
		return minutes / 60 % 24 == 0
		    ? tr_fmt(a, lang, T("%1 ngày"), 1, days)
		    : tr_fmt(a, lang, T("%1 ngày %2 giờ"), 2, days, hours);
	if (minutes >= 60)
		return minutes % 60 == 0 ? tr_fmt(a, lang, T("%1 giờ"), 1, hours)
					 : tr_fmt(a, lang, T("%1 giờ %2 phút"), 2, hours, rest);
	return tr_fmt(a, lang, T("%1 phút"), 1, rest);
}
