/* Languages and messages: search in the table msggen compiled. */
#include "core/lang.h"

#include <stdarg.h>
#include <string.h>

const char *
tr(enum lang lang, const char *msgid)
{
	size_t low = 0, high = message_count, mid;
	int cmp;

	if (lang == LANG_VI || msgid == NULL)
		return msgid;
	while (low < high) {
		mid = low + (high - low) / 2;
		cmp = strcmp(msgid, message_table[mid].vi);
		if (cmp == 0)
			return message_table[mid].en;
		if (cmp < 0)
			high = mid;
		else
			low = mid + 1;
	}
	return msgid;
}

/* The argument that the digit at p names, NULL when there is none. */
static const char *
argument(const char *const args[9], const char *p)
{
	return *p >= '1' && *p <= '9' ? args[*p - '1'] : NULL;
}

/* "{1|day|days}" at p: the words that go with argument 1 and where the text goes on; NULL otherwise. */
static const char *
by_number(const char *const args[9], const char *p, const char **s, size_t *n)
{
	const char *arg, *bar, *end;

	if (p[0] != '{' || (arg = argument(args, p + 1)) == NULL || p[2] != '|' ||
	    (bar = strchr(p + 3, '|')) == NULL || (end = strchr(bar, '}')) == NULL)
		return NULL;
	*s = strcmp(arg, "1") == 0 ? p + 3 : bar + 1;
	*n = (size_t)((strcmp(arg, "1") == 0 ? bar : end) - *s);
	return end + 1;
}

bool
tr_next(const char **text, const char *const args[9], const char **s, size_t *n)
{
	const char *p = *text, *after;

	if (*p == '\0')
		return false;
	if ((after = by_number(args, p, s, n)) != NULL) {
		*text = after;
		return true;
	}
	if (*p == '%' && (*s = argument(args, p + 1)) != NULL) {
		*n = strlen(*s);
		*text = p + 2;
		return true;
	}
	*s = p;
	*n = 1 + strcspn(p + 1, "%{");
	*text = p + *n;
	return true;
}

char *
tr_fmt(struct arena *a, enum lang lang, const char *msgid, int n, ...)
{
	const char *args[9] = { 0 }, *text = tr(lang, msgid), *s;
	size_t len = 1, k;
	char *out, *q;
	va_list ap;

	if (text == NULL)
		return NULL;
	va_start(ap, n);
	for (int i = 0; i < n && i < 9; i++)
		args[i] = va_arg(ap, const char *);
	va_end(ap);

	for (const char *p = text; tr_next(&p, args, &s, &k);)
		len += k;
	out = q = arena_alloc(a, len);
	for (const char *p = text; tr_next(&p, args, &s, &k);) {
		memcpy(q, s, k);
		q += k;
	}
	*q = '\0';
	return out;
}

const char *
lang_code(enum lang lang)
{
	return lang == LANG_EN ? "en" : "vi";
}
