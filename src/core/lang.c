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

/* The argument that "%1".."%9" at p names, NULL when there is none. */
static const char *
argument(const char *const args[9], const char *p)
{
	return p[0] == '%' && p[1] >= '1' && p[1] <= '9' ? args[p[1] - '1'] : NULL;
}

char *
tr_fmt(struct arena *a, enum lang lang, const char *msgid, int n, ...)
{
	const char *args[9] = { 0 }, *text = tr(lang, msgid), *arg, *p;
	size_t len = 1;
	char *out, *q;
	va_list ap;
	int i;

	if (text == NULL)
		return NULL;
	va_start(ap, n);
	for (i = 0; i < n && i < 9; i++)
		args[i] = va_arg(ap, const char *);
	va_end(ap);

	for (p = text; *p != '\0'; p++) {
		if ((arg = argument(args, p)) != NULL) {
			len += strlen(arg);
			p++;
		} else
			len++;
	}
	out = q = arena_alloc(a, len);
	for (p = text; *p != '\0'; p++) {
		if ((arg = argument(args, p)) != NULL) {
			len = strlen(arg);
			memcpy(q, arg, len);
			q += len;
			p++;
		} else
			*q++ = *p;
	}
	return out;
}

const char *
lang_code(enum lang lang)
{
	return lang == LANG_EN ? "en" : "vi";
}
