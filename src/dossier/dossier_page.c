/* Handlers of the list of dossiers and of one dossier. */
#include "dossier/dossier_page.h"

#include <inttypes.h>

#include "core/money.h"
#include "core/str.h"
#include "core/vietnamese.h"
#include "dossier/dossier_draft_page.h"
#include "dossier/dossier_timeline_op.h"
#include "eligibility/eligibility_read.h"
#include "registry/nominee_read.h"
#include "tmpl/dossier.h"

#define LIST_PAGE 50
#define SHOW_PAGE 100
#define FIND_FROM 20 /* a shorter list is read faster than searched */

/* --- shared ------------------------------------------------------------------------------------- */

enum err
dossier_path(const struct web_req *req, struct dossier_id *id)
{
	return web_path_id(req, "dossier_id", &id->v);
}

void
dossier_crumbs(struct web_req *req, struct page *page, struct dossier_id id, const char *title,
    const char *here)
{
	page_crumb(page, T("Hồ sơ"), "/ho-so");
	if (title != NULL)
		page_crumb(page, title, arena_printf(req->arena, "/ho-so/%" PRId64, id.v));
	page_crumb(page, here, NULL);
}

const char *
letter_text(struct arena *a, const char *no, struct date on)
{
	if (str_empty(no))
		return "";
	return on.year != 0 ? arena_printf(a, "%s, %s", no, date_format(a, on)) : no;
}

static const char *
task_href(struct arena *a, struct dossier_id id, enum dossier_lack lack)
{
	switch (lack) {
	case DOSSIER_LACK_LETTER_NO:
	case DOSSIER_LACK_LETTER_DATE: return arena_printf(a, "/ho-so/%" PRId64 "/sua", id.v);
	case DOSSIER_LACK_NOMINATIONS:
		return arena_printf(a, "/ho-so/%" PRId64 "/de-nghi/moi", id.v);
	case DOSSIER_LACK_ATTACHMENT:
		return arena_printf(a, "/ho-so/%" PRId64 "#tai-lieu", id.v);
	case DOSSIER_LACK_ACHIEVEMENTS:
	case DOSSIER_LACK_AWARDS:
	case DOSSIER_LACK_COUNT: break;
	}
	return arena_printf(a, "/ho-so/%" PRId64 "#danh-sach", id.v);
}

/* "Còn thiếu ở 3 trường hợp", or NULL where nothing is counted. */
static const char *
task_hint(
    struct web_req *req, const struct dossier_check *k, const struct sql_dossier_get_row *d)
{
	if (k->lack == DOSSIER_LACK_NOMINATIONS && k->done)
		return tr_fmt(req->arena, req->lang,
		    T("%1 trường hợp: %2 cá nhân, %3 tập thể, %4 hộ gia đình"), 4,
		    int_format(req->arena, d->nominations), int_format(req->arena, d->persons),
		    int_format(req->arena, d->collectives),
		    int_format(req->arena, d->households));
	if (!k->done && k->lack == DOSSIER_LACK_ACHIEVEMENTS && k->count > 0)
		return tr_fmt(req->arena, req->lang, T("Còn thiếu ở %1 trường hợp"), 1,
		    int_format(req->arena, k->count));
	if (!k->done && k->lack == DOSSIER_LACK_AWARDS && k->count > 0)
		return tr_fmt(req->arena, req->lang,
		    T("%1 trường hợp đề nghị danh hiệu, hình thức đã hết hiệu lực"), 1,
		    int_format(req->arena, k->count));
	return NULL;
}

/* What of the papers is missing or in the way, or NULL. */
static const char *
papers_hint(struct web_req *req, const struct evidence_checklist *papers)
{
	if (papers->infected > 0)
		return tr_fmt(req->arena, req->lang,
		    T("%1 tệp có mã độc, phải gỡ trước khi nộp"), 1,
		    int_format(req->arena, papers->infected));
	if (papers->secret > 0)
		return tr_fmt(req->arena, req->lang,
		    T("%1 tệp có dấu chỉ độ mật, phải gỡ trước khi nộp"), 1,
		    int_format(req->arena, papers->secret));
	if (papers->missing > 0)
		return tr_fmt(req->arena, req->lang, T("Còn thiếu %1 loại tài liệu bắt buộc"),
		    1, int_format(req->arena, papers->missing));
	if (papers->warned > 0)
		return tr_fmt(req->arena, req->lang,
		    T("Nên bổ sung %1 loại tài liệu; chưa có cũng nộp được"), 1,
		    int_format(req->arena, papers->warned));
	return NULL;
}

