/* Time: instants, civil dates and their spellings. */
#include "core/clock.h"

#include <string.h>
#include <time.h>

#define US_PER_SECOND INT64_C(1000000)
#define US_PER_MINUTE (60 * US_PER_SECOND)
#define US_PER_DAY    (86400 * US_PER_SECOND)
#define ZONE          (7 * 3600 * US_PER_SECOND) /* UTC+7 since 1975, no daylight saving */

/* Largest multiple of d not above a, divided by d. */
static int64_t
floor_div(int64_t a, int64_t d)
{
	return a / d - (a % d < 0);
}

struct timestamp
clock_now(void)
{
	struct timespec ts;

	(void)clock_gettime(CLOCK_REALTIME, &ts);
	return (struct timestamp){ (int64_t)ts.tv_sec * US_PER_SECOND + ts.tv_nsec / 1000 };
}

static bool
date_none(struct date d)
{
	return d.year == 0 && d.month == 0 && d.day == 0;
}

struct date
date_of(struct timestamp t)
{
	if (t.us == 0)
		return (struct date){ 0 };
	return date_from_days(floor_div(t.us + ZONE, US_PER_DAY));
}

bool
date_valid(struct date d)
{
	static const int8_t days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	bool leap = (d.year % 4 == 0 && d.year % 100 != 0) || d.year % 400 == 0;

	if (d.year < 1900 || d.year > 2200 || d.month < 1 || d.month > 12 || d.day < 1)
		return false;
	return d.day <= days[d.month - 1] + (d.month == 2 && leap);
}

int
date_cmp(struct date a, struct date b)
{
	int x = (a.year * 16 + a.month) * 32 + a.day, y = (b.year * 16 + b.month) * 32 + b.day;

	return (x > y) - (x < y);
}

