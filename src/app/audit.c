/* The audit row of a change, written in the transaction that makes it. */
#include "app/app.h"
#include "sql/audit.h"

enum err
audit_write(struct ctx *c, const char *action, const char *object, int64_t object_id,
    struct unit_id unit, const char *detail)
{
	MUST(sql_audit_write(c->db, c->arena,
	    &(struct sql_audit_write_params){ .action = action,
		.object = object,
		.object_id = object_id,
		.unit_id = unit,
		.unit_id_null = unit.v == 0,
		.detail = detail != NULL ? detail : "{}",
		.request_id = c->request_id != NULL ? c->request_id : "",
		.address = c->address != NULL ? c->address : "" },
	    NULL));
	c->audited = true;
	return ERR_OK;
}
