/* Use cases of the registry: units through time. */
#include "registry/registry_op.h"

#include "core/vietnamese.h"

enum err
registry_op_units(struct ctx *c, const char *after_name, int64_t after_id, struct units_view *v)
{
	MUST(sql_registry_unit_counts(c->db, c->arena, &v->counts));
	/* one more than a page tells whether there is a next one */
	MUST(sql_registry_units(c->db, c->arena,
	    &(struct sql_registry_units_params){ .search = vn_fold(c->arena, v->search),
		.which = v->which,
		.after_name = after_name,
		.after_id = after_id,
		.count = UNITS_PER_PAGE + 1 },
	    &v->rows));
	if (v->rows.n > UNITS_PER_PAGE) {
		v->rows.n = UNITS_PER_PAGE;
		v->next_name = v->rows.v[UNITS_PER_PAGE - 1].name_folded;
		v->next_id = v->rows.v[UNITS_PER_PAGE - 1].unit_id.v;
	}
	return ERR_OK;
}
