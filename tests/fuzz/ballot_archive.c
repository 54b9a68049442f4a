/* libFuzzer: the archive reader and the complete check, on raw bytes and on chained contents. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "ballot/check.h"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

static void
check(struct bel_span bytes)
{
	const struct bel_check_options options = { .threads = 1, .turnout = bytes };
	struct bel_report report;
	struct bel_why why;
	enum bel_err err;

	err = bel_check(bytes, &options, &report, &why);
	if (err == BEL_OK || err == BEL_UNFINISHED)
		bel_report_free(&report);
	else if (why.text[0] == '\0')
		abort(); /* a defect without a name */
}

/*
 * Contents separated by bytes 0xff, the first letter saying what follows: the
 * log writer gives them hashes and a chain, which mutation alone never does.
 */
static void
check_contents(const char *p, size_t len)
{
	struct bel_span part[64];
	struct bel_buf b = { NULL, 0, 0 };
	struct bel_log log;
	enum bel_err err;
	const char *end = p + len, *at;
	size_t n = 0, i;

	while (p < end && n < 64) {
		if ((at = memchr(p, 0xff, (size_t)(end - p))) == NULL)
			at = end;
		part[n++] = (struct bel_span){ p, (size_t)(at - p) };
		p = at + (at < end);
	}
	if (n < 3)
		return;
	err = bel_log_setup(&log, 1795410504, part[0], part[1], part[2], &b);
	for (i = 3; err == BEL_OK && i < n; i++) {
		struct bel_span s = { part[i].p + 1, part[i].len - 1 };

		if (part[i].len == 0)
			continue;
		switch (part[i].p[0]) {
		case 'B': err = bel_log_ballot(&log, s, &b); break;
		case 'E': err = bel_log_end(&log, &b); break;
		case 'T': err = bel_log_tally(&log, 2, s, &b); break;
		case 'R': err = bel_log_result(&log, s, &b); break;
		default: err = bel_log_partial(&log, part[i].p[0] - '0', s, &b);
		}
	}
	if (err == BEL_OK)
		check((struct bel_span){ b.p, b.len });
	bel_buf_free(&b);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *p = (const char *)data;

	if (size > 0 && p[0] == '{')
		check_contents(p, size);
	else
		check((struct bel_span){ p, size });
	return 0;
}
