/* JSON as text in an arena. */
#include "core/json.h"

#include <stdlib.h>

#include "core/str.h"

static char *
dump(struct arena *a, json_t *doc, size_t flags)
{
	char *text = json_dumps(doc, flags), *copy = arena_strdup(a, text);

	free(text);
	json_decref(doc);
	return copy;
}

char *
json_text(struct arena *a, json_t *doc)
{
	return dump(a, doc, JSON_COMPACT);
}

char *
json_text_sorted(struct arena *a, json_t *doc)
{
	return dump(a, doc, JSON_COMPACT | JSON_SORT_KEYS);
}