size_t
dossier_tasks(struct web_req *req, const struct sql_dossier_get_row *d,
    const struct evidence_checklist *papers, bool links, struct ui_tasks *tasks)
{
	struct dossier_facts facts;
	struct dossier_check checks[DOSSIER_LACK_COUNT];
	struct ui_task *t = arena_array(req->arena, DOSSIER_LACK_COUNT, sizeof(*t));
	size_t missing;
	bool next = true;

	dossier_facts_of(d, papers, &facts);
	missing = dossier_missing(&facts, checks);
	for (size_t i = 0; i < DOSSIER_LACK_COUNT; i++) {
		t[i].title = dossier_lack_words(checks[i].lack);
		t[i].hint = checks[i].lack == DOSSIER_LACK_ATTACHMENT
		    ? papers_hint(req, papers)
		    : task_hint(req, &checks[i], d);
		t[i].href = links ? task_href(req->arena, d->dossier_id, checks[i].lack) : NULL;
		t[i].state = checks[i].done ? (struct ui_tag){ T("Đã có"), "done" }
					    : (struct ui_tag){ T("Còn thiếu"), "attention" };
		t[i].next = links && !checks[i].done && next;
		next = next && checks[i].done;
	}
	*tasks = (struct ui_tasks){ t, DOSSIER_LACK_COUNT };
	return missing;
}

/* --- list -------------------------------------------------------------------------------------------- */

static enum err
read_filter(
    const struct web_req *req, struct sql_dossier_list_params *p, struct dossier_list_view *v)
{
	v->state = web_query(req, "trang-thai");
	v->season = web_query(req, "dot");
	if (v->state == NULL)
		v->state = "";
	if (v->season == NULL)
		v->season = "";
	p->state_null = v->state[0] == '\0';
	p->season_id_null = v->season[0] == '\0';
	if (!p->state_null && !dossier_state_parse(v->state, &p->state))
		return ERR_BAD_REQUEST;
	if (!p->season_id_null && parse_i64(v->season, 1, INT64_MAX, &p->season_id.v) != ERR_OK)
		return ERR_BAD_REQUEST;
	v->filtered = !p->state_null || !p->season_id_null;
	return web_query_i64(req, "truoc", 1, INT64_MAX, INT64_MAX, &p->before_id);
}

static const char *
list_href(struct arena *a, const char *state, const char *season, int64_t before)
{
	const char *sep = "?";
	char *s = arena_strdup(a, "/ho-so");

	if (state[0] != '\0') {
		s = arena_printf(a, "%s%strang-thai=%s", s, sep, state);
		sep = "&";
	}
	if (season[0] != '\0') {
		s = arena_printf(a, "%s%sdot=%s", s, sep, season);
		sep = "&";
	}
	return before > 0 ? arena_printf(a, "%s%struoc=%" PRId64, s, sep, before) : s;
}

static enum err
list_filters(
    struct web_req *req, const struct sql_dossier_list_params *p, struct dossier_list_view *v)
{
	struct sql_dossier_counts_rows counts;
	struct ui_filter *f = arena_array(req->arena, DOSSIER_STATE_COUNT + 1, sizeof(*f));
	int64_t all = 0;
	size_t n = 1;

	MUST(dossier_op_counts(req->ctx, p->season_id, p->season_id_null, &counts));
	for (size_t i = 0; i < counts.n; i++) {
		all += counts.v[i].total;
		f[n++] = (struct ui_filter){ dossier_state_words(counts.v[i].state),
			list_href(
			    req->arena, dossier_state_text(counts.v[i].state), v->season, 0),
			counts.v[i].total, !p->state_null && p->state == counts.v[i].state };
	}
	f[0] = (struct ui_filter){ T("Tất cả"), list_href(req->arena, "", v->season, 0), all,
		p->state_null };
	v->filters = (struct ui_filters){ T("Lọc theo trạng thái"), f, n };
	return ERR_OK;
}

