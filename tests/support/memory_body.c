/* A request body in memory. */
#include "support/memory_body.h"

#include <string.h>

static ssize_t
memory_pread(void *arg, void *out, size_t n, size_t off)
{
	struct memory_body *m = arg;

	if (off >= m->n)
		return 0;
	if (n > m->n - off)
		n = m->n - off;
	if (m->step != 0 && n > m->step)
		n = m->step;
	memcpy(out, m->p + off, n);
	return (ssize_t)n;
}

struct web_body
memory_body(struct memory_body *m)
{
	return (struct web_body){ m, m->n, memory_pread };
}
