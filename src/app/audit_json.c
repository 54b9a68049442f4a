/* Audit rows with details as JSON. */
#include "app/audit_json.h"

enum err
audit_json(struct ctx *c, const char *action, const char *object, int64_t object_id,
    struct unit_id unit, json_t *detail)
{
	const char *text = json_text(c->arena, detail);

	return text == NULL ? ERR_INTERNAL
			    : audit_write(c, action, object, object_id, unit, text);
}
