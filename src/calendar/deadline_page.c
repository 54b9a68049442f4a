/* Handlers of closing times and of outages of our own. */
#include "calendar/deadline_page.h"

#include <inttypes.h>

#include "calendar/deadline_view.h"
#include "core/str.h"
#include "core/utf8.h"
#include "tmpl/calendar.h"

#define OUTAGES_PER_PAGE 50

static enum err
season_path(const struct web_req *req, struct season_id *id)
{
	return web_path_id(req, "season_id", &id->v);
}

static void
crumbs(struct web_req *req, struct page *p, const struct sql_calendar_season_row *s,
    const char *here)
{
	page_crumb(p, T("Quản trị"), "/quan-tri");
	page_crumb(p, T("Đợt xét khen thưởng"), "/quan-tri/dot-xet");
	page_crumb(p, s->name,
	    here == NULL ? NULL
			 : arena_printf(req->arena, "/quan-tri/dot-xet/%" PRId64 "/han-nop",
			       s->season_id.v));
	if (here != NULL)
		page_crumb(p, here, NULL);
}

/* --- one round -------------------------------------------------------------------------------- */

static enum err
unit_options(struct ctx *c, const struct form *f, struct deadline_view *v)
{
	struct sql_registry_unit_options_rows units;
	const char *chosen = form_value(f, "unit_id");
	struct option *o;

	MUST(deadline_op_units(c, &units));
	o = arena_array(c->arena, units.n + 1, sizeof(*o));
	o[0] = (struct option){
		.value = "", .label = T("Mọi đơn vị"), .selected = chosen[0] == '\0'
	};
	for (size_t i = 0; i < units.n; i++) {
		o[i + 1] = (struct option){ .value = arena_printf(
						c->arena, "%" PRId64, units.v[i].unit_id.v),
			.label = units.v[i].name_vi };
		o[i + 1].selected = str_eq(chosen, o[i + 1].value);
	}
	v->units = o;
	v->nunits = units.n + 1;
	return ERR_OK;
}

static enum err
show(struct web_req *req, struct web_res *res, struct season_id id, struct form *f)
{
	struct deadline_view v = { .form = f };

	MUST(deadline_op_season(req->ctx, id, &v.s));
	MUST(deadline_op_explain(req->ctx, id, (struct unit_id){ 0 }, &v.closing));
	MUST(deadline_op_extensions(req->ctx, id, &v.extensions));
	MUST(unit_options(req->ctx, f, &v));
	v.page = page_new(req, T("Hạn nộp hồ sơ"));
	v.page.form = f;
	crumbs(req, &v.page, &v.s, NULL);
	tmpl_calendar_deadline(web_html(req, res), &v);
	return ERR_OK;
}

enum err
deadline_page_show(struct web_req *req, struct web_res *res)
{
	struct season_id id;

	MUST(season_path(req, &id));
	return show(req, res, id, form_new(req));
}

/* A preview is asked for by GET: its fields come in the query and are checked as a form's are. */
static enum err
read_query(struct web_req *req, struct form *f, struct extension_input *in)
{
	static const char *const names[] = { "unit_id", "closes_at", "document", "reason" };
	const char *value, *typed;

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		form_set(f, names[i], web_query(req, names[i]));
	value = form_value(f, "unit_id");
	if (value[0] != '\0' && parse_i64(value, 1, INT64_MAX, &in->unit_id.v) != ERR_OK)
		return ERR_BAD_REQUEST;
	typed = str_trim(req->arena, form_value(f, "closes_at"));
	if (typed[0] == '\0')
		form_error(f, "closes_at",
		    T("Chưa ghi hạn mới. Nhập giờ:phút ngày/tháng/năm, ví dụ 17:00 05/11/2026 (giờ Việt Nam)."),
		    0);
	else if (timestamp_parse_local(typed, &in->closes_at) != ERR_OK)
		form_error(f, "closes_at",
		    T("Thời điểm “%1” không tồn tại hoặc sai dạng. Nhập giờ:phút ngày/tháng/năm, ví dụ 17:00 05/11/2026 (giờ Việt Nam)."),
		    1, utf8_length(typed) <= 40 ? typed : "…");
	in->document = str_trim(req->arena, form_value(f, "document"));
	if (utf8_length(in->document) > 200)
		form_error(f, "document", T("Tối đa 200 ký tự."), 0);
	in->reason = str_trim(req->arena, form_value(f, "reason"));
	if (in->reason[0] == '\0')
		form_error(f, "reason",
		    T("Cần ghi lý do: mọi đơn vị liên quan đọc được dòng này bên cạnh hạn nộp."),
		    0);
	else if (utf8_length(in->reason) > 500)
		form_error(f, "reason", T("Tối đa 500 ký tự."), 0);
	return ERR_OK;
}

