/* Handlers of council sessions: agenda, attendance, opening, closing, results. */
#include "council/council_page.h"

#include <inttypes.h>
#include <string.h>

#include "core/str.h"
#include "council/council_read.h"
#include "council/council_words.h"
#include "tmpl/council.h"

#define SESSIONS_PER_PAGE 30
#define ELIGIBLE_PER_PAGE 100

static enum err
path_session(struct web_req *req, struct council_session_id *id)
{
	return web_path_id(req, "council_session_id", &id->v);
}

void
council_crumbs(struct web_req *req, struct page *p, const struct sql_council_session_get_row *s)
{
	page_crumb(p, T("Hội đồng"), "/hoi-dong");
	if (s != NULL)
		page_crumb(p, s->title,
		    arena_printf(
			req->arena, "/hoi-dong/phien/%" PRId64, s->council_session_id.v));
}

/* --- list and creation ------------------------------------------------------------------------------ */

enum err
council_page_sessions(struct web_req *req, struct web_res *res)
{
	struct sessions_view v = { .page = page_new(req, T("Phiên họp hội đồng")) };
	int64_t before;

	v.page.wide = true;
	MUST(web_query_i64(req, "truoc", 1, INT64_MAX, 0, &before));
	MUST(council_read_sessions(req->ctx, before, SESSIONS_PER_PAGE, &v));
	tmpl_council_sessions(web_html(req, res), &v);
	return ERR_OK;
}

static enum err
show_session_new(struct web_req *req, struct web_res *res, struct form *f)
{
	struct session_new_view v = { .page = page_new(req, T("Lập phiên họp")), .form = f };

	v.page.form = f;
	MUST(council_read_session_new(req->ctx, &v));
	if (v.ncouncils == 1)
		form_set(f, "council_id", v.councils[0].value);
	council_crumbs(req, &v.page, NULL);
	tmpl_council_session_new(web_html(req, res), &v);
	return ERR_OK;
}

enum err
council_page_session_new(struct web_req *req, struct web_res *res)
{
	return show_session_new(req, res, form_new(req));
}

enum err
council_page_session_create(struct web_req *req, struct web_res *res)
{
	struct form *f = form_new(req);
	struct session_input in = { 0 };
	struct council_session_id id;

	in.council_id.v = form_i64(f, "council_id", 1, INT64_MAX, 0);
	in.title = form_text(f, "title", 1, 300);
	in.held_on = form_date(f, "held_on", true);
	in.place = form_text(f, "place", 0, 300);
	if (!form_ok(f)) {
		MUST(show_session_new(req, res, f));
		return ERR_INVALID;
	}
	MUST(council_op_session_create(req->ctx, &in, &id));
	return web_redirect(res, "/hoi-dong/phien/%" PRId64 "?tb=da-tao", id.v);
}

/* --- one session --------------------------------------------------------------------------------------- */

static enum err
read_session(struct web_req *req, const char *title, struct session_view *v)
{
	struct council_session_id id;

	MUST(path_session(req, &id));
	v->page = page_new(req, title);
	v->page.wide = true;
	MUST(council_read_session(req->ctx, id, v));
	return ERR_OK;
}

enum err
council_page_session(struct web_req *req, struct web_res *res)
{
	struct session_view v = { 0 };

	MUST(read_session(req, T("Phiên họp"), &v));
	v.page.title = v.s.title;
	council_crumbs(req, &v.page, NULL);
	tmpl_council_session(web_html(req, res), &v);
	return ERR_OK;
}

/* A page below the session that only its secretary has. */
static enum err
read_managed(struct web_req *req, const char *title, struct session_view *v)
{
	MUST(read_session(req, title, v));
	if (!v->s.may_manage)
		return ERR_FORBIDDEN;
	council_crumbs(req, &v->page, &v->s);
	return ERR_OK;
}

