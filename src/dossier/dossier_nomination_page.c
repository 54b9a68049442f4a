/* Handlers of nominations: add and edit by form, look, take out. */
#include <inttypes.h>
#include <string.h>

#include "core/str.h"
#include "dossier/dossier_draft_page.h"
#include "dossier/dossier_page.h"
#include "eligibility/eligibility_read.h"
#include "registry/nominee_read.h"
#include "tmpl/dossier.h"

static enum err
read_kind(const struct web_req *req, enum nominee_kind *kind)
{
	const char *slug = web_query(req, "loai");

	*kind = NOMINEE_KIND_PERSON;
	if (slug == NULL)
		return ERR_OK;
	return nominee_kind_of_slug(slug, strlen(slug), kind) ? ERR_OK : ERR_BAD_REQUEST;
}

/* --- form ------------------------------------------------------------------------------------------ */

static enum err
award_options(struct web_req *req, struct nomination_form_view *v)
{
	struct sql_dossier_awards_rows rows;
	struct option *o;

	MUST(nomination_op_awards(req->ctx, &rows));
	o = arena_array(req->arena, rows.n + 1, sizeof(*o));
	o[v->nawards++] =
	    (struct option){ .value = "", .label = T("Chọn danh hiệu, hình thức") };
	for (size_t i = 0; i < rows.n; i++) {
		if (award_fits(rows.v[i].recipient, v->kind))
			o[v->nawards++] =
			    (struct option){ .value = arena_printf(req->arena, "%" PRId64,
						 rows.v[i].award_type_id.v),
				    .label = rows.v[i].name };
	}
	v->awards = o;
	return ERR_OK;
}

static void
fixed_options(struct web_req *req, struct nomination_form_view *v)
{
	static const struct option genders[] = {
		{ .value = "female", .label = T("Nữ") },
		{ .value = "male", .label = T("Nam") },
		{ .value = "", .label = T("Không ghi"), .selected = true },
	};
	struct option *o = arena_array(req->arena, ACHIEVEMENT_FIELD_COUNT, sizeof(*o));

	for (int i = 0; i < ACHIEVEMENT_FIELD_COUNT; i++)
		o[i] =
		    (struct option){ .value = achievement_field_text((enum achievement_field)i),
			    .label = achievement_field_words((enum achievement_field)i),
			    .selected = i == ACHIEVEMENT_FIELD_OTHER };
	v->fields = o;
	v->nfields = ACHIEVEMENT_FIELD_COUNT;
	v->genders = genders;
	v->ngenders = sizeof(genders) / sizeof(genders[0]);
}

static const char *
form_title(const struct nomination_form_view *v)
{
	switch (v->kind) {
	case NOMINEE_KIND_COLLECTIVE: return v->is_new ? T("Thêm tập thể") : T("Sửa tập thể");
	case NOMINEE_KIND_HOUSEHOLD:
		return v->is_new ? T("Thêm hộ gia đình") : T("Sửa hộ gia đình");
	case NOMINEE_KIND_PERSON:
	case NOMINEE_KIND_COUNT: break;
	}
	return v->is_new ? T("Thêm cá nhân") : T("Sửa cá nhân");
}

static enum err
show_form(struct web_req *req, struct web_res *res, struct nomination_form_view *v,
    const char *dossier_title)
{
	struct identity_tail tail;

	v->page = page_new(req, form_title(v));
	v->page.form = v->form;
	v->draft.page = &v->page;
	dossier_crumbs(req, &v->page, v->dossier_id, dossier_title, v->page.title);
	MUST(award_options(req, v));
	fixed_options(req, v);
	v->keeps_numbers = nominee_op_keeps_numbers(req->ctx);
	if (v->kind == NOMINEE_KIND_PERSON && !v->is_new) {
		MUST(nominee_op_identity_tail(
		    req->ctx, v->nomination_id, &tail, &v->has_number));
		if (v->has_number)
			v->number_hint = tr_fmt(req->arena, req->lang,
			    T("Đang lưu %1. Để trống nếu không đổi."), 1,
			    identity_mask(req->arena, &tail));
	}
	tmpl_dossier_nomination_form(web_html(req, res), v);
	return ERR_OK;
}

