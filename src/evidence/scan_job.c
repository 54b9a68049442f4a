/* The job "attachment.scan": one uploaded file through clamd, a piece at a time. */
#include "evidence/scan_job.h"

#include "app/audit_json.h"
#include "core/log.h"
#include "evidence/evidence_op.h"
#include "evidence/scan.h"

/* One piece to the scanner. */
struct feeding {
	struct scan *scan;
	struct arena *arena;
	const char **why;
};

static bool
feed(void *arg, const void *data, size_t n)
{
	const struct feeding *f = arg;

	return scan_piece(f->scan, data, n, f->arena, f->why);
}

static enum err
set(struct ctx *c, struct attachment_id id, enum scan_state state, const char *finding)
{
	struct sql_evidence_scan_set_row row;

	return sql_evidence_scan_set(c->db, c->arena,
	    &(struct sql_evidence_scan_set_params){
		.attachment_id = id, .scan = state, .finding = finding },
	    &row);
}

static enum err
scan_file(struct ctx *c, struct attachment_id id, const struct sql_evidence_scan_target_row *t,
    enum scan_state *state, const char **finding)
{
	struct scan scan = { 0 };
	struct feeding feeding = { &scan, c->arena, finding };
	bool fed = false;
	enum err err = ERR_OK;

	*state = SCAN_STATE_FAILED;
	if (!scan_open(&scan, c->app->clamd, c->arena, finding))
		goto out;
	if ((err = evidence_op_pieces(c, id, t->size, feed, &feeding, &fed)) != ERR_OK)
		goto out;
	/* Also when feeding broke off: clamd may have said why, or what it already found. */
	switch (scan_finish(&scan, c->arena, finding)) {
	case SCAN_CLEAN: *state = fed ? SCAN_STATE_CLEAN : SCAN_STATE_FAILED; break;
	case SCAN_INFECTED: *state = SCAN_STATE_INFECTED; break;
	case SCAN_FAILED: break;
	}
out:
	scan_close(&scan);
	return err;
}

enum err
scan_job(struct ctx *c, const json_t *payload)
{
	struct attachment_id id = { json_integer_value(
	    json_object_get(payload, "attachment_id")) };
	struct sql_evidence_scan_target_row t;
	enum scan_state state = SCAN_STATE_OFF;
	const char *finding = "";
	bool found;

	MUST(sql_evidence_scan_target(c->db, c->arena,
	    &(struct sql_evidence_scan_target_params){ .attachment_id = id }, &t, &found));
	/* Taken out of its draft meanwhile, or judged by another job. */
	if (!found || !t.wanted)
		return ERR_OK;
	if (c->app->clamd != NULL)
		MUST(scan_file(c, id, &t, &state, &finding));
	if (state == SCAN_STATE_FAILED)
		log_warn("attachment=%lld not scanned: %s", (long long)id.v, finding);
	MUST(set(c, id, state, finding));
	MUST(audit_json(c, "attachment.scan", "attachment", id.v, t.unit_id,
	    json_pack("{s:s,s:s}", "result", scan_state_text(state), "finding", finding)));
	return state == SCAN_STATE_INFECTED
	    ? evidence_op_tell(c, t.uploaded_by, t.dossier_id, id, t.file_name)
	    : ERR_OK;
}
