/* Memory of a short-lived tool: taken piece by piece, given back at once. */
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tools/tmplgen/tmplgen.h"

union piece {
	union piece *next;
	max_align_t align;
};

static union piece *pieces;

void *
mem_alloc(size_t n)
{
	union piece *p = n > SIZE_MAX - sizeof(*p) ? NULL : calloc(1, sizeof(*p) + n);

	if (p == NULL) {
		fputs("tmplgen: out of memory\n", stderr);
		exit(2);
	}
	p->next = pieces;
	pieces = p;
	return p + 1;
}

char *
mem_strndup(const char *s, size_t n)
{
	char *p = mem_alloc(n + 1);

	if (n > 0)
		memcpy(p, s, n);
	return p;
}

void
mem_free_all(void)
{
	while (pieces != NULL) {
		union piece *next = pieces->next;

		free(pieces);
		pieces = next;
	}
}

void
text_add(struct text *t, const char *s, size_t n)
{
	if (t->p == NULL || t->cap - t->len <= n) {
		size_t cap = (t->len + n + 64) * 2;
		char *p = mem_alloc(cap);

		if (t->p != NULL)
			memcpy(p, t->p, t->len);
		t->p = p;
		t->cap = cap;
	}
	if (n > 0)
		memcpy(t->p + t->len, s, n);
	t->len += n;
	t->p[t->len] = '\0';
}

void
text_puts(struct text *t, const char *s)
{
	text_add(t, s, strlen(s));
}

void
text_printf(struct text *t, const char *fmt, ...)
{
	va_list ap;
	char *p;
	int n;

	va_start(ap, fmt);
	n = vasprintf(&p, fmt, ap);
	va_end(ap);
	if (n < 0) {
		fputs("tmplgen: out of memory\n", stderr);
		exit(2);
	}
	text_add(t, p, (size_t)n);
	free(p);
}
