/* Fuzz: the Cookie header; what comes out holds nothing that could write a header. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "web/cookie.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct arena *a;
	struct web_params params;

	if (a == NULL)
		a = arena_new();
	cookie_parse(a, arena_strndup(a, (const char *)data, size), &params);
	if (params.n > COOKIE_MAX)
		abort();
	for (size_t i = 0; i < params.n; i++) {
		const struct web_param *p = &params.v[i];

		if (p->name[0] == '\0' || strpbrk(p->name, "=; \r\n") != NULL ||
		    strpbrk(p->value, ";\r\n\"") != NULL || strlen(p->value) != p->length)
			abort();
	}
	arena_reset(a);
	return 0;
}
