/* Audit rows with details as JSON. */
#ifndef APP_AUDIT_JSON_H
#define APP_AUDIT_JSON_H

#include "app/app.h"
#include "core/json.h"

/* As audit_write; takes over the reference of detail (ERR_INTERNAL when it is NULL). */
enum err	audit_json(struct ctx *, const char *action, const char *object, int64_t object_id,
		    struct unit_id, json_t *detail) MUST_CHECK;

#endif
