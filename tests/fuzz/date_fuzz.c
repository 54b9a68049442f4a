/* Fuzz: a date or time that is accepted is real and reads the same when written again. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "core/clock.h"
#include "core/str.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct arena *a;
	struct timestamp t, t2;
	struct date d, d2;
	int64_t v;
	char *s;

	if (a == NULL)
		a = arena_new();
	s = arena_strndup(a, (const char *)data, size);
	if (date_parse(s, &d) == ERR_OK) {
		if (!date_valid(d) || date_cmp(date_from_days(date_to_days(d)), d) != 0)
			abort();
		if (date_parse(date_format(a, d), &d2) != ERR_OK || date_cmp(d, d2) != 0)
			abort();
		if (date_parse(date_format_iso(a, d), &d2) != ERR_OK || date_cmp(d, d2) != 0)
			abort();
	}
	if (timestamp_parse_local(s, &t) == ERR_OK && t.us != 0) {
		s = timestamp_format_iso(a, t);
		s[strlen(s) - strlen("+07:00")] = '\0';
		if (timestamp_parse_local(s, &t2) != ERR_OK || t.us != t2.us)
			abort();
		(void)timestamp_format(a, t);
		(void)timestamp_format_http(a, t);
	}
	if (parse_i64(s, -1000, 1000, &v) == ERR_OK && (v < -1000 || v > 1000))
		abort();
	/* Any instant can be written, whatever the database holds. */
	if (size >= sizeof(t.us)) {
		memcpy(&t.us, data, sizeof(t.us));
		t.us %= INT64_C(400) * 366 * 86400 * 1000000;
		(void)timestamp_format(a, t);
		(void)timestamp_format_http(a, t);
	}
	arena_reset(a);
	return 0;
}
