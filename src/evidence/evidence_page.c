/* Handlers of the administrator's page about files: their size, the scan for malware. */
#include "evidence/evidence_page.h"

#include <inttypes.h>

#include "app/audit_json.h"
#include "tmpl/evidence.h"

#define MEGABYTE  1048576
#define LIMIT_MIN 1
#define LIMIT_MAX 50 /* upload_limit_bytes_check */

static enum err
read_counts(struct ctx *c, struct evidence_admin_view *v)
{
	struct sql_evidence_scan_counts_rows rows;
	struct ui_stat *s = arena_array(c->arena, SCAN_STATE_COUNT, sizeof(*s));

	MUST(sql_evidence_scan_counts(c->db, c->arena, &rows));
	for (int i = 0; i < SCAN_STATE_COUNT; i++)
		s[i].label = scan_state_words((enum scan_state)i);
	for (size_t i = 0; i < rows.n; i++) {
		s[rows.v[i].scan].value = rows.v[i].total;
		if (rows.v[i].scan == SCAN_STATE_OFF || rows.v[i].scan == SCAN_STATE_FAILED)
			v->pending += rows.v[i].total;
	}
	v->stats = (struct ui_stats){ s, SCAN_STATE_COUNT };
	return ERR_OK;
}

static enum err
show(struct web_req *req, struct web_res *res, struct evidence_admin_view *v)
{
	struct ctx *c = req->ctx;
	struct sql_evidence_limit_row limit;

	MUST(authz_require_everywhere(c, ROLE_BIT(ROLE_ADMINISTRATOR)));
	MUST(evidence_op_limit(c, &limit));
	v->version = limit.version;
	form_set_i64(v->form, "megabytes", limit.bytes / MEGABYTE);
	v->page = page_new(req, T("Tệp đính kèm và kiểm tra mã độc"));
	v->page.form = v->form;
	page_crumb(&v->page, T("Quản trị"), "/quan-tri");
	page_crumb(&v->page, v->page.title, NULL);
	v->page.wide = true;
	v->clamd = c->app->clamd;
	MUST(read_counts(c, v));
	MUST(sql_evidence_scan_report(c->db, c->arena, &v->rows));
	tmpl_evidence_admin(web_html(req, res), v);
	return ERR_OK;
}

enum err
evidence_page_admin(struct web_req *req, struct web_res *res)
{
	struct evidence_admin_view v = { .form = form_new(req) };

	return show(req, res, &v);
}

enum err
evidence_page_limit(struct web_req *req, struct web_res *res)
{
	struct evidence_admin_view v = { .form = form_new(req) };
	int64_t version = form_i64(v.form, "version", 1, INT32_MAX, 0);
	int64_t megabytes = form_i64(v.form, "megabytes", LIMIT_MIN, LIMIT_MAX, 0), affected;

	MUST(authz_require_everywhere(req->ctx, ROLE_BIT(ROLE_ADMINISTRATOR)));
	if (!form_ok(v.form)) {
		MUST(show(req, res, &v));
		return ERR_INVALID;
	}
	MUST(sql_evidence_limit_set(req->ctx->db, req->ctx->arena,
	    &(struct sql_evidence_limit_set_params){
		.bytes = megabytes * MEGABYTE, .version = (int32_t)version },
	    &affected));
	if (affected != 1) {
		v.stale = true;
		MUST(show(req, res, &v));
		return ERR_STALE;
	}
	MUST(audit_json(req->ctx, "upload_limit.set", "upload_limit", 1, (struct unit_id){ 0 },
	    json_pack("{s:I}", "megabytes", (json_int_t)megabytes)));
	return web_redirect(res, "/quan-tri/tep?tb=da-luu");
}

enum err
evidence_page_scan_again(struct web_req *req, struct web_res *res)
{
	struct sql_evidence_scan_again_row row;

	MUST(authz_require_everywhere(req->ctx, ROLE_BIT(ROLE_ADMINISTRATOR)));
	if (!form_ok(form_new(req)))
		return ERR_BAD_REQUEST;
	if (req->ctx->app->clamd == NULL)
		return ERR_CONFLICT;
	MUST(sql_evidence_scan_again(req->ctx->db, req->ctx->arena, &row));
	MUST(audit_json(req->ctx, "attachment.scan_again", "upload_limit", 1,
	    (struct unit_id){ 0 }, json_pack("{s:I}", "files", (json_int_t)row.queued)));
	return web_redirect(res, "/quan-tri/tep?tb=da-quet-lai");
}