static enum err
season_options(
    struct web_req *req, bool any, const char *chosen, const struct option **out, size_t *n)
{
	struct sql_dossier_seasons_rows rows;
	struct option *o;

	MUST(dossier_op_seasons(req->ctx, &rows));
	o = arena_array(req->arena, rows.n + 1, sizeof(*o));
	*n = 0;
	if (any)
		o[(*n)++] = (struct option){
			.value = "", .label = T("Mọi đợt"), .selected = chosen[0] == '\0'
		};
	for (size_t i = 0; i < rows.n; i++) {
		const char *value = arena_printf(req->arena, "%" PRId64, rows.v[i].season_id.v);

		o[(*n)++] = (struct option){ .value = value,
			.label = rows.v[i].open || any
			    ? rows.v[i].name
			    : tr_fmt(req->arena, req->lang,
				  T("%1 (không trong thời gian nhận)"), 1, rows.v[i].name),
			.selected = str_eq(value, chosen) };
	}
	*out = o;
	return ERR_OK;
}

enum err
dossier_page_list(struct web_req *req, struct web_res *res)
{
	static const struct ui_column columns[] = {
		{ .label = T("Hồ sơ") },
		{ .label = T("Tờ trình") },
		{ .label = T("Đợt") },
		{ .label = T("Trường hợp"), .number = true },
		{ .label = T("Trạng thái") },
	};
	struct dossier_list_view v = { .page = page_new(req, T("Hồ sơ đề nghị khen thưởng")) };
	struct sql_dossier_list_params p = { .count = LIST_PAGE + 1 };

	MUST(read_filter(req, &p, &v));
	v.page.wide = true;
	MUST(list_filters(req, &p, &v));
	MUST(season_options(req, true, v.season, &v.seasons, &v.nseasons));
	MUST(dossier_op_list(req->ctx, &p, &v.rows));
	v.pages.total = -1;
	if (v.rows.n > LIST_PAGE) {
		v.rows.n = LIST_PAGE;
		v.pages.next_href = list_href(
		    req->arena, v.state, v.season, v.rows.v[LIST_PAGE - 1].dossier_id.v);
	}
	if (p.before_id != INT64_MAX)
		v.pages.start_href = list_href(req->arena, v.state, v.season, 0);
	v.head = (struct ui_head){ columns, sizeof(columns) / sizeof(columns[0]), false };
	v.may_create = actor_has(req->ctx->actor, DOSSIER_WRITERS);
	tmpl_dossier_list(web_html(req, res), &v);
	return ERR_OK;
}

/* --- begin and edit ------------------------------------------------------------------------------------ */

static enum err
unit_options(struct web_req *req, struct dossier_form_view *v)
{
	struct sql_dossier_units_mine_rows rows;
	struct option *o;

	MUST(dossier_op_units_mine(req->ctx, &rows));
	o = arena_array(req->arena, rows.n + 1, sizeof(*o));
	for (size_t i = 0; i < rows.n; i++)
		o[i] = (struct option){ .value = arena_printf(
					    req->arena, "%" PRId64, rows.v[i].unit_id.v),
			.label = rows.v[i].name };
	v->units = o;
	v->nunits = rows.n;
	return ERR_OK;
}

static enum err
show_form(
    struct web_req *req, struct web_res *res, struct dossier_form_view *v, const char *title)
{
	v->page = page_new(req, v->is_new ? T("Lập hồ sơ") : T("Sửa hồ sơ"));
	v->page.form = v->form;
	v->draft.page = &v->page;
	v->local = (struct draft_local){ req->ctx->actor->account_id.v, "ho-so-moi",
		req->method == WEB_POST };
	dossier_crumbs(req, &v->page, v->dossier_id, title, v->page.title);
	MUST(season_options(req, false, "", &v->seasons, &v->nseasons));
	if (v->is_new)
		MUST(unit_options(req, v));
	tmpl_dossier_form(web_html(req, res), v);
	return ERR_OK;
}

