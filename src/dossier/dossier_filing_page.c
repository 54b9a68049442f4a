/* Handlers of filing: the question, the act, the receipt. */
#include <inttypes.h>
#include <string.h>

#include "core/money.h"
#include "core/str.h"
#include "dossier/dossier_draft_page.h"
#include "dossier/dossier_page.h"
#include "app/audit_json.h"
#include "eligibility/eligibility_read.h"
#include "receipt/receipt.h"
#include "registry/nominee_read.h"
#include "tmpl/dossier.h"

static const char *
question(struct web_req *req, const struct sql_dossier_get_row *d, int64_t count)
{
	const char *name = d->letter_no[0] != '\0' ? d->letter_no : d->title;

	return tr_fmt(req->arena, req->lang,
	    d->state == DOSSIER_STATE_RETURNED ? T("Nộp lại %2 trường hợp của hồ sơ %1?")
					       : T("Nộp hồ sơ %1 gồm %2 trường hợp?"),
	    2, name, int_format(req->arena, count));
}

static enum err
ask(struct web_req *req, struct web_res *res, struct dossier_id id, bool stale, bool unseen)
{
	struct filing_form_view v = { .stale = stale };
	struct sql_dossier_get_row d;

	MUST(dossier_op_get_mine(req->ctx, id, &d));
	if (!d.may_file)
		return ERR_FORBIDDEN;
	v.d = &d;
	v.count = d.drafts + d.returned;
	v.page = page_new(req, T("Nộp hồ sơ"));
	dossier_crumbs(req, &v.page, id, d.title, v.page.title);
	v.question = question(req, &d, v.count);
	v.window = dossier_window_at(d.state, d.opens_at, d.closes_at, d.now);
	MUST(evidence_op_missing(req->ctx, id, (struct nomination_id){ 0 }, &v.papers));
	v.papers_view = (struct evidence_view){ &v.papers, id, { 0 }, true };
	v.missing = dossier_tasks(req, &d, &v.papers, true, &v.tasks);
	MUST(nominee_read_findings(req->ctx, id, 0, FINDINGS_SHOWN, &v.findings));
	MUST(deadline_op_explain(req->ctx, d.season_id, d.unit_id, &v.closing));
	MUST(draft_list_read(req, &v.page, &d, &v.drafts));
	MUST(eligibility_read_summary(req->ctx, id, &v.eligibility));
	if (unseen)
		v.eligibility.error = T(
		    "Đánh dấu ô này khi đã xem các trường hợp chưa đạt điều kiện, rồi nộp lại.");
	tmpl_dossier_filing_form(web_html(req, res), &v);
	return ERR_OK;
}

enum err
filing_page_ask(struct web_req *req, struct web_res *res)
{
	struct dossier_id id;

	MUST(dossier_path(req, &id));
	return ask(req, res, id, false, false);
}

/*
 * A unit may propose whom the rules do not reach: its paper may be missing from our register, and a rule may be
 * read wrongly here.  But it has to have seen it, so that nobody learns of it only when the list comes back.
 */
static enum err
count_unreached(struct web_req *req, struct dossier_id id, int32_t version, int64_t *count)
{
	struct sql_dossier_get_row d;
	struct eligibility_summary s;

	*count = 0;
	MUST(dossier_op_get_mine(req->ctx, id, &d));
	/* What is refused for another reason is told that reason. */
	if (!d.may_file || !dossier_editable(d.state) || d.version != version ||
	    dossier_window_at(d.state, d.opens_at, d.closes_at, d.now) != DOSSIER_WINDOW_OPEN)
		return ERR_OK;
	MUST(eligibility_read_summary(req->ctx, id, &s));
	*count = s.not_met;
	return ERR_OK;
}

enum err
filing_page_submit(struct web_req *req, struct web_res *res)
{
	struct form *f = form_new(req);
	struct dossier_id id;
	struct filing_id filing;
	enum dossier_window window;
	int64_t count, unreached;
	int32_t version;
	bool seen;
	enum err err;

	MUST(dossier_path(req, &id));
	version = (int32_t)form_i64(f, "version", 1, INT32_MAX, 0);
	count = form_i64(f, "count", 0, INT32_MAX, -1);
	seen = form_checked(f, "da_xem");
	if (!form_ok(f))
		return ERR_BAD_REQUEST;
	MUST(count_unreached(req, id, version, &unreached));
	if (unreached > 0 && !seen) {
		MUST(ask(req, res, id, false, true));
		return ERR_INVALID;
	}
	err = filing_op_submit(req->ctx, id, version, count, &window, &filing);
	/* Not filed: the same page says why, with everything of the draft still there. */
	if (err == ERR_INVALID || err == ERR_STALE ||
	    (err == ERR_CONFLICT && window != DOSSIER_WINDOW_OPEN))
		MUST(ask(req, res, id, err == ERR_STALE, false));
	MUST(err);
	if (unreached > 0)
		MUST(audit_json(req->ctx, "eligibility.acknowledge", "dossier", id.v,
		    (struct unit_id){ 0 },
		    json_pack("{s:I, s:I}", "not_met", (json_int_t)unreached, "filing",
			(json_int_t)filing.v)));
	return web_redirect(res, "/ho-so/%" PRId64 "/bien-nhan/%" PRId64, id.v, filing.v);
}

static enum err
path(const struct web_req *req, struct dossier_id *dossier, struct filing_id *id)
{
	MUST(dossier_path(req, dossier));
	return web_path_id(req, "filing_id", &id->v);
}

enum err
filing_page_show(struct web_req *req, struct web_res *res)
{
	struct filing_show_view v = { 0 };
	struct sql_dossier_filing_get_row f;
	struct dossier_id dossier;
	struct filing_id id;

	MUST(path(req, &dossier, &id));
	MUST(filing_op_get(req->ctx, dossier, id, &f));
	v.f = &f;
	v.page = page_new(req, T("Biên nhận nộp hồ sơ"));
	dossier_crumbs(req, &v.page, dossier, f.title, v.page.title);
	v.letter = letter_text(req->arena, f.letter_no, f.letter_date);
	v.check_code = receipt_code_format(req->arena, f.check_code);
	v.done = (struct ui_done){ .title = tr_fmt(req->arena, req->lang,
				       T("Đã nộp hồ sơ %1 gồm %2 trường hợp"), 2, f.letter_no,
				       int_format(req->arena, f.nominations)),
		.number = f.receipt_no,
		.at = f.filed_at,
		.sha256 = f.sha256 };
	tmpl_dossier_filing_show(web_html(req, res), &v);
	return ERR_OK;
}

enum err
filing_page_content(struct web_req *req, struct web_res *res)
{
	struct sql_dossier_filing_content_row f;
	struct dossier_id dossier;
	struct filing_id id;

	MUST(path(req, &dossier, &id));
	MUST(filing_op_content(req->ctx, dossier, id, &f));
	web_attachment(
	    res, "application/json", arena_printf(req->arena, "%s.json", f.receipt_no));
	/* Byte for byte what was hashed. */
	buf_add(&res->body, f.content, strlen(f.content));
	return ERR_OK;
}
