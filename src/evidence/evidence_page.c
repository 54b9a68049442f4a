/* Handlers about files (their size, the scan for malware) and about the papers an award needs. */
#include "evidence/evidence_page.h"

#include <inttypes.h>
#include <string.h>

#include "app/audit_json.h"
#include "core/str.h"
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

/* --- papers an award needs ------------------------------------------------------------------------------ */

#define REQUIREMENTS "/tai-lieu-phai-co"

/* "{agency,commune}" in words, after what stands in out already. */
static void
add_levels(struct web_req *req, struct buf *out, const char *levels)
{
	enum authority_level level;

	for (const char *p = levels != NULL ? levels : ""; *p != '\0';) {
		size_t n = strcspn(p, "{,}");

		if (n > 0 && authority_level_parse(arena_strndup(req->arena, p, n), &level))
			buf_printf(out, "%s%s", out->len > 0 ? " · " : "",
			    tr(req->lang, authority_level_words(level)));
		p += n + (p[n] != '\0');
	}
}

/* Whose dossiers ask for it, part by part. */
static const char *
applies_to(struct web_req *req, const char *award, const enum award_category *category,
    const char *levels, const enum nominee_kind *kind)
{
	struct buf out = { 0 };
	const char *text;

	if (award != NULL)
		buf_puts(&out, award);
	if (category != NULL)
		buf_printf(&out, "%s%s", out.len > 0 ? " · " : "",
		    tr(req->lang, award_category_words(*category)));
	add_levels(req, &out, levels);
	if (kind != NULL)
		buf_printf(&out, "%s%s", out.len > 0 ? " · " : "",
		    tr(req->lang, nominee_kind_words(*kind)));
	text = out.len > 0 ? arena_strndup(req->arena, out.p, out.len)
			   : tr(req->lang, T("Mọi danh hiệu, hình thức"));
	buf_free(&out);
	return text;
}

enum err
evidence_page_requirements(struct web_req *req, struct web_res *res)
{
	struct requirements_view v = { .page = page_new(req, T("Tài liệu phải có")),
		.on = date_of(req->ctx->now) };
	const char *on = web_query(req, "ngay");

	if (!str_empty(on) && date_parse(on, &v.on) != ERR_OK)
		return ERR_BAD_REQUEST;
	MUST(evidence_op_requirements(req->ctx, v.on, &v.rows));
	v.total = (int64_t)v.rows.n;
	v.applies = arena_array(req->arena, v.rows.n + 1, sizeof(*v.applies));
	for (size_t i = 0; i < v.rows.n; i++) {
		const struct sql_evidence_requirements_row *r = &v.rows.v[i];

		v.binding += r->required && r->binding;
		v.waiting += r->required && !r->binding;
		v.applies[i] =
		    applies_to(req, r->award_name, r->category_null ? NULL : &r->category,
			r->authority_levels, r->kind_null ? NULL : &r->kind);
	}
	v.page.wide = true;
	tmpl_evidence_requirements(web_html(req, res), &v);
	return ERR_OK;
}

static enum err
show_requirement(struct web_req *req, struct web_res *res, struct requirement_id id,
    struct form *f, bool stale)
{
	struct requirement_view v = { .stale = stale };
	const struct sql_evidence_requirement_row *r = &v.r;

	MUST(evidence_op_requirement(req->ctx, id, &v.r));
	v.paper = tr(req->lang, document_kind_words(r->document));
	v.applies = applies_to(req, r->award_name, r->category_null ? NULL : &r->category,
	    r->authority_levels, r->kind_null ? NULL : &r->kind);
	v.page = page_new(req, document_kind_words(r->document));
	v.page.form = f;
	page_crumb(&v.page, T("Tài liệu phải có"), REQUIREMENTS);
	page_crumb(&v.page, r->code, NULL);
	MUST(confirm_may(req->ctx, &v.confirm.may_confirm));
	v.confirm.page = &v.page;
	v.confirm.form = f;
	v.confirm.action = arena_printf(req->arena, REQUIREMENTS "/%" PRId64, id.v);
	v.confirm.back = REQUIREMENTS;
	v.confirm.version = r->version;
	v.confirm.confirmed = r->confirmed;
	v.confirm.by = r->confirmed_by;
	v.confirm.at = r->confirmed_at;
	v.confirm.reason = r->confirmed_reason;
	tmpl_evidence_requirement(web_html(req, res), &v);
	return ERR_OK;
}

enum err
evidence_page_requirement(struct web_req *req, struct web_res *res)
{
	struct requirement_id id;

	MUST(web_path_id(req, "requirement_id", &id.v));
	return show_requirement(req, res, id, form_new(req), false);
}

enum err
evidence_page_confirm(struct web_req *req, struct web_res *res)
{
	struct form *f = form_new(req);
	struct confirm_answer answer;
	struct requirement_id id;
	enum err err;

	MUST(web_path_id(req, "requirement_id", &id.v));
	MUST(authz_require_everywhere(req->ctx, RULE_KEEPER_BITS));
	err = confirm_read(f, &answer);
	if (err == ERR_INVALID)
		MUST(show_requirement(req, res, id, f, false));
	MUST(err);
	err = evidence_op_confirm(req->ctx, id, &answer);
	if (err == ERR_STALE)
		MUST(show_requirement(req, res, id, f, true));
	MUST(err);
	return web_redirect(res, REQUIREMENTS "/%" PRId64 "?tb=da-luu", id.v);
}