void
dossier_form_read(struct form *f, struct dossier_input *in, bool season, struct date today)
{
	const char *no;

	if (season)
		in->season_id.v = form_i64(f, "season_id", 1, INT64_MAX, 0);
	in->title = form_text(f, "title", 1, 300);
	no = form_text(f, "letter_no", 0, 60);
	in->letter_no = no != NULL ? no : "";
	field_without_number(f, "title", in->title);
	field_without_number(f, "letter_no", in->letter_no);
	in->letter_date = form_date(f, "letter_date", false);
	if (in->letter_date.year != 0 && date_cmp(in->letter_date, today) > 0)
		form_error(f, "letter_date",
		    T("Ngày tờ trình ở sau ngày hôm nay. Kiểm tra lại ngày."), 0);
}

bool
dossier_known_refusal(struct web_req *req, struct form *f, enum err err)
{
	static const struct form_constraint table[] = {
		{ "dossier_letter_no_unique", "letter_no",
		    T("Đơn vị đã có hồ sơ khác mang số tờ trình này trong cùng đợt. Kiểm tra lại số.") },
		{ "dossier_season_fkey", "season_id", T("Đợt này không còn. Chọn đợt khác.") },
	};

	if (err != ERR_CONFLICT && err != ERR_INVALID)
		return false;
	return form_error_constraint(
	    f, db_last_constraint(req->ctx->db), table, sizeof(table) / sizeof(table[0]));
}

enum err
dossier_page_new(struct web_req *req, struct web_res *res)
{
	struct dossier_form_view v = { .form = form_new(req), .is_new = true };

	return show_form(req, res, &v, NULL);
}

enum err
dossier_page_create(struct web_req *req, struct web_res *res)
{
	struct dossier_form_view v = { .form = form_new(req), .is_new = true };
	struct dossier_input in = { 0 };
	struct dossier_id id;
	bool same = false;
	enum err err;

	dossier_form_read(v.form, &in, true, date_of(req->ctx->now));
	in.unit_id.v = form_i64(v.form, "unit_id", 1, INT64_MAX, 0);
	/* A step back and the button again would begin a second one. */
	if (form_ok(v.form))
		MUST(dossier_op_draft_same(req->ctx, &in, &same));
	if (same)
		form_error(v.form, "title",
		    T("Đơn vị đã có bản nháp mang tên này trong cùng đợt. Mở bản nháp đó ở trang Hồ sơ, hoặc đặt tên khác."),
		    0);
	if (!form_ok(v.form)) {
		MUST(show_form(req, res, &v, NULL));
		return ERR_INVALID;
	}
	/* A refusal by a constraint ends the statement, not the page that explains it. */
	MUST(db_savepoint(req->ctx->db));
	err = dossier_op_create(req->ctx, &in, &id);
	if (dossier_known_refusal(req, v.form, err)) {
		db_rollback_to_savepoint(req->ctx->db);
		MUST(show_form(req, res, &v, NULL));
		return ERR_INVALID;
	}
	MUST(err);
	return web_redirect(res, "/ho-so/%" PRId64 "?tb=da-lap-ho-so", id.v);
}

static void
fill_form(struct form *f, struct arena *a, const struct sql_dossier_get_row *d)
{
	form_set_i64(f, "season_id", d->season_id.v);
	form_set(f, "title", d->title);
	form_set(f, "letter_no", d->letter_no);
	if (d->letter_date.year != 0)
		form_set(f, "letter_date", date_format(a, d->letter_date));
}

enum err
dossier_page_edit(struct web_req *req, struct web_res *res)
{
	struct dossier_form_view v = { .form = form_new(req) };
	struct sql_dossier_get_row d;
	struct draft_subject subject;

	MUST(dossier_path(req, &v.dossier_id));
	MUST(dossier_op_get_mine(req->ctx, v.dossier_id, &d));
	if (!dossier_editable(d.state))
		return ERR_CONFLICT;
	v.version = d.version;
	v.season_fixed = d.state != DOSSIER_STATE_DRAFT;
	draft_subject_dossier(req, &d, &subject);
	MUST(draft_form_new(req, v.form, &subject, &v.draft));
	fill_form(v.form, req->arena, &d);
	return show_form(req, res, &v, d.title);
}