/* A POST without fields of its own. */
static enum err
bare_post(struct web_req *req, struct council_session_id *id)
{
	struct form *f = form_new(req);

	MUST(path_session(req, id));
	return form_ok(f) ? ERR_OK : ERR_BAD_REQUEST;
}

/* --- agenda --------------------------------------------------------------------------------------------- */

enum err
council_page_agenda(struct web_req *req, struct web_res *res)
{
	struct agenda_add_view v = { .page = page_new(
					 req, T("Đưa trường hợp vào chương trình họp")) };
	struct council_session_id id;

	MUST(path_session(req, &id));
	v.page.wide = true;
	MUST(web_query_i64(req, "sau", 1, INT64_MAX, 0, &v.after));
	MUST(council_read_eligible(req->ctx, id, ELIGIBLE_PER_PAGE, &v));
	council_crumbs(req, &v.page, &v.s);
	tmpl_council_agenda(web_html(req, res), &v);
	return ERR_OK;
}

static size_t
unique_ids(struct arena *a, const int64_t *in, size_t n, int64_t **out)
{
	size_t count = 0;

	*out = arena_array(a, n, sizeof(**out));
	for (size_t i = 0; i < n; i++) {
		size_t k = 0;

		while (k < count && (*out)[k] != in[i])
			k++;
		if (k == count)
			(*out)[count++] = in[i];
	}
	return count;
}

enum err
council_page_agenda_confirm(struct web_req *req, struct web_res *res)
{
	struct agenda_add_view v = { .page = page_new(
					 req, T("Đưa trường hợp vào chương trình họp")) };
	struct council_session_id id;
	int64_t *typed = arena_array(req->arena, req->query.n, sizeof(*typed)), *ids;
	size_t n = 0;

	MUST(path_session(req, &id));
	for (size_t i = 0; i < req->query.n; i++) {
		if (strcmp(req->query.v[i].name, "chon") == 0 &&
		    parse_i64(req->query.v[i].value, 1, INT64_MAX, &typed[n++]) != ERR_OK)
			return ERR_BAD_REQUEST;
	}
	n = unique_ids(req->arena, typed, n, &ids);
	if (n == 0)
		return web_redirect(
		    res, "/hoi-dong/phien/%" PRId64 "/chuong-trinh?tb=chua-chon", id.v);
	MUST(council_read_chosen(req->ctx, id, ids, n, &v));
	council_crumbs(req, &v.page, &v.s);
	tmpl_council_agenda_confirm(web_html(req, res), &v);
	return ERR_OK;
}

enum err
council_page_agenda_add(struct web_req *req, struct web_res *res)
{
	struct form *f = form_new(req);
	struct council_session_id id;
	struct sql_council_session_get_row s;
	struct nomination_id *chosen;
	int64_t *sent, *ids;
	size_t n;

	MUST(path_session(req, &id));
	n = form_ids(f, "chon", req->arena, &sent);
	if (!form_ok(f) || n == 0)
		return ERR_BAD_REQUEST;
	MUST(council_op_session_manage(req->ctx, id, &s));
	n = unique_ids(req->arena, sent, n, &ids);
	chosen = arena_array(req->arena, n, sizeof(*chosen));
	for (size_t i = 0; i < n; i++)
		chosen[i].v = ids[i];
	MUST(council_op_agenda_add(req->ctx, id, chosen, n));
	return web_redirect(
	    res, "/hoi-dong/phien/%" PRId64 "?tb=da-dua-vao-chuong-trinh", id.v);
}

enum err
council_page_agenda_remove(struct web_req *req, struct web_res *res)
{
	struct council_session_id id;
	struct agenda_item_id item;

	MUST(bare_post(req, &id));
	MUST(web_path_id(req, "agenda_item_id", &item.v));
	MUST(council_op_agenda_remove(req->ctx, id, item));
	return web_redirect(
	    res, "/hoi-dong/phien/%" PRId64 "?tb=da-rut-khoi-chuong-trinh#noi-dung-hop", id.v);
}