static void
fault_words(
    struct web_req *req, struct form *f, enum extension_fault fault, struct timestamp current)
{
	switch (fault) {
	case EXTENSION_PAST:
		form_error(
		    f, "closes_at", T("Thời điểm này đã qua. Hạn mới phải ở sau bây giờ."), 0);
		break;
	case EXTENSION_EARLIER:
		form_error(f, "closes_at",
		    T("Hạn đang áp dụng đã là %1. Hạn mới phải muộn hơn thì mới có tác dụng."),
		    1, timestamp_format(req->arena, current));
		break;
	case EXTENSION_FAR:
		form_error(f, "closes_at",
		    T("Hạn mới cách hôm nay hơn hai năm. Kiểm tra lại năm."), 0);
		break;
	case EXTENSION_OK: break;
	}
}

static enum err
unit_name(struct ctx *c, struct unit_id id, const char **out)
{
	struct sql_registry_unit_options_rows units;

	*out = NULL;
	if (id.v == 0)
		return ERR_OK;
	MUST(deadline_op_units(c, &units));
	for (size_t i = 0; i < units.n; i++) {
		if (units.v[i].unit_id.v == id.v)
			*out = units.v[i].name_vi;
	}
	return *out != NULL ? ERR_OK : ERR_NOT_FOUND;
}

enum err
deadline_page_preview(struct web_req *req, struct web_res *res)
{
	struct extension_view v = { .form = form_new(req) };
	struct extension_input in = { 0 };
	enum extension_fault fault = EXTENSION_OK;
	struct season_id id;

	MUST(season_path(req, &id));
	MUST(deadline_op_season(req->ctx, id, &v.s));
	MUST(read_query(req, v.form, &in));
	MUST(unit_name(req->ctx, in.unit_id, &v.unit_name));
	if (v.form->messages == NULL) {
		MUST(deadline_op_check(req->ctx, id, &in, &v.current, &fault));
		fault_words(req, v.form, fault, v.current);
	}
	if (v.form->messages != NULL) {
		MUST(show(req, res, id, v.form));
		return ERR_INVALID;
	}
	MUST(deadline_op_affected(req->ctx, id, in.unit_id, &v.total, &v.drafts));
	v.in = &in;
	v.page = page_new(req, T("Gia hạn"));
	crumbs(req, &v.page, &v.s, v.page.title);
	tmpl_calendar_extension(web_html(req, res), &v);
	return ERR_OK;
}

enum err
deadline_page_extend(struct web_req *req, struct web_res *res)
{
	struct form *f = form_new(req);
	struct extension_input in = { 0 };
	struct timestamp current = { 0 };
	enum extension_fault fault = EXTENSION_OK;
	struct season_id id;
	const char *name;
	enum err err;

	MUST(season_path(req, &id));
	in.unit_id.v = form_i64(f, "unit_id", 0, INT64_MAX, 0);
	in.closes_at = form_timestamp(f, "closes_at", true);
	in.document = form_text(f, "document", 0, 200);
	in.reason = form_text(f, "reason", 1, 500);
	if (form_ok(f)) {
		MUST(unit_name(req->ctx, in.unit_id, &name));
		err = deadline_op_extend(req->ctx, id, &in, &fault);
		if (err == ERR_OK)
			return web_redirect(
			    res, "/quan-tri/dot-xet/%" PRId64 "/han-nop?tb=da-gia-han", id.v);
		if (err != ERR_INVALID)
			return err;
		MUST(deadline_op_check(req->ctx, id, &in, &current, &fault));
		fault_words(req, f, fault, current);
	}
	MUST(show(req, res, id, f));
	return ERR_INVALID;
}