/* Held and merged field by field, as a nomination is. */
static enum err
save_merged(
    struct web_req *req, struct dossier_form_view *v, struct dossier_input *in, bool *clash)
{
	struct sql_dossier_get_row d;
	struct draft_subject subject;
	struct dossier_input present;
	enum draft_merge take[FIELDS_MAX];

	MUST(dossier_op_begin_change(req->ctx, v->dossier_id, &d));
	draft_subject_dossier(req, &d, &subject);
	MUST(draft_form_merge(
	    req, v->form, &subject, v->version == d.version, &v->draft, take, clash));
	if (*clash) {
		v->version = d.version;
		return ERR_OK;
	}
	dossier_input_of_get(&present, &d);
	for (size_t i = 0; i < subject.n; i++) {
		if (take[i] == DRAFT_TAKE_PRESENT)
			dossier_field_copy(in, &present, subject.fields[i].name);
	}
	MUST(dossier_op_update(req->ctx, v->dossier_id, d.version, in));
	return draft_form_saved(req, v->form, &subject);
}

enum err
dossier_page_save(struct web_req *req, struct web_res *res)
{
	struct dossier_form_view v = { .form = form_new(req) };
	struct sql_dossier_get_row d;
	struct dossier_input in = { 0 };
	struct draft_subject subject;
	bool clash = false;
	enum err err;

	MUST(dossier_path(req, &v.dossier_id));
	MUST(dossier_op_get_mine(req->ctx, v.dossier_id, &d));
	v.season_fixed = d.state != DOSSIER_STATE_DRAFT;
	v.version = (int32_t)form_i64(v.form, "version", 1, INT32_MAX, 0);
	draft_form_read(v.form);
	draft_subject_dossier(req, &d, &subject);
	dossier_form_read(v.form, &in, !v.season_fixed, date_of(req->ctx->now));
	if (!form_ok(v.form)) {
		MUST(draft_form_new(req, v.form, &subject, &v.draft));
		MUST(show_form(req, res, &v, d.title));
		return ERR_INVALID;
	}
	/* A draft whose round is over may still move to another round; nothing else is taken. */
	if (subject.closed != NULL && (v.season_fixed || in.season_id.v == d.season_id.v)) {
		MUST(draft_form_late(req, v.form, &subject, &v.draft));
		MUST(show_form(req, res, &v, d.title));
		res->keep = true;
		return ERR_CONFLICT;
	}
	MUST(db_savepoint(req->ctx->db));
	err = save_merged(req, &v, &in, &clash);
	if (dossier_known_refusal(req, v.form, err)) {
		db_rollback_to_savepoint(req->ctx->db);
		MUST(draft_form_new(req, v.form, &subject, &v.draft));
		MUST(show_form(req, res, &v, d.title));
		return ERR_INVALID;
	}
	MUST(err);
	if (clash) {
		v.stale = true;
		MUST(show_form(req, res, &v, d.title));
		return ERR_STALE;
	}
	return web_redirect(res, "/ho-so/%" PRId64 "?tb=da-luu", v.dossier_id.v);
}

/* --- one dossier ------------------------------------------------------------------------------------------ */

static const char *
event_words(struct web_req *req, const struct sql_dossier_history_row *h)
{
	enum nomination_state state;
	const char *total = int_format(req->arena, h->total);

	if (str_eq(h->what, "created"))
		return T("Lập hồ sơ");
	if (str_eq(h->what, "import_confirmed"))
		return tr_fmt(req->arena, req->lang, T("Nhập %1 trường hợp từ tệp"), 1, total);
	if (str_eq(h->what, "import_undone"))
		return T("Hoàn tác lần nhập từ tệp");
	if (str_eq(h->what, "deleted"))
		return T("Xóa khỏi danh sách");
	if (str_eq(h->what, "restored"))
		return T("Hoàn tác việc xóa");
	if (str_eq(h->what, "filed"))
		return tr_fmt(req->arena, req->lang, T("Nộp %1 trường hợp"), 1, total);
	if (str_starts(h->what, "state_") && nomination_state_parse(h->what + 6, &state))
		return tr_fmt(req->arena, req->lang, T("%1: %2 trường hợp"), 2,
		    tr(req->lang, nomination_state_words(state)), total);
	return h->what;
}

