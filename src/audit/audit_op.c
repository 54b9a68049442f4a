/* Use cases of the auditor: everything is read, nothing is changed. */
#include "audit/audit_op.h"

#include "core/vietnamese.h"

enum err
audit_op_find(struct ctx *c, int64_t before, struct audit_home_view *v)
{
	MUST(sql_audit_find_nominations(c->db, c->arena,
	    &(struct sql_audit_find_nominations_params){ .folded = vn_fold(c->arena, v->search),
		.before = before,
		.count = AUDIT_PER_PAGE + 1 },
	    &v->rows));
	if ((v->more = v->rows.n > AUDIT_PER_PAGE))
		v->rows.n = AUDIT_PER_PAGE;
	return ERR_OK;
}

enum err
audit_op_log(struct ctx *c, const struct audit_filter *f, struct audit_log_view *v)
{
	MUST(sql_audit_log(c->db, c->arena,
	    &(struct sql_audit_log_params){ .before = f->before,
		.username = f->username,
		.object = f->object,
		.object_id = f->object_id,
		.from_at = f->from,
		.to_at = f->to,
		.count = AUDIT_PER_PAGE + 1 },
	    &v->rows));
	if ((v->more = v->rows.n > AUDIT_PER_PAGE))
		v->rows.n = AUDIT_PER_PAGE;
	return ERR_OK;
}

enum err
audit_op_story(struct ctx *c, struct nomination_id id, struct audit_story_view *v)
{
	MUST(sql_dossier_nomination_get(c->db, c->arena,
	    &(struct sql_dossier_nomination_get_params){ .nomination_id = id }, &v->n));
	MUST(sql_dossier_nomination_events(c->db, c->arena,
	    &(struct sql_dossier_nomination_events_params){ .nomination_id = id }, &v->events));
	MUST(sql_dossier_filings(c->db, c->arena,
	    &(struct sql_dossier_filings_params){ .dossier_id = v->n.dossier_id },
	    &v->filings));
	MUST(sql_audit_votes(c->db, c->arena,
	    &(struct sql_audit_votes_params){ .nomination_id = id }, &v->votes));
	MUST(sql_audit_honour_of(c->db, c->arena,
	    &(struct sql_audit_honour_of_params){ .nomination_id = id }, &v->honour,
	    &v->honoured));
	return sql_audit_story(
	    c->db, c->arena, &(struct sql_audit_story_params){ .nomination_id = id }, &v->log);
}
