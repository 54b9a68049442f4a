/* Audit rows with details as JSON. */
#include "app/audit_json.h"

#include <stdlib.h>

enum err
audit_json(struct ctx *c, const char *action, const char *object, int64_t object_id,
    struct unit_id unit, json_t *detail)
{
	char *text = json_dumps(detail, JSON_COMPACT | JSON_SORT_KEYS);
	char *copy = arena_strdup(c->arena, text);

	free(text);
	json_decref(detail);
	return copy == NULL ? ERR_INTERNAL
			    : audit_write(c, action, object, object_id, unit, copy);
}