enum err
dossier_history_events(struct web_req *req, struct dossier_id id, struct ui_timeline *out)
{
	struct sql_dossier_history_rows rows;
	struct ui_event *events;

	MUST(dossier_op_history(req->ctx, id, &rows));
	events = arena_array(req->arena, rows.n + 1, sizeof(*events));
	for (size_t i = 0; i < rows.n; i++) {
		const struct sql_dossier_history_row *h = &rows.v[i];

		if (str_eq(h->what, "import_preview"))
			continue;
		events[out->n++] = (struct ui_event){ .when = h->at,
			.what = event_words(req, h),
			.who = h->who,
			.note = h->note[0] != '\0' ? h->note : NULL };
	}
	out->v = events;
	return ERR_OK;
}

/* One statement tells the story; receipts and pending imports are parts of it. */
static enum err
read_history(struct web_req *req, struct dossier_show_view *v)
{
	struct sql_dossier_history_rows rows;
	struct ui_event *events;
	struct sql_dossier_history_row *receipts, *imports;

	MUST(dossier_op_history(req->ctx, v->d->dossier_id, &rows));
	events = arena_array(req->arena, rows.n + 1, sizeof(*events));
	receipts = arena_array(req->arena, rows.n + 1, sizeof(*receipts));
	imports = arena_array(req->arena, rows.n + 1, sizeof(*imports));
	for (size_t i = 0; i < rows.n; i++) {
		const struct sql_dossier_history_row *h = &rows.v[i],
						     *back = &rows.v[rows.n - 1 - i];

		if (!back->filing_id_null)
			receipts[v->nreceipts++] = *back;
		if (!back->import_id_null && !str_eq(back->what, "import_undone"))
			imports[v->nimports++] = *back;
		if (str_eq(h->what, "import_preview"))
			continue;
		events[v->history.n++] = (struct ui_event){ .when = h->at,
			.what = event_words(req, h),
			.who = h->who,
			.note = h->note[0] != '\0' ? h->note : NULL };
	}
	v->history.v = events;
	v->receipts = receipts;
	v->imports = imports;
	return ERR_OK;
}

static void
choose_next(struct web_req *req, struct dossier_show_view *v)
{
	const struct sql_dossier_get_row *d = v->d;
	struct arena *a = req->arena;

	if (!v->may_edit)
		return;
	if (v->window == DOSSIER_WINDOW_CLOSED) {
		v->next.wait = T(
		    "Đợt này đã hết hạn nhận hồ sơ. Bản nháp vẫn được giữ; liên hệ Sở Nội vụ nếu cần gia hạn.");
		return;
	}
	if (d->state == DOSSIER_STATE_RETURNED && !d->may_file) {
		v->next.wait = T(
		    "Sửa các trường hợp bị trả lại trong danh sách bên dưới, rồi báo thủ trưởng đơn vị nộp lại.");
		return;
	}
	/* A table that was read and waits: the cases are in it already. */
	if (d->nominations == 0 && v->nimports > 0 &&
	    str_eq(v->imports[0].what, "import_preview")) {
		v->next.label = T("Xem lại và xác nhận bảng đã đọc");
		v->next.href = arena_printf(a, "/ho-so/%" PRId64 "/nhap/%" PRId64,
		    d->dossier_id.v, v->imports[0].import_id.v);
		return;
	}
	if (d->nominations == 0) {
		v->next.label = T("Thêm người, tập thể đầu tiên");
		v->next.href =
		    arena_printf(a, "/ho-so/%" PRId64 "/de-nghi/moi", d->dossier_id.v);
		return;
	}
	for (size_t i = 0; i < v->tasks.n; i++) {
		if (!v->tasks.v[i].next)
			continue;
		v->next.label = T("Bổ sung phần còn thiếu");
		v->next.href = v->tasks.v[i].href;
		return;
	}
	if (v->window == DOSSIER_WINDOW_NOT_YET) {
		v->next.wait = T("Hồ sơ đã đủ. Đợt này chưa mở nhận hồ sơ.");
		return;
	}
	if (d->may_file) {
		v->next.label =
		    d->state == DOSSIER_STATE_RETURNED ? T("Nộp lại hồ sơ") : T("Nộp hồ sơ");
		v->next.href = arena_printf(a, "/ho-so/%" PRId64 "/nop", d->dossier_id.v);
	} else {
		v->next.wait = T("Hồ sơ đã đủ. Thủ trưởng đơn vị xem lại và nộp.");
	}
}