static const char *
text_or_empty(const char *s)
{
	return s != NULL ? s : "";
}

static void
read_person(struct form *f, struct nomination_input *in, struct date today)
{
	const char *typed = text_or_empty(form_text(f, "gender", 0, 10)), *born;
	enum birth_fault fault;

	in->gender_known = typed[0] != '\0';
	if (in->gender_known && !gender_parse(typed, &in->gender)) {
		in->gender_known = false;
		form_error(f, "gender",
		    T("Lựa chọn này không có hoặc không còn dùng. Hãy chọn lại."), 0);
	}
	born = text_or_empty(form_text(f, "born", 0, 20));
	fault = birth_parse(born, today, &in->birth);
	if (fault != BIRTH_OK)
		form_error(f, "born", birth_fault_words(fault), 1, born);
	in->position = text_or_empty(form_text(f, "position", 0, 200));
}

/* Optional; what is typed is checked for its form only, the rest is said as a doubt once it is saved. */
static void
read_number(struct web_req *req, struct form *f, struct nomination_input *in)
{
	char digits[IDENTITY_DIGITS + 1];
	enum identity_fault fault;

	if (!nominee_op_keeps_numbers(req->ctx))
		return;
	in->id_remove = form_checked(f, "id_remove");
	fault = identity_parse(form_text(f, "id_number", 0, 40), digits);
	if (fault == IDENTITY_OK)
		in->id_number = arena_strdup(req->arena, digits);
	else if (fault != IDENTITY_EMPTY)
		form_error(f, "id_number", identity_fault_words(fault), 0);
}

/* An award that does not exist, fits nobody of this kind, or is no longer valid is refused beside its field. */
static void
read_award(struct form *f, const struct nomination_form_view *v, struct nomination_input *in)
{
	const char *typed = form_text(f, "award_type_id", 0, 20);

	if (typed == NULL) {
		form_error(f, "award_type_id", T("Chưa chọn danh hiệu, hình thức đề nghị."), 0);
		return;
	}
	for (size_t i = 1; i < v->nawards; i++) {
		if (str_eq(v->awards[i].value, typed) &&
		    parse_i64(typed, 1, INT64_MAX, &in->award_type_id.v) == ERR_OK)
			return;
	}
	form_error(f, "award_type_id",
	    T("Danh hiệu, hình thức này không dành cho đối tượng đã chọn hoặc không còn hiệu lực. Chọn mục khác."),
	    0);
}

static void
read_form(struct web_req *req, struct form *f, const struct nomination_form_view *v,
    struct nomination_input *in)
{
	struct date today = date_of(req->ctx->now);
	const char *texts[ACHIEVEMENT_FIELD_COUNT];
	int choice;

	in->kind = v->kind;
	in->name = form_text(f, "name", 1, 200);
	in->position = "";
	if (v->kind == NOMINEE_KIND_PERSON) {
		read_person(f, in, today);
		read_number(req, f, in);
	}
	in->workplace = text_or_empty(form_text(f, "workplace", 0, 300));
	read_award(f, v, in);
	for (int i = 0; i < ACHIEVEMENT_FIELD_COUNT; i++)
		texts[i] = achievement_field_text((enum achievement_field)i);
	choice = form_choice(f, "field", texts, ACHIEVEMENT_FIELD_COUNT);
	in->field = choice < 0 ? ACHIEVEMENT_FIELD_OTHER : (enum achievement_field)choice;
	in->achievement = text_or_empty(form_multiline(f, "achievement", 0, 4000));
	field_without_number(f, "name", in->name);
	field_without_number(f, "position", in->position);
	field_without_number(f, "workplace", in->workplace);
	field_without_number(f, "achievement", in->achievement);
}

enum err
nomination_form_read(struct web_req *req, struct form *f, enum nominee_kind kind, bool awards,
    struct nomination_input *in)
{
	struct nomination_form_view v = { .kind = kind };

	if (awards)
		MUST(award_options(req, &v));
	read_form(req, f, &v, in);
	return ERR_OK;
}

/* The same nominee for the same award is asked about once, not forbidden: two people may share a name. */
static enum err
check_same(
    struct web_req *req, struct nomination_form_view *v, const struct nomination_input *in)
{
	struct sql_dossier_nomination_same_row row;
	bool found;

