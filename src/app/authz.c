/* Rights on units: a role held on a unit covers everything below it. */
#include "app/app.h"
#include "sql/account.h"

enum err
authz_holds(struct ctx *c, uint32_t role_bits, struct unit_id unit, bool *holds)
{
	struct sql_account_holds_row row;

	*holds = false;
	/* The roles held anywhere spare the question most of the time. */
	if (!actor_has(c->actor, role_bits))
		return ERR_OK;
	MUST(sql_account_holds(c->db, c->arena,
	    &(struct sql_account_holds_params){ .mask = (int32_t)role_bits, .unit_id = unit },
	    &row));
	*holds = row.holds;
	return ERR_OK;
}

enum err
authz_require(struct ctx *c, uint32_t role_bits, struct unit_id unit)
{
	bool holds;

	MUST(authz_holds(c, role_bits, unit, &holds));
	return holds ? ERR_OK : ERR_FORBIDDEN;
}

enum err
authz_require_everywhere(struct ctx *c, uint32_t role_bits)
{
	struct sql_account_holds_at_root_row row;

	if (!actor_has(c->actor, role_bits))
		return ERR_FORBIDDEN;
	MUST(sql_account_holds_at_root(c->db, c->arena,
	    &(struct sql_account_holds_at_root_params){ .mask = (int32_t)role_bits }, &row));
	return row.holds ? ERR_OK : ERR_FORBIDDEN;
}
