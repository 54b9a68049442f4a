/* Confirming a row of law: who may, and what the form says. */
#include "app/confirm.h"

enum err
confirm_may(struct ctx *c, bool *may)
{
	enum err err = authz_require_everywhere(c, RULE_KEEPER_BITS);

	*may = err == ERR_OK;
	return err == ERR_FORBIDDEN ? ERR_OK : err;
}

enum err
confirm_read(struct form *f, struct confirm_answer *a)
{
	static const char *const acts[] = { "xac-nhan", "rut" };

	a->version = (int32_t)form_i64(f, "version", 1, INT32_MAX, 0);
	a->confirmed = form_choice(f, "viec", acts, 2) == 0;
	a->reason = form_multiline(f, "reason", 1, 500);
	return form_ok(f) ? ERR_OK : ERR_INVALID;
}