enum err
council_page_method(struct web_req *req, struct web_res *res)
{
	struct form *f = form_new(req);
	struct council_session_id id;
	struct agenda_item_id item;
	const char *typed;
	enum vote_method method;

	MUST(path_session(req, &id));
	item.v = form_i64(f, "item", 0, INT64_MAX, 0);
	typed = form_text(f, "method", 1, 20);
	if (!form_ok(f) || !vote_method_parse(typed, &method) || vote_method_of(method) == NULL)
		return ERR_BAD_REQUEST;
	MUST(council_op_set_method(req->ctx, id, item, method));
	return web_redirect(res, "/hoi-dong/phien/%" PRId64 "?tb=da-luu#noi-dung-hop", id.v);
}

/* --- attendance -------------------------------------------------------------------------------------------- */

static enum err
show_attendance(struct web_req *req, struct web_res *res, struct form *f)
{
	struct session_view v = { 0 };
	struct person_line *people;

	MUST(read_managed(req, T("Điểm danh"), &v));
	v.form = f;
	v.page.form = f;
	people = arena_memdup(req->arena, v.people, v.npeople * sizeof(*people));
	for (size_t i = 0; i < v.npeople; i++) {
		enum attendance typed;

		if (attendance_parse(form_value(f, people[i].field), &typed))
			people[i].choice = (int)typed;
	}
	v.people = people;
	tmpl_council_attendance(web_html(req, res), &v);
	return ERR_OK;
}

enum err
council_page_attendance(struct web_req *req, struct web_res *res)
{
	return show_attendance(req, res, form_new(req));
}

enum err
council_page_attendance_save(struct web_req *req, struct web_res *res)
{
	static const char *const texts[] = { "present", "absent", "written" };
	static const enum attendance values[] = { ATTENDANCE_PRESENT, ATTENDANCE_ABSENT,
		ATTENDANCE_WRITTEN };
	struct form *f = form_new(req);
	struct session_view v = { 0 };
	struct attendance_line *lines;
	const char *contradicted;
	enum err err;

	MUST(read_managed(req, T("Điểm danh"), &v));
	lines = arena_array(req->arena, v.npeople, sizeof(*lines));
	for (size_t i = 0; i < v.npeople; i++) {
		int k = form_choice(f, v.people[i].field, texts, 3);

		lines[i] = (struct attendance_line){ v.people[i].m->council_member_id,
			k < 0 ? ATTENDANCE_ABSENT : values[k] };
	}
	if (form_ok(f)) {
		MUST(db_savepoint(req->ctx->db));
		err = council_op_attendance(
		    req->ctx, v.s.council_session_id, lines, v.npeople, &contradicted);
		if (err == ERR_OK)
			return web_redirect(res, "/hoi-dong/phien/%" PRId64 "?tb=da-diem-danh",
			    v.s.council_session_id.v);
		if (err != ERR_INVALID || contradicted == NULL)
			return err;
		db_rollback_to_savepoint(req->ctx->db);
		form_error(f, "",
		    T("%1 đã bỏ phiếu ở nội dung đang mở. Kết thúc biểu quyết nội dung đó rồi mới đổi điểm danh."),
		    1, contradicted);
	}
	MUST(show_attendance(req, res, f));
	return ERR_INVALID;
}

/* --- opening and closing -------------------------------------------------------------------------------------- */

enum err
council_page_open_form(struct web_req *req, struct web_res *res)
{
	struct session_view v = { 0 };

	MUST(read_managed(req, T("Khai mạc phiên họp"), &v));
	tmpl_council_open(web_html(req, res), &v);
	return ERR_OK;
}

enum err
council_page_open(struct web_req *req, struct web_res *res)
{
	struct council_session_id id;

	MUST(bare_post(req, &id));
	MUST(council_op_session_open(req->ctx, id));
	return web_redirect(res, "/hoi-dong/phien/%" PRId64 "?tb=da-khai-mac", id.v);
}

