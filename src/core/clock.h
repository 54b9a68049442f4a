/* Time: instants and civil dates; the zone of every person here is Asia/Ho_Chi_Minh (UTC+7, no DST). */
#ifndef CORE_CLOCK_H
#define CORE_CLOCK_H

#include <stdbool.h>
#include <stdint.h>

#include "core/arena.h"
#include "core/err.h"

struct timestamp { int64_t us; };		/* microseconds since 1970-01-01T00:00Z; 0 = none */
struct date { int16_t year; int8_t month, day; };	/* all 0 = none */

struct timestamp clock_now(void);
struct date	 date_of(struct timestamp);		/* civil date in Ho Chi Minh City */
bool		 date_valid(struct date);		/* real calendar day, years 1900..2200 */
int		 date_cmp(struct date, struct date);
int64_t		 date_to_days(struct date);		/* days since 1970-01-01 */
struct date	 date_from_days(int64_t);
/* "31/12/2026", "1/2/2026" or "2026-12-31"; ERR_INVALID otherwise, also for 31/02. */
enum err	 date_parse(const char *, struct date *) MUST_CHECK;
/* "2026-12-31T17:00" or "2026-12-31 17:00[:00]" or "17:00 31/12/2026", read as Ho Chi Minh time; 24:00 ends a day. */
enum err	 timestamp_parse_local(const char *, struct timestamp *) MUST_CHECK;
char		*date_format(struct arena *, struct date);		/* 05/11/2026 */
char		*date_format_iso(struct arena *, struct date);		/* 2026-11-05 */
char		*timestamp_format(struct arena *, struct timestamp);	/* 05/11/2026 17:00 */
char		*timestamp_format_iso(struct arena *, struct timestamp);/* 2026-11-05T17:00:00+07:00 */
char		*timestamp_format_http(struct arena *, struct timestamp); /* RFC 9110 IMF-fixdate, GMT */

#endif
