/* Handlers of appraisal. */
#include "review/review_page.h"

#include <inttypes.h>
#include <string.h>

#include "core/str.h"
#include "review/review_read.h"
#include "tmpl/review.h"

#define QUEUE_PER_PAGE       50
#define NOMINATIONS_PER_PAGE 100

static void
add_crumbs(struct web_req *req, struct page *p, struct dossier_id id, const char *label)
{
	page_crumb(p, T("Thẩm định"), "/tham-dinh");
	if (label != NULL)
		page_crumb(p, label, arena_printf(req->arena, "/tham-dinh/%" PRId64, id.v));
}

enum err
review_page_queue(struct web_req *req, struct web_res *res)
{
	struct review_queue_view v = { .page = page_new(req, T("Hồ sơ chờ thẩm định")) };
	const char *state = web_query(req, "trang-thai");
	const char *season = web_query(req, "dot"), *unit = web_query(req, "don-vi");
	struct timestamp after = { 0 };
	int64_t after_id;

	v.page.wide = true;
	if (!str_empty(state)) {
		if (!dossier_state_parse(state, &v.state))
			return ERR_BAD_REQUEST;
		v.state_given = true;
	}
	/* An empty choice of the filter's form is no filter. */
	if (!str_empty(season) && parse_i64(season, 1, INT64_MAX, &v.season_id.v) != ERR_OK)
		return ERR_BAD_REQUEST;
	if (!str_empty(unit) && parse_i64(unit, 1, INT64_MAX, &v.unit_id.v) != ERR_OK)
		return ERR_BAD_REQUEST;
	/* Microseconds: the year 2200 ends below 7.3e15. */
	MUST(web_query_i64(req, "sau", 1, 7300000000000000, 0, &after.us));
	MUST(web_query_i64(req, "sau-so", 1, INT64_MAX, 0, &after_id));
	MUST(review_read_queue(req->ctx, &v, after, after_id, QUEUE_PER_PAGE));
	tmpl_review_queue(web_html(req, res), &v);
	return ERR_OK;
}

enum err
review_page_dossier(struct web_req *req, struct web_res *res)
{
	struct review_dossier_view v = { .page = page_new(req, T("Thẩm định hồ sơ")) };
	const char *state = web_query(req, "trang-thai");
	struct dossier_id id;

	MUST(web_path_id(req, "dossier_id", &id.v));
	v.page.wide = true;
	if (!str_empty(state)) {
		if (!nomination_state_parse(state, &v.state))
			return ERR_BAD_REQUEST;
		v.state_given = true;
	}
	MUST(web_query_i64(req, "sau", 1, INT32_MAX, 0, &v.after));
	MUST(review_read_dossier(req->ctx, id, &v, NOMINATIONS_PER_PAGE));
	v.page.title = arena_printf(
	    req->arena, "%s: %s", tr(req->lang, T("Thẩm định hồ sơ")), v.d.letter_no);
	add_crumbs(req, &v.page, id, NULL);
	tmpl_review_dossier(web_html(req, res), &v);
	return ERR_OK;
}

enum err
review_page_begin(struct web_req *req, struct web_res *res)
{
	struct form *f = form_new(req);
	struct dossier_id id;

	MUST(web_path_id(req, "dossier_id", &id.v));
	if (!form_ok(f))
		return ERR_BAD_REQUEST;
	MUST(review_op_begin(req->ctx, id));
	return web_redirect(res, "/tham-dinh/%" PRId64 "?tb=da-tiep-nhan", id.v);
}

enum err
review_page_finish(struct web_req *req, struct web_res *res)
{
	struct form *f = form_new(req);
	struct dossier_id id;

	MUST(web_path_id(req, "dossier_id", &id.v));
	if (!form_ok(f))
		return ERR_BAD_REQUEST;
	MUST(review_op_finish(req->ctx, id));
	return web_redirect(res, "/tham-dinh?tb=da-tham-dinh-xong");
}

static bool
contains(const int64_t *ids, size_t n, int64_t id)
{
	for (size_t i = 0; i < n; i++) {
		if (ids[i] == id)
			return true;
	}
	return false;
}

/* The boxes ticked on the dossier's page: each id once; ERR_BAD_REQUEST for what is no id. */
static enum err
chosen_ids(struct web_req *req, int64_t **ids, size_t *n)
{
	*n = 0;
	*ids = arena_array(req->arena, req->query.n, sizeof(**ids));
	for (size_t i = 0; i < req->query.n; i++) {
		int64_t id;

		if (strcmp(req->query.v[i].name, "chon") != 0)
			continue;
		if (parse_i64(req->query.v[i].value, 1, INT64_MAX, &id) != ERR_OK)
			return ERR_BAD_REQUEST;
		if (!contains(*ids, *n, id))
			(*ids)[(*n)++] = id;
	}
	return ERR_OK;
}

static enum err
show_confirm(struct web_req *req, struct web_res *res, struct dossier_id id, const int64_t *ids,
    size_t n, struct review_confirm_view *v)
{
	MUST(review_read_confirm(req->ctx, id, ids, n, v));
	v->page.title = v->rule->verb;
	v->page.form = v->form;
	add_crumbs(req, &v->page, id, v->d.letter_no);
	tmpl_review_confirm(web_html(req, res), v);
	return ERR_OK;
}