/* The list again, of a state ("" for all) and of the name looked for, after a number of it. */
static const char *
show_href(struct arena *a, const struct dossier_show_view *v, const char *state, int32_t after)
{
	struct buf b = { 0 };
	struct html h = { .out = &b, .arena = a };
	const char *sep = "?";
	char *href;

	buf_printf(&b, "/ho-so/%" PRId64, v->d->dossier_id.v);
	if (state[0] != '\0') {
		buf_printf(&b, "%strang-thai=%s", sep, state);
		sep = "&";
	}
	if (v->find[0] != '\0') {
		buf_printf(&b, "%stim=", sep);
		html_url_segment(&h, v->find);
		sep = "&";
	}
	if (after > 0)
		buf_printf(&b, "%ssau=%" PRId32, sep, after);
	buf_puts(&b, "#danh-sach");
	href = arena_strdup(a, b.p);
	buf_free(&b);
	return href;
}

/* States as choices, once they differ; a search where the list is long. */
static enum err
read_list_filter(
    struct web_req *req, struct dossier_show_view *v, struct sql_dossier_nominations_params *p)
{
	struct sql_dossier_timeline_counts_rows counts;
	struct ui_filter *f;
	const char *find = web_query(req, "tim");

	v->state = web_query(req, "trang-thai");
	if (v->state == NULL)
		v->state = "";
	v->find = find != NULL ? str_trim(req->arena, find) : "";
	p->state_null = v->state[0] == '\0';
	if (!p->state_null && !nomination_state_parse(v->state, &p->state))
		return ERR_BAD_REQUEST;
	p->name_folded = vn_fold(req->arena, v->find);
	v->all_href =
	    arena_printf(req->arena, "/ho-so/%" PRId64 "#danh-sach", v->d->dossier_id.v);
	v->filtered = !p->state_null || v->find[0] != '\0';
	v->may_find = v->find[0] != '\0' || v->d->nominations > FIND_FROM;
	if (!v->show_state)
		return ERR_OK;
	MUST(timeline_op_counts(req->ctx, v->d->dossier_id, &counts));
	f = arena_array(req->arena, counts.n + 1, sizeof(*f));
	f[0] = (struct ui_filter){ T("Tất cả"), show_href(req->arena, v, "", 0),
		v->d->nominations, p->state_null };
	for (size_t i = 0; i < counts.n; i++) {
		const char *state = nomination_state_text(counts.v[i].state);

		f[i + 1] = (struct ui_filter){ nomination_state_words(counts.v[i].state),
			show_href(req->arena, v, state, 0), counts.v[i].total,
			!p->state_null && p->state == counts.v[i].state };
		if (counts.v[i].state == NOMINATION_STATE_RETURNED)
			v->returned = f[i + 1];
	}
	v->filters = (struct ui_filters){ T("Lọc theo trạng thái"), f,
		counts.n > 1 || !p->state_null ? counts.n + 1 : 0 };
	return ERR_OK;
}

