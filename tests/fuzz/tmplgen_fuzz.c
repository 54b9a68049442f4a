/* Fuzz: the template compiler on any bytes neither crashes nor writes code for an input it refused. */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* The tool is no part of the library. */
#include "tools/tmplgen/mem.c"
#include "tools/tmplgen/state.c"
#include "tools/tmplgen/compile.c"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	char *copy = malloc(n > 0 ? n : 1); /* exact size: reading behind it is seen */
	struct tmpl *t;

	if (copy == NULL)
		abort();
	if (n > 0)
		memcpy(copy, data, n);
	t = tmpl_compile("fuzz.html", "fuzz", "input", copy, n);
	tmpl_link(t);
	for (const struct tmpl_error *e = t->errors; e != NULL; e = e->next)
		if (e->line < 1 || e->text == NULL || *e->text == '\0')
			abort();
	mem_free_all();
	free(copy);
	return 0;
}
