/* Handlers of decisions. */
#include "decision/decision_page.h"

#include <inttypes.h>
#include <string.h>

#include "core/str.h"
#include "decision/decision_read.h"
#include "tmpl/decision.h"

static const struct form_constraint decision_constraints[] = {
	{ "decision_number_unique", "number",
	    T("Quyết định số này, ngày này đã được ghi nhận. Kiểm tra lại số và ngày.") },
};

enum err
decision_page_list(struct web_req *req, struct web_res *res)
{
	struct decisions_view v = { .page = page_new(req, T("Quyết định khen thưởng")) };
	const char *before = web_query(req, "truoc");
	struct date on = { 0 };
	int64_t id;

	v.page.wide = true;
	if (before != NULL && date_parse(before, &on) != ERR_OK)
		return ERR_BAD_REQUEST;
	MUST(web_query_i64(req, "truoc-so", 0, INT64_MAX, 0, &id));
	MUST(decision_read_list(req->ctx, on, id, &v));
	tmpl_decision_list(web_html(req, res), &v);
	return ERR_OK;
}

static enum err
show_new(struct web_req *req, struct web_res *res, struct decision_new_view *v)
{
	v->page = page_new(req, T("Ghi nhận quyết định"));
	v->page.form = v->form;
	v->page.wide = true;
	MUST(decision_op_draft(
	    req->ctx, v->in.council_session_id, date_of(req->ctx->now), &v->draft));
	MUST(decision_read_choices(req->ctx, v));
	tmpl_decision_new(web_html(req, res), v);
	return ERR_OK;
}

enum err
decision_page_new(struct web_req *req, struct web_res *res)
{
	struct decision_new_view v = { .form = form_new(req) };

	MUST(web_query_i64(req, "phien", 1, INT64_MAX, 0, &v.in.council_session_id.v));
	if (v.in.council_session_id.v == 0)
		return ERR_NOT_FOUND;
	form_set_i64(v.form, "council_session_id", v.in.council_session_id.v);
	form_set(v.form, "decided_on", date_format(req->arena, date_of(req->ctx->now)));
	form_set(v.form, "signatory_name", req->ctx->actor->full_name);
	form_set(v.form, "signatory_position", "Chủ tịch Ủy ban nhân dân tỉnh");
	return show_new(req, res, &v);
}

static void
read_input(struct form *f, struct ctx *c, struct decision_input *in)
{
	int64_t *ids;

	in->council_session_id.v = form_i64(f, "council_session_id", 1, INT64_MAX, 0);
	in->unit_id.v = form_i64(f, "unit_id", 1, INT64_MAX, 0);
	in->number = form_text(f, "number", 1, 60);
	in->decided_on = form_date(f, "decided_on", true);
	in->signatory_name = form_text(f, "signatory_name", 1, 200);
	in->signatory_position = form_text(f, "signatory_position", 1, 200);
	in->n = form_ids(f, "nomination_id", c->arena, &ids);
	in->nomination_ids = ids;
	if (in->n == 0)
		form_error(f, "nomination_id",
		    T("Chọn ít nhất một trường hợp đưa vào quyết định."), 0);
	if (in->decided_on.year != 0 && date_cmp(in->decided_on, date_of(c->now)) > 0)
		form_error(f, "decided_on",
		    T("Ngày quyết định không thể ở tương lai. Ghi nhận sau khi quyết định đã ký."),
		    0);
}

enum err
decision_page_record(struct web_req *req, struct web_res *res)
{
	struct decision_new_view v = { .form = form_new(req) };
	struct decision_id id;
	const char *step;
	enum err err;

	read_input(v.form, req->ctx, &v.in);
	step = form_text(v.form, "step", 1, 10);
	if (!form_ok(v.form)) {
		MUST(show_new(req, res, &v));
		return ERR_INVALID;
	}
	MUST(db_savepoint(req->ctx->db));
	if (str_eq(step, "record")) {
		err = decision_op_record(req->ctx, &v.in, &id);
		if (err == ERR_OK)
			return web_redirect(
			    res, "/quyet-dinh/%" PRId64 "?tb=da-ghi-quyet-dinh", id.v);
	} else {
		err = decision_op_review(req->ctx, &v.in, &v.draft);
	}
	if (err == ERR_INVALID || (err == ERR_OK && !v.draft.rates_known)) {
		form_error(v.form, "decided_on",
		    T("Chưa có mức lương cơ sở cho ngày này nên không tính được tiền thưởng. Kiểm tra lại ngày."),
		    0);
		err = ERR_INVALID;
	} else if (err == ERR_CONFLICT &&
	    !form_error_constraint(v.form, db_last_constraint(req->ctx->db),
		decision_constraints,
		sizeof(decision_constraints) / sizeof(decision_constraints[0]))) {
		form_error(v.form, "nomination_id",
		    T("Có trường hợp vừa được đưa vào một quyết định khác. Danh sách dưới đây là hiện trạng; chọn lại rồi tiếp tục."),
		    0);
	}
	if (err != ERR_OK && err != ERR_CONFLICT && err != ERR_INVALID)
		return err;
	if (err != ERR_OK) {
		db_rollback_to_savepoint(req->ctx->db);
		MUST(show_new(req, res, &v));
		return err;
	}
	/* A look at what would be recorded changes nothing but is a POST, and so leaves its line. */
	MUST(audit_write(req->ctx, "decision.review", "council_session",
	    v.in.council_session_id.v, v.in.unit_id, NULL));
	v.page = page_new(req, T("Xem lại quyết định"));
	v.page.wide = true;
	MUST(decision_read_choices(req->ctx, &v));
	tmpl_decision_review(web_html(req, res), &v);
	return ERR_OK;
}

enum err
decision_page_show(struct web_req *req, struct web_res *res)
{
	struct decision_view v = { .page = page_new(req, T("Quyết định khen thưởng")) };
	struct decision_id id;
	int64_t after;

	v.page.wide = true;
	MUST(web_path_id(req, "decision_id", &id.v));
	MUST(web_query_i64(req, "sau", 0, INT32_MAX, 0, &after));
	MUST(decision_read_one(req->ctx, id, (int32_t)after, &v));
	tmpl_decision_show(web_html(req, res), &v);
	return ERR_OK;
}
