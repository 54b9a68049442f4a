/* Log lines to stderr: "2026-11-05T10:00:00Z warn req=8f3a GET / sql=..." in one write. */
#include "core/log.h"

#include <errno.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static char context[256];

void
log_set_context(const char *ctx)
{
	(void)snprintf(context, sizeof(context), "%s", ctx == NULL ? "" : ctx);
}

static bool
debug_wanted(void)
{
	static int wanted = -1;

	if (wanted < 0)
		wanted = getenv("VD_LOG_DEBUG") != NULL;
	return wanted == 1;
}

void
log_write(enum log_level level, const char *fmt, ...)
{
	static const char *const names[] = { "debug", "info", "warn", "error" };
	char line[4096];
	struct tm tm;
	size_t len, i;
	va_list ap;
	time_t now;
	int n;

	if (level == LOG_LEVEL_DEBUG && !debug_wanted())
		return;
	now = time(NULL);
	(void)gmtime_r(&now, &tm);
	len = strftime(line, sizeof(line), "%Y-%m-%dT%H:%M:%SZ", &tm);
	n = snprintf(line + len, sizeof(line) - len, " %s %s%s", names[level], context,
	    context[0] == '\0' ? "" : " ");
	if (n > 0)
		len += (size_t)n;
	va_start(ap, fmt);
	n = vsnprintf(line + len, sizeof(line) - len - 1, fmt, ap);
	va_end(ap);
	if (n > 0)
		len += (size_t)n < sizeof(line) - len - 1 ? (size_t)n : sizeof(line) - len - 2;
	/* One event is one line whatever a stranger put into it. */
	for (i = 0; i < len; i++)
		if ((unsigned char)line[i] < 0x20 || line[i] == 0x7f)
			line[i] = ' ';
	line[len++] = '\n';
	while (write(STDERR_FILENO, line, len) < 0)
		if (errno != EINTR)
			return;
}
