/* Fuzz: multipart bodies in reads of odd sizes; files stay inside the body and reading twice agrees. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "core/utf8.h"
#include "web/multipart.h"
#include "web/query.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct source {
	const uint8_t *p;
	size_t n, step;
};

static ssize_t
source_pread(void *arg, void *out, size_t n, size_t off)
{
	struct source *s = arg;

	if (off >= s->n)
		return 0;
	if (n > s->n - off)
		n = s->n - off;
	if (s->step != 0 && n > s->step)
		n = s->step;
	memcpy(out, s->p + off, n);
	return (ssize_t)n;
}

/* First line of the input: the Content-Type; the rest: the body. */
int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct arena *a;
	const uint8_t *eol = size > 0 ? memchr(data, '\n', size) : NULL;
	struct source src;
	struct web_body body;
	struct web_params form[2];
	struct web_file *files[2];
	size_t nfiles[2];
	enum err err[2];
	char *type;

	if (eol == NULL)
		return 0;
	if (a == NULL)
		a = arena_new();
	type = arena_strndup(a, (const char *)data, (size_t)(eol - data));
	for (int i = 0; i < 2; i++) {
		src =
		    (struct source){ eol + 1, size - (size_t)(eol + 1 - data), i == 0 ? 0 : 7 };
		body = (struct web_body){ &src, src.n, source_pread };
		err[i] = multipart_parse(a, type, &body, &form[i], &files[i], &nfiles[i]);
	}
	if (err[0] != err[1])
		abort();
	if (err[0] == ERR_OK) {
		if (form[0].n != form[1].n || nfiles[0] != nfiles[1] ||
		    form[0].n + nfiles[0] > WEB_MAX_FIELDS)
			abort();
		for (size_t i = 0; i < nfiles[0]; i++) {
			const struct web_file *f = &files[0][i];

			if (f->offset > src.n || f->length > src.n - f->offset ||
			    strpbrk(f->name, "/\\") != NULL ||
			    !utf8_valid(f->name, strlen(f->name)))
				abort();
		}
	}
	arena_reset(a);
	return 0;
}