/* --- taking back -------------------------------------------------------------------------------- */

static enum err
ask_withdraw(struct web_req *req, struct web_res *res, struct season_id season,
    struct extension_id id, struct form *f)
{
	struct withdraw_view v = { .form = f };
	struct sql_calendar_affected_drafts_rows drafts;
	struct sql_calendar_season_row s;

	MUST(deadline_op_season(req->ctx, season, &s));
	MUST(deadline_op_extension(req->ctx, season, id, &v.e));
	MUST(deadline_op_affected(req->ctx, season,
	    v.e.unit_id_null ? (struct unit_id){ 0 } : v.e.unit_id, &v.total, &drafts));
	v.page = page_new(req, T("Rút gia hạn"));
	v.page.form = f;
	crumbs(req, &v.page, &s, v.page.title);
	tmpl_calendar_withdraw(web_html(req, res), &v);
	return ERR_OK;
}

enum err
deadline_page_ask_withdraw(struct web_req *req, struct web_res *res)
{
	struct season_id season;
	struct extension_id id;

	MUST(season_path(req, &season));
	MUST(web_path_id(req, "extension_id", &id.v));
	return ask_withdraw(req, res, season, id, form_new(req));
}

enum err
deadline_page_withdraw(struct web_req *req, struct web_res *res)
{
	struct form *f = form_new(req);
	struct season_id season;
	struct extension_id id;
	const char *reason;

	MUST(season_path(req, &season));
	MUST(web_path_id(req, "extension_id", &id.v));
	reason = form_text(f, "reason", 1, 500);
	if (!form_ok(f)) {
		MUST(ask_withdraw(req, res, season, id, f));
		return ERR_INVALID;
	}
	MUST(deadline_op_withdraw(req->ctx, season, id, reason));
	return web_redirect(
	    res, "/quan-tri/dot-xet/%" PRId64 "/han-nop?tb=da-rut-gia-han", season.v);
}

/* --- outages ---------------------------------------------------------------------------------------- */

static enum err
show_outages(struct web_req *req, struct web_res *res, struct form *f)
{
	struct outages_view v = { .form = f };
	struct sql_calendar_last_beat_row beat;
	const char **lengths;
	int64_t before;
	bool found;

	MUST(web_query_i64(req, "truoc", 1, INT64_MAX, INT64_MAX, &before));
	MUST(deadline_op_outages(req->ctx, before, OUTAGES_PER_PAGE + 1, &v.rows));
	if ((v.more = v.rows.n > OUTAGES_PER_PAGE))
		v.rows.n = OUTAGES_PER_PAGE;
	MUST(deadline_op_outage_rule(req->ctx, &v.rule, &v.has_rule));
	MUST(deadline_op_last_beat(req->ctx, &beat, &found));
	if (found) {
		v.up_since = beat.began_at;
		v.last_beat = beat.last_at;
	}
	lengths = arena_array(req->arena, v.rows.n, sizeof(*lengths));
	for (size_t i = 0; i < v.rows.n; i++)
		lengths[i] = duration_words(
		    req->arena, req->lang, v.rows.v[i].ended_at.us - v.rows.v[i].began_at.us);
	v.lengths = lengths;
	v.page = page_new(req, T("Thời gian hệ thống gián đoạn"));
	v.page.form = f;
	page_crumb(&v.page, T("Quản trị"), "/quan-tri");
	page_crumb(&v.page, v.page.title, NULL);
	tmpl_calendar_outages(web_html(req, res), &v);
	return ERR_OK;
}

enum err
deadline_page_outages(struct web_req *req, struct web_res *res)
{
	return show_outages(req, res, form_new(req));
}

enum err
deadline_page_note(struct web_req *req, struct web_res *res)
{
	struct form *f = form_new(req);
	struct outage_id id;
	const char *note;

	MUST(web_path_id(req, "outage_id", &id.v));
	note = form_text(f, "note", 0, 500);
	if (!form_ok(f)) {
		MUST(show_outages(req, res, f));
		return ERR_INVALID;
	}
	MUST(deadline_op_note(req->ctx, id, note));
	return web_redirect(res, "/quan-tri/gian-doan?tb=da-luu");
}