	if (form_checked(v->form, "same") || !form_ok(v->form))
		return ERR_OK;
	MUST(nomination_op_same(req->ctx, v->dossier_id, v->nomination_id, in, &row, &found));
	if (found) {
		v->confirm_same = true;
		form_error(v->form, "same",
		    T("Đã có ở số %1 của danh sách: cùng tên, cùng danh hiệu. Nếu là người khác, đánh dấu ô xác nhận rồi lưu."),
		    1, arena_printf(req->arena, "%" PRId32, row.ordinal));
	}
	return ERR_OK;
}

/* --- add ---------------------------------------------------------------------------------------------- */

enum err
nomination_page_new(struct web_req *req, struct web_res *res)
{
	struct nomination_form_view v = { .form = form_new(req), .is_new = true };
	struct draft_subject subject;
	struct sql_dossier_get_row d;

	MUST(dossier_path(req, &v.dossier_id));
	MUST(read_kind(req, &v.kind));
	MUST(dossier_op_get_mine(req->ctx, v.dossier_id, &d));
	if (d.state != DOSSIER_STATE_DRAFT)
		return ERR_CONFLICT;
	draft_subject_new(req, &d, v.kind, v.form, &subject);
	MUST(draft_form_new(req, v.form, &subject, &v.draft));
	form_set(v.form, "workplace", d.unit_name);
	return show_form(req, res, &v, d.title);
}

/* Too late: nothing is written to the list, what was typed is kept in the journal and shown. */
static enum err
refuse_late(struct web_req *req, struct web_res *res, struct nomination_form_view *v,
    const struct draft_subject *subject, const char *title)
{
	MUST(draft_form_late(req, v->form, subject, &v->draft));
	v->nawards = 0;
	MUST(show_form(req, res, v, title));
	res->keep = true;
	return ERR_CONFLICT;
}

enum err
nomination_page_create(struct web_req *req, struct web_res *res)
{
	struct nomination_form_view v = { .form = form_new(req), .is_new = true };
	struct draft_subject subject;
	struct sql_dossier_get_row d;
	struct nomination_input in = { 0 };
	struct nomination_id id;
	bool again;

	MUST(dossier_path(req, &v.dossier_id));
	MUST(read_kind(req, &v.kind));
	MUST(dossier_op_get_mine(req->ctx, v.dossier_id, &d));
	draft_form_read(v.form);
	draft_subject_new(req, &d, v.kind, v.form, &subject);
	if (subject.closed != NULL)
		return refuse_late(req, res, &v, &subject, d.title);
	MUST(award_options(req, &v));
	again = form_checked(v.form, "again");
	read_form(req, v.form, &v, &in);
	v.nawards = 0;
	MUST(check_same(req, &v, &in));
	if (!form_ok(v.form)) {
		MUST(draft_form_new(req, v.form, &subject, &v.draft));
		MUST(show_form(req, res, &v, d.title));
		return ERR_INVALID;
	}
	MUST(nomination_op_add(req->ctx, v.dossier_id, &in, &id));
	MUST(draft_form_saved(req, v.form, &subject));
	if (again)
		return web_redirect(res,
		    "/ho-so/%" PRId64 "/de-nghi/moi?loai=%s&tb=da-them-de-nghi", v.dossier_id.v,
		    nominee_kind_slug(v.kind));
	return web_redirect(res, "/ho-so/%" PRId64 "?tb=da-them-de-nghi", v.dossier_id.v);
}

/* --- edit --------------------------------------------------------------------------------------------- */

/* The nomination of the path, mine, in the dossier of the path. */
static enum err
find(struct web_req *req, bool mine, struct dossier_id *dossier,
    struct sql_dossier_nomination_get_row *n)
{
	struct nomination_id id;

	MUST(dossier_path(req, dossier));
	MUST(web_path_id(req, "nomination_id", &id.v));
	MUST(dossier_op_nomination(req->ctx, id, n));
	if (n->dossier_id.v != dossier->v)
		return ERR_NOT_FOUND;
	return !mine || n->mine ? ERR_OK : ERR_FORBIDDEN;
}

