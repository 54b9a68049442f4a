/* Fuzz: targets and urlencoded text; what is accepted is bounded, terminated text that cannot climb. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "core/utf8.h"
#include "web/query.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct arena *a;
	struct web_params params;
	const char *path, *query;
	char *s;

	if (a == NULL)
		a = arena_new();
	if (query_parse(a, (const char *)data, size, &params) == ERR_OK) {
		if (params.n > WEB_MAX_FIELDS)
			abort();
		for (size_t i = 0; i < params.n; i++) {
			if (!utf8_valid(params.v[i].name, strlen(params.v[i].name)) ||
			    params.v[i].value[params.v[i].length] != '\0')
				abort();
		}
	}
	s = arena_strndup(a, (const char *)data, size);
	if (target_parse(a, s, &path, &query) == ERR_OK) {
		if (path[0] != '/' || strstr(path, "//") != NULL ||
		    strstr(path, "/../") != NULL || strchr(path, '\\') != NULL ||
		    !utf8_valid(path, strlen(path)))
			abort();
	}
	arena_reset(a);
	return 0;
}
