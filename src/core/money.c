/* Money and numbers in Vietnamese grouping. */
#include "core/money.h"

#include <string.h>

char *
int_format(struct arena *a, int64_t v)
{
	uint64_t u = v < 0 ? 0 - (uint64_t)v : (uint64_t)v;
	char text[32], *p = text + sizeof(text);
	int n = 0;

	*--p = '\0';
	do {
		if (n > 0 && n % 3 == 0)
			*--p = '.';
		*--p = (char)('0' + u % 10);
		u /= 10;
		n++;
	} while (u > 0);
	if (v < 0)
		*--p = '-';
	return arena_strdup(a, p);
}

char *
money_format(struct arena *a, struct money m)
{
	return arena_printf(a, "%s đồng", int_format(a, m.dong));
}

char *
decimal_format(struct arena *a, const char *numeric, char point)
{
	char *out = arena_strdup(a, numeric), *dot = strchr(out, '.');

	if (dot != NULL) {
		size_t n = strlen(out);

		while (out[n - 1] == '0')
			out[--n] = '\0';
		if (out[n - 1] == '.')
			out[n - 1] = '\0';
		else
			*dot = point;
	}
	return out;
}