enum err
council_page_open_items(struct web_req *req, struct web_res *res)
{
	struct form *f = form_new(req);
	struct council_session_id id;
	struct agenda_item_id item;

	MUST(path_session(req, &id));
	item.v = form_i64(f, "item", 0, INT64_MAX, 0);
	if (!form_ok(f))
		return ERR_BAD_REQUEST;
	MUST(council_op_open_items(req->ctx, id, item));
	return web_redirect(
	    res, "/hoi-dong/phien/%" PRId64 "?tb=da-mo-bieu-quyet#noi-dung-hop", id.v);
}

enum err
council_page_close_items_form(struct web_req *req, struct web_res *res)
{
	struct session_view v = { 0 };
	struct item_line *lines;
	int64_t item;
	size_t n = 0;

	MUST(web_query_i64(req, "noi-dung", 1, INT64_MAX, 0, &item));
	MUST(read_managed(req, T("Kết thúc biểu quyết"), &v));
	lines = arena_array(req->arena, v.nlines, sizeof(*lines));
	for (size_t i = 0; i < v.nlines; i++) {
		if (v.lines[i].i->state == ITEM_STATE_OPEN &&
		    (item == 0 || v.lines[i].i->agenda_item_id.v == item))
			lines[n++] = v.lines[i];
	}
	v.lines = lines;
	v.nlines = n;
	if (n == 0)
		return web_redirect(res, "/hoi-dong/phien/%" PRId64 "?tb=khong-con-mo",
		    v.s.council_session_id.v);
	tmpl_council_close(web_html(req, res), &v);
	return ERR_OK;
}

enum err
council_page_close_items(struct web_req *req, struct web_res *res)
{
	struct form *f = form_new(req);
	struct council_session_id id;
	int64_t *sent, *ids;
	size_t n;

	MUST(path_session(req, &id));
	n = form_ids(f, "item", req->arena, &sent);
	if (!form_ok(f) || n == 0)
		return ERR_BAD_REQUEST;
	n = unique_ids(req->arena, sent, n, &ids);
	MUST(council_op_close_items(req->ctx, id, ids, n));
	return web_redirect(
	    res, "/hoi-dong/phien/%" PRId64 "/ket-qua?tb=da-ket-thuc-bieu-quyet", id.v);
}

enum err
council_page_close(struct web_req *req, struct web_res *res)
{
	struct council_session_id id;

	MUST(bare_post(req, &id));
	MUST(council_op_session_close(req->ctx, id));
	return web_redirect(res, "/hoi-dong/phien/%" PRId64 "?tb=da-ket-thuc-phien", id.v);
}

/* --- results ------------------------------------------------------------------------------------------------------ */

enum err
council_page_results(struct web_req *req, struct web_res *res)
{
	struct session_view v = { 0 };

	MUST(read_session(req, T("Kết quả biểu quyết"), &v));
	council_crumbs(req, &v.page, &v.s);
	tmpl_council_results(web_html(req, res), &v);
	return ERR_OK;
}

enum err
council_page_minutes(struct web_req *req, struct web_res *res)
{
	struct session_view v = { 0 };

	MUST(read_session(req, T("Biên bản kiểm phiếu"), &v));
	council_crumbs(req, &v.page, &v.s);
	tmpl_council_minutes(web_html(req, res), &v);
	return ERR_OK;
}

enum err
council_page_item(struct web_req *req, struct web_res *res)
{
	struct item_view v = { .base.page = page_new(req, T("Nội dung họp")) };
	struct council_session_id id;
	struct agenda_item_id item;

	MUST(path_session(req, &id));
	MUST(web_path_id(req, "agenda_item_id", &item.v));
	MUST(council_read_item(req->ctx, id, item, &v));
	v.base.page.title = v.line->i->name;
	council_crumbs(req, &v.base.page, &v.base.s);
	tmpl_council_item(web_html(req, res), &v);
	return ERR_OK;
}