static void
fill_form(struct form *f, struct arena *a, const struct sql_dossier_nomination_get_row *n)
{
	form_set(f, "name", n->name);
	form_set(f, "gender", n->gender_null ? "" : gender_text(n->gender));
	form_set(f, "born",
	    birth_format(
		a, (struct birth){ n->born_on, n->born_year_null ? 0 : n->born_year }));
	form_set(f, "position", n->position);
	form_set(f, "workplace", n->workplace);
	form_set_i64(f, "award_type_id", n->award_type_id.v);
	form_set(f, "field", achievement_field_text(n->field));
	form_set(f, "achievement", n->achievement);
}

enum err
nomination_page_edit(struct web_req *req, struct web_res *res)
{
	struct nomination_form_view v = { .form = form_new(req) };
	struct sql_dossier_nomination_get_row n;
	struct sql_dossier_get_row d;
	struct draft_subject subject;

	MUST(find(req, true, &v.dossier_id, &n));
	MUST(dossier_op_get(req->ctx, v.dossier_id, &d));
	if (!nomination_editable(n.dossier_state, n.state))
		return ERR_CONFLICT;
	v.nomination_id = n.nomination_id;
	v.kind = n.kind;
	v.version = n.version;
	v.now = &n;
	draft_subject_nomination(req, &d, &n, &subject);
	MUST(draft_form_new(req, v.form, &subject, &v.draft));
	fill_form(v.form, req->arena, &n);
	return show_form(req, res, &v, n.dossier_title);
}

/*
 * Held and merged: only a field that both sides changed is asked about.  What others changed meanwhile
 * stays, whatever the form still showed there.
 */
static enum err
save_merged(struct web_req *req, struct nomination_form_view *v,
    const struct sql_dossier_get_row *d, struct nomination_input *in, bool *clash)
{
	struct sql_dossier_nomination_get_row n;
	struct draft_subject subject;
	struct nomination_input present;
	enum draft_merge take[FIELDS_MAX];

	MUST(nomination_op_begin_change(req->ctx, v->dossier_id, v->nomination_id, &n));
	draft_subject_nomination(req, d, &n, &subject);
	MUST(draft_form_merge(
	    req, v->form, &subject, v->version == n.version, &v->draft, take, clash));
	if (*clash) {
		v->version = n.version;
		return ERR_OK;
	}
	nomination_input_of_get(&present, &n);
	for (size_t i = 0; i < subject.n; i++) {
		if (take[i] == DRAFT_TAKE_PRESENT)
			nomination_field_copy(in, &present, subject.fields[i].name);
	}
	MUST(nomination_op_update(req->ctx, v->dossier_id, v->nomination_id, n.version, in));
	return draft_form_saved(req, v->form, &subject);
}

enum err
nomination_page_save(struct web_req *req, struct web_res *res)
{
	struct nomination_form_view v = { .form = form_new(req) };
	struct sql_dossier_nomination_get_row n;
	struct sql_dossier_get_row d;
	struct nomination_input in = { 0 };
	struct draft_subject subject;
	bool clash = false;

	MUST(find(req, true, &v.dossier_id, &n));
	MUST(dossier_op_get(req->ctx, v.dossier_id, &d));
	v.nomination_id = n.nomination_id;
	v.kind = n.kind;
	v.now = &n;
	draft_form_read(v.form);
	draft_subject_nomination(req, &d, &n, &subject);
	v.version = (int32_t)form_i64(v.form, "version", 1, INT32_MAX, 0);
	if (subject.closed != NULL)
		return refuse_late(req, res, &v, &subject, n.dossier_title);
	MUST(award_options(req, &v));
	read_form(req, v.form, &v, &in);
	v.nawards = 0;
	MUST(check_same(req, &v, &in));
	if (!form_ok(v.form)) {
		MUST(draft_form_new(req, v.form, &subject, &v.draft));
		MUST(show_form(req, res, &v, n.dossier_title));
		return ERR_INVALID;
	}
	MUST(save_merged(req, &v, &d, &in, &clash));
	if (clash) {
		MUST(dossier_op_nomination(req->ctx, v.nomination_id, &n));
		v.stale = true;
		MUST(show_form(req, res, &v, n.dossier_title));
		return ERR_STALE;
	}
	return web_redirect(res, "/ho-so/%" PRId64 "/de-nghi/%" PRId64 "?tb=da-luu",
	    v.dossier_id.v, n.nomination_id.v);
}