/* What will be done to how many, before it is done. */
enum err
review_page_confirm(struct web_req *req, struct web_res *res)
{
	struct review_confirm_view v = { .page = page_new(req, T("Xác nhận")),
		.form = form_new(req) };
	struct dossier_id id;
	int64_t *ids;
	size_t n;

	MUST(web_path_id(req, "dossier_id", &id.v));
	if (!review_act_parse(web_query(req, "viec"), &v.act))
		return ERR_BAD_REQUEST;
	MUST(chosen_ids(req, &ids, &n));
	if (n == 0)
		return web_redirect(res, "/tham-dinh/%" PRId64 "?tb=chua-chon#danh-sach", id.v);
	return show_confirm(req, res, id, ids, n, &v);
}

/* Act and reason of a form; messages where something is missing. */
static void
read_choice(struct form *f, struct review_choice *choice, bool *known)
{
	const char *act = form_text(f, "viec", 1, 20);

	*known = review_act_parse(act, &choice->act);
	if (!*known && !str_empty(act))
		form_error(f, "viec",
		    T("Lựa chọn này không có hoặc không còn dùng. Hãy chọn lại."), 0);
	choice->reason = form_multiline(f, "reason", 0, 1000);
	if (choice->reason == NULL)
		choice->reason = "";
	if (*known && review_act_rule(choice->act)->needs_reason && choice->reason[0] == '\0' &&
	    form_message_of(f, "reason") == NULL)
		form_error(
		    f, "reason", T("Ghi lý do để đơn vị và hội đồng hiểu kết luận này."), 0);
}

enum err
review_page_act(struct web_req *req, struct web_res *res)
{
	struct form *f = form_new(req);
	struct review_confirm_view v = { .page = page_new(req, T("Xác nhận")), .form = f };
	struct review_choice choice = { 0 };
	struct dossier_id id;
	int64_t *sent, *ids;
	size_t nsent, n = 0;
	bool known;
	enum err err;

	MUST(web_path_id(req, "dossier_id", &id.v));
	read_choice(f, &choice, &known);
	if (!known)
		return ERR_BAD_REQUEST;
	nsent = form_ids(f, "chon", req->arena, &sent);
	ids = arena_array(req->arena, nsent, sizeof(*ids));
	for (size_t i = 0; i < nsent; i++) {
		if (!contains(ids, n, sent[i]))
			ids[n++] = sent[i];
	}
	if (choice.act == REVIEW_ACT_AGENDA)
		choice.session.v = form_i64(f, "session_id", 1, INT64_MAX, 0);
	v.act = choice.act;
	if (n == 0)
		return ERR_BAD_REQUEST;
	if (!form_ok(f)) {
		MUST(show_confirm(req, res, id, ids, n, &v));
		return ERR_INVALID;
	}
	err = review_op_act(req->ctx, id, ids, n, &choice);
	MUST(err);
	return web_redirect(res, "/tham-dinh/%" PRId64 "?tb=da-ket-luan#danh-sach", id.v);
}

static enum err
show_nomination(struct web_req *req, struct web_res *res, struct nomination_id id,
    struct form *f, bool stale)
{
	struct review_nomination_view v = {
		.page = page_new(req, T("Thẩm định trường hợp đề nghị")), .form = f
	};

	MUST(review_read_nomination(req->ctx, id, &v));
	v.stale = stale;
	v.page.title = v.n.name;
	v.page.form = f;
	if (!stale)
		form_set_i64(f, "version", v.n.version);
	add_crumbs(req, &v.page, v.n.dossier_id, v.n.letter_no);
	tmpl_review_nomination(web_html(req, res), &v);
	return ERR_OK;
}

enum err
review_page_nomination(struct web_req *req, struct web_res *res)
{
	struct nomination_id id;

	MUST(web_path_id(req, "nomination_id", &id.v));
	return show_nomination(req, res, id, form_new(req), false);
}

enum err
review_page_nomination_act(struct web_req *req, struct web_res *res)
{
	struct form *f = form_new(req);
	struct review_choice choice = { 0 };
	struct nomination_id id;
	int32_t version;
	bool known;
	enum err err;

	MUST(web_path_id(req, "nomination_id", &id.v));
	version = (int32_t)form_i64(f, "version", 1, INT32_MAX, 0);
	read_choice(f, &choice, &known);
	if (known && choice.act == REVIEW_ACT_AGENDA)
		form_error(f, "viec",
		    T("Lựa chọn này không có hoặc không còn dùng. Hãy chọn lại."), 0);
	if (!form_ok(f)) {
		MUST(show_nomination(req, res, id, f, false));
		return ERR_INVALID;
	}
	err = review_op_act_one(req->ctx, id, version, &choice);
	if (err == ERR_STALE) {
		MUST(show_nomination(req, res, id, f, true));
		return ERR_STALE;
	}
	MUST(err);
	return web_redirect(res, "/tham-dinh/de-nghi/%" PRId64 "?tb=da-ket-luan", id.v);
}