static enum err
read_nominations(struct web_req *req, struct dossier_show_view *v)
{
	struct sql_dossier_nominations_params p = { .dossier_id = v->d->dossier_id,
		.count = SHOW_PAGE + 1,
		.today = date_of(req->ctx->now) };
	int64_t after;

	MUST(web_query_i64(req, "sau", 0, INT32_MAX, 0, &after));
	MUST(read_list_filter(req, v, &p));
	p.after = (int32_t)after;
	MUST(dossier_op_nominations(req->ctx, &p, &v->nominations));
	v->pages.total = v->filtered ? -1 : v->d->nominations;
	if (v->nominations.n > SHOW_PAGE) {
		v->nominations.n = SHOW_PAGE;
		v->pages.next_href =
		    show_href(req->arena, v, v->state, v->nominations.v[SHOW_PAGE - 1].ordinal);
	}
	if (after > 0)
		v->pages.start_href = show_href(req->arena, v, v->state, 0);
	if (!v->filtered && v->nominations.n > 0) {
		v->pages.first = v->nominations.v[0].ordinal;
		v->pages.last = v->nominations.v[v->nominations.n - 1].ordinal;
	}
	return ERR_OK;
}

enum err
dossier_page_show(struct web_req *req, struct web_res *res)
{
	static const struct ui_column columns[] = {
		{ .label = T("Số"), .number = true },
		{ .label = T("Họ tên, tập thể, hộ") },
		{ .label = T("Ngày sinh") },
		{ .label = T("Danh hiệu, hình thức đề nghị") },
		{ .label = T("Trạng thái") },
		{ .label = "" },
	};
	/* In a draft every state is the same and says nothing. */
	static const struct ui_column draft_columns[] = {
		{ .label = T("Số"), .number = true },
		{ .label = T("Họ tên, tập thể, hộ") },
		{ .label = T("Ngày sinh") },
		{ .label = T("Danh hiệu, hình thức đề nghị") },
		{ .label = "" },
	};
	struct dossier_show_view v = { 0 };
	struct sql_dossier_get_row d;
	struct dossier_id id;

	MUST(dossier_path(req, &id));
	MUST(dossier_op_get(req->ctx, id, &d));
	v.d = &d;
	v.page = page_new(req, d.title);
	v.page.wide = true;
	dossier_crumbs(req, &v.page, id, NULL, d.title);
	v.may_edit = d.mine && dossier_editable(d.state);
	v.may_add = d.mine && d.state == DOSSIER_STATE_DRAFT;
	v.show_state = d.state != DOSSIER_STATE_DRAFT;
	v.window = dossier_window_at(d.state, d.opens_at, d.closes_at, d.now);
	v.letter = letter_text(req->arena, d.letter_no, d.letter_date);
	v.deadline = timestamp_format(req->arena, d.closes_at);
	MUST(deadline_op_explain(req->ctx, d.season_id, d.unit_id, &v.closing));
	if (v.may_edit)
		v.edit_href = arena_printf(req->arena, "/ho-so/%" PRId64 "/sua", id.v);
	MUST(read_nominations(req, &v));
	MUST(file_op_list(req->ctx, id, (struct nomination_id){ 0 }, &v.files.rows));
	v.files.dossier_id = id;
	v.files.filed = d.submitted_at;
	v.files.may_edit = v.may_edit;
	v.files.show_nomination = true;
	MUST(evidence_op_missing(req->ctx, id, (struct nomination_id){ 0 }, &v.papers));
	v.papers_view = (struct evidence_view){ &v.papers, id, { 0 }, v.may_edit };
	MUST(eligibility_read_summary(req->ctx, id, &v.eligibility));
	MUST(read_history(req, &v));
	v.missing = dossier_tasks(req, &d, &v.papers, v.may_edit, &v.tasks);
	MUST(draft_list_read(req, &v.page, &d, &v.drafts));
	if (v.may_edit)
		MUST(nominee_read_findings(req->ctx, id, 0, FINDINGS_SHOWN, &v.findings));
	choose_next(req, &v);
	v.head = v.show_state
	    ? (struct ui_head){ columns, sizeof(columns) / sizeof(columns[0]), false }
	    : (struct ui_head){ draft_columns, sizeof(draft_columns) / sizeof(draft_columns[0]),
		      false };
	tmpl_dossier_show(web_html(req, res), &v);
	return ERR_OK;
}