/* Years counted from March put the leap day last; 400 years have 146097 days. */
int64_t
date_to_days(struct date d)
{
	int64_t y = d.year - (d.month <= 2), era = floor_div(y, 400), of_era = y - era * 400;
	int64_t month = d.month + (d.month > 2 ? -3 : 9);
	int64_t of_year = (153 * month + 2) / 5 + d.day - 1;

	return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

struct date
date_from_days(int64_t days)
{
	int64_t era, of_era, year, of_year, month;

	days += 719468;
	era = floor_div(days, 146097);
	of_era = days - era * 146097;
	year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
	of_year = of_era - (365 * year + year / 4 - year / 100);
	month = (5 * of_year + 2) / 153;
	return (struct date){
		.year = (int16_t)(year + era * 400 + (month >= 10)),
		.month = (int8_t)(month < 10 ? month + 3 : month - 9),
		.day = (int8_t)(of_year - (153 * month + 2) / 5 + 1),
	};
}

/* Read min to max digits and move on; -1 when there are fewer. */
static int
digits(const char **s, int min, int max)
{
	int v = 0, n = 0;

	while (n < max && **s >= '0' && **s <= '9') {
		v = v * 10 + (**s - '0');
		(*s)++;
		n++;
	}
	return n < min ? -1 : v;
}

static bool
literal(const char **s, char c)
{
	if (**s != c)
		return false;
	(*s)++;
	return true;
}

/* One date at *s, moving on behind it. */
static enum err
scan_date(const char **s, struct date *out)
{
	const char *p = *s;
	int y, m, d;

	if (strspn(p, "0123456789") == 4) {
		y = digits(&p, 4, 4);
		if (!literal(&p, '-') || (m = digits(&p, 2, 2)) < 0 || !literal(&p, '-') ||
		    (d = digits(&p, 2, 2)) < 0)
			return ERR_INVALID;
	} else if ((d = digits(&p, 1, 2)) < 0 || !literal(&p, '/') ||
	    (m = digits(&p, 1, 2)) < 0 || !literal(&p, '/') || (y = digits(&p, 4, 4)) < 0)
		return ERR_INVALID;
	*out = (struct date){ (int16_t)y, (int8_t)m, (int8_t)d };
	*s = p;
	return date_valid(*out) ? ERR_OK : ERR_INVALID;
}

/* "17:00" or "17:00:30" at *s as microseconds of the day. */
static enum err
scan_time(const char **s, int64_t *out)
{
	int h, m, sec = 0;

	if ((h = digits(s, 1, 2)) < 0 || !literal(s, ':') || (m = digits(s, 2, 2)) < 0)
		return ERR_INVALID;
	if (literal(s, ':') && (sec = digits(s, 2, 2)) < 0)
		return ERR_INVALID;
	/* 24:00 is how people write the end of a day: the first moment of the next. */
	if (h > 24 || (h == 24 && (m > 0 || sec > 0)) || m > 59 || sec > 59)
		return ERR_INVALID;
	*out = (h * 60 + m) * US_PER_MINUTE + sec * US_PER_SECOND;
	return ERR_OK;
}

enum err
date_parse(const char *s, struct date *out)
{
	struct date d;

	if (s == NULL)
		return ERR_INVALID;
	MUST(scan_date(&s, &d));
	if (*s != '\0')
		return ERR_INVALID;
	*out = d;
	return ERR_OK;
}

enum err
timestamp_parse_local(const char *s, struct timestamp *out)
{
	struct date d;
	int64_t us;

	if (s == NULL)
		return ERR_INVALID;
	if (s[strspn(s, "0123456789")] == ':') {
		MUST(scan_time(&s, &us));
		if (!literal(&s, ' '))
			return ERR_INVALID;
		MUST(scan_date(&s, &d));
	} else {
		MUST(scan_date(&s, &d));
		if (!literal(&s, 'T') && !literal(&s, ' '))
			return ERR_INVALID;
		MUST(scan_time(&s, &us));
	}
	if (*s != '\0')
		return ERR_INVALID;
	out->us = date_to_days(d) * US_PER_DAY + us - ZONE;
	return ERR_OK;
}

char *
date_format(struct arena *a, struct date d)
{
	if (date_none(d))
		return arena_strdup(a, "");
	return arena_printf(a, "%02d/%02d/%04d", d.day, d.month, d.year);
}

char *
date_format_iso(struct arena *a, struct date d)
{
	if (date_none(d))
		return arena_strdup(a, "");
	return arena_printf(a, "%04d-%02d-%02d", d.year, d.month, d.day);
}

/* Seconds of the day of t in a zone that is offset ahead of UTC. */
static int
second_of_day(struct timestamp t, int64_t offset)
{
	int64_t us = t.us + offset;

	return (int)((us - floor_div(us, US_PER_DAY) * US_PER_DAY) / US_PER_SECOND);
}

char *
timestamp_format(struct arena *a, struct timestamp t)
{
	struct date d = date_of(t);
	int s = second_of_day(t, ZONE);

	if (t.us == 0)
		return arena_strdup(a, "");
	return arena_printf(
	    a, "%02d/%02d/%04d %02d:%02d", d.day, d.month, d.year, s / 3600, s / 60 % 60);
}

char *
timestamp_format_iso(struct arena *a, struct timestamp t)
{
	struct date d = date_of(t);
	int s = second_of_day(t, ZONE);

	if (t.us == 0)
		return arena_strdup(a, "");
	return arena_printf(a, "%04d-%02d-%02dT%02d:%02d:%02d+07:00", d.year, d.month, d.day,
	    s / 3600, s / 60 % 60, s % 60);
}

char *
timestamp_format_http(struct arena *a, struct timestamp t)
{
	/* 1970-01-01 was a Thursday. */
	static const char *const days[] = { "Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed" };
	static const char *const months[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul",
		"Aug", "Sep", "Oct", "Nov", "Dec" };
	int64_t day = floor_div(t.us, US_PER_DAY);
	struct date d = date_from_days(day);
	int s = second_of_day(t, 0);

	return arena_printf(a, "%s, %02d %s %04d %02d:%02d:%02d GMT",
	    days[day - floor_div(day, 7) * 7], d.day, months[d.month - 1], d.year, s / 3600,
	    s / 60 % 60, s % 60);
}