/* --- look and take out ------------------------------------------------------------------------------------ */

static enum err
read_story(struct web_req *req, struct nomination_show_view *v)
{
	struct sql_dossier_nomination_events_rows rows;
	struct ui_event *e;

	MUST(nomination_op_events(req->ctx, v->n->nomination_id, &rows));
	e = arena_array(req->arena, rows.n + 1, sizeof(*e));
	for (size_t i = 0; i < rows.n; i++)
		e[i] = (struct ui_event){ .when = rows.v[i].at,
			.what = nomination_state_words(rows.v[i].to_state),
			.who = rows.v[i].who,
			.note = rows.v[i].reason[0] != '\0' ? rows.v[i].reason : NULL };
	v->story = (struct ui_timeline){ e, rows.n };
	return ERR_OK;
}

static enum err
show(struct web_req *req, struct nomination_show_view *v,
    struct sql_dossier_nomination_get_row *n, bool mine)
{
	struct dossier_id dossier;

	MUST(find(req, mine, &dossier, n));
	v->n = n;
	v->page = page_new(req, n->name);
	dossier_crumbs(req, &v->page, dossier, n->dossier_title, n->name);
	v->born = birth_format(
	    req->arena, (struct birth){ n->born_on, n->born_year_null ? 0 : n->born_year });
	v->gender = n->gender_null ? "" : tr(req->lang, gender_words(n->gender));
	v->may_edit = n->mine && nomination_editable(n->dossier_state, n->state);
	v->may_delete = v->may_edit && n->state == NOMINATION_STATE_DRAFT;
	return nominee_read_panel(req->ctx, &v->page, n, v->may_edit, &v->nominee);
}

/* Its own files, and the checklist of its award. */
static enum err
read_files(struct web_req *req, struct nomination_show_view *v)
{
	v->may_attach = v->n->mine && dossier_editable(v->n->dossier_state);
	v->files.dossier_id = v->n->dossier_id;
	v->files.filed = v->n->dossier_submitted_at;
	v->files.may_edit = v->may_attach;
	MUST(file_op_list(req->ctx, v->n->dossier_id, v->n->nomination_id, &v->files.rows));
	MUST(evidence_op_missing(req->ctx, v->n->dossier_id, v->n->nomination_id, &v->papers));
	v->papers_view = (struct evidence_view){ &v->papers, v->n->dossier_id,
		v->n->nomination_id, v->may_attach };
	return ERR_OK;
}

enum err
nomination_page_show(struct web_req *req, struct web_res *res)
{
	struct nomination_show_view v = { 0 };
	struct sql_dossier_nomination_get_row n;

	MUST(show(req, &v, &n, false));
	MUST(read_story(req, &v));
	MUST(read_files(req, &v));
	MUST(eligibility_read_panel(req->ctx, n.dossier_id, n.nomination_id, &v.eligibility));
	tmpl_dossier_nomination_show(web_html(req, res), &v);
	return ERR_OK;
}

enum err
nomination_page_ask_delete(struct web_req *req, struct web_res *res)
{
	struct nomination_show_view v = { 0 };
	struct sql_dossier_nomination_get_row n;

	MUST(show(req, &v, &n, true));
	if (!v.may_delete)
		return ERR_CONFLICT;
	tmpl_dossier_nomination_delete(web_html(req, res), &v);
	return ERR_OK;
}

enum err
nomination_page_delete(struct web_req *req, struct web_res *res)
{
	struct sql_dossier_nomination_get_row n;
	struct dossier_id dossier;
	struct form *f = form_new(req);
	int32_t version;

	MUST(find(req, true, &dossier, &n));
	version = (int32_t)form_i64(f, "version", 1, INT32_MAX, 0);
	if (!form_ok(f))
		return ERR_BAD_REQUEST;
	MUST(nomination_op_delete(req->ctx, dossier, n.nomination_id, version));
	return web_redirect(res, "/ho-so/%" PRId64 "?tb=da-xoa#da-xoa", dossier.v);
}
