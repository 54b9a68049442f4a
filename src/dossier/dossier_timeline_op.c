/* Reads where the nominations of a dossier stand. */
#include "dossier/dossier_timeline_op.h"

#include "calendar/calendar_op.h"

enum err
timeline_op_counts(
    struct ctx *c, struct dossier_id id, struct sql_dossier_timeline_counts_rows *rows)
{
	return sql_dossier_timeline_counts(c->db, c->arena,
	    &(struct sql_dossier_timeline_counts_params){ .dossier_id = id }, rows);
}

enum err
timeline_op_reasons(
    struct ctx *c, struct dossier_id id, struct sql_dossier_timeline_reasons_rows *rows)
{
	return sql_dossier_timeline_reasons(c->db, c->arena,
	    &(struct sql_dossier_timeline_reasons_params){ .dossier_id = id }, rows);
}

enum err
timeline_op_nominations(struct ctx *c, struct dossier_id id, enum nomination_state state,
    bool any, int32_t after, int64_t count, struct sql_dossier_timeline_nominations_rows *rows)
{
	return sql_dossier_timeline_nominations(c->db, c->arena,
	    &(struct sql_dossier_timeline_nominations_params){ .dossier_id = id,
		.state = state,
		.state_null = any,
		.after = after,
		.count = count },
	    rows);
}

enum err
timeline_op_calendar(struct ctx *c, struct calendar *calendar, struct terms *terms)
{
	MUST(calendar_op_load(c, calendar));
	return calendar_op_terms(c, terms);
}
