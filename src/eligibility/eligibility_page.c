/* Handlers of eligibility: verdicts, what is declared and confirmed, the rules in force. */
#include "eligibility/eligibility_page.h"

#include <inttypes.h>

#include "core/str.h"
#include "dossier/dossier_draft_page.h"
#include "eligibility/eligibility_read.h"
#include "tmpl/eligibility.h"

#define LIST_PAGE 100

static enum err
path(const struct web_req *req, struct dossier_id *dossier, struct nomination_id *nomination)
{
	MUST(web_path_id(req, "dossier_id", &dossier->v));
	return web_path_id(req, "nomination_id", &nomination->v);
}

static void
crumbs(struct web_req *req, struct page *page, const struct eligibility_set *set,
    const struct eligibility_case *k, const char *here)
{
	int64_t dossier = set->d.dossier_id.v;

	page_crumb(page, T("Hồ sơ"), "/ho-so");
	page_crumb(page, set->d.title, arena_printf(req->arena, "/ho-so/%" PRId64, dossier));
	if (k != NULL)
		page_crumb(page, k->n->name,
		    arena_printf(req->arena, "/ho-so/%" PRId64 "/de-nghi/%" PRId64, dossier,
			k->n->nomination_id.v));
	page_crumb(page, here, NULL);
}

/* --- verdicts ------------------------------------------------------------------------------------------ */

enum err
eligibility_page_show(struct web_req *req, struct web_res *res)
{
	struct eligibility_show_view v = { .page = page_new(req, T("Điều kiện xét")) };
	struct dossier_id dossier;
	struct nomination_id id;

	MUST(path(req, &dossier, &id));
	MUST(eligibility_op_of_nomination(req->ctx, dossier, id, &v.set));
	v.k = &v.set.v[0];
	v.may_declare = eligibility_op_may_declare(req->ctx, &v.set) == ERR_OK;
	v.may_appraise = eligibility_op_may_appraise(req->ctx, &v.set) == ERR_OK;
	req->ctx->why = NULL;
	MUST(sql_eligibility_verdicts(req->ctx->db, req->arena,
	    &(struct sql_eligibility_verdicts_params){ .nomination_id = id }, &v.kept));
	crumbs(req, &v.page, &v.set, v.k, v.page.title);
	tmpl_eligibility_show(web_html(req, res), &v);
	return ERR_OK;
}

static struct ui_filters
list_filters(struct web_req *req, const struct eligibility_list_view *v)
{
	const struct eligibility_set *set = &v->set;
	const struct {
		enum finding_status status;
		int64_t total;
	} kinds[] = { { FINDING_STATUS_NOT_MET, set->not_met },
		{ FINDING_STATUS_UNKNOWN, set->unknown }, { FINDING_STATUS_MET, set->met } };
	const size_t n = sizeof(kinds) / sizeof(kinds[0]);
	struct ui_filter *f = arena_array(req->arena, n + 1, sizeof(*f));
	const char *all =
	    arena_printf(req->arena, "/ho-so/%" PRId64 "/dieu-kien", set->d.dossier_id.v);

	f[0] = (struct ui_filter){ T("Tất cả"), all, (int64_t)set->n, !v->filtered };
	for (size_t i = 0; i < n; i++)
		f[i + 1] = (struct ui_filter){ verdict_words(kinds[i].status, false),
			arena_printf(req->arena, "%s?ket-qua=%s", all,
			    finding_status_text(kinds[i].status)),
			kinds[i].total, v->filtered && v->status == kinds[i].status };
	return (struct ui_filters){ T("Lọc theo kết quả"), f, n + 1 };
}

enum err
eligibility_page_dossier(struct web_req *req, struct web_res *res)
{
	struct eligibility_list_view v = { .page = page_new(
					       req, T("Điều kiện xét của các trường hợp")) };
	const char *status = web_query(req, "ket-qua");
	struct dossier_id dossier;
	int64_t from;

	MUST(web_path_id(req, "dossier_id", &dossier.v));
	MUST(web_query_i64(req, "tu", 0, INT32_MAX, 0, &from));
	v.filtered = !str_empty(status);
	if (v.filtered && !finding_status_parse(status, &v.status))
		return ERR_BAD_REQUEST;
	MUST(eligibility_op_of_dossier(req->ctx, dossier, &v.set));
	v.rows = arena_array(req->arena, LIST_PAGE, sizeof(*v.rows));
	v.missing = arena_array(req->arena, LIST_PAGE, sizeof(*v.missing));
	v.first = from;
	for (size_t i = 0; i < v.set.n; i++) {
		const struct eligibility_case *k = &v.set.v[i];

		if (v.filtered && k->verdict.status != v.status)
			continue;
		if (v.matching++ < from)
			continue;
		if (v.nrows == LIST_PAGE) {
			v.next = from + LIST_PAGE;
			continue;
		}
		v.missing[v.nrows] = eligibility_first_missing(&k->verdict);
		v.rows[v.nrows++] = k;
	}
	v.filters = list_filters(req, &v);
	v.page.wide = true;
	crumbs(req, &v.page, &v.set, NULL, v.page.title);
	tmpl_eligibility_dossier(web_html(req, res), &v);
	return ERR_OK;
}

/* --- what it rests on ------------------------------------------------------------------------------------- */

#define WORDS(name, ENUM, words)                                                      \
	static size_t name(struct arena *a, const struct option **out)                \
	{                                                                             \
		struct option *o = arena_array(a, ENUM##_COUNT, sizeof(*o));          \
		for (int i = 0; i < (int)ENUM##_COUNT; i++)                           \
			o[i] = (struct option){ .value = words##_text((enum words)i), \
				.label = words##_words((enum words)i) };              \
		*out = o;                                                             \
		return (size_t)ENUM##_COUNT;                                          \
	}
WORDS(scope_options, INITIATIVE_SCOPE, initiative_scope)
WORDS(kind_options, INITIATIVE_KIND, initiative_kind)
WORDS(level_options, DISCIPLINE_LEVEL, discipline_level)
WORDS(hold_options, HOLD_KIND, hold_kind)

static size_t
rating_options(struct arena *a, const struct option **out)
{
	struct option *o = arena_array(a, RATING_COUNT + 1, sizeof(*o));

	/* The best first, as on the paper forms. */
	for (int i = 0; i < (int)RATING_COUNT; i++) {
		enum rating r = (enum rating)((int)RATING_COUNT - 1 - i);

		o[i] = (struct option){ .value = rating_text(r), .label = rating_words(r) };
	}
	o[RATING_COUNT] =
	    (struct option){ .value = "none", .label = T("Chưa xếp loại (nghỉ thai sản)") };
	*out = o;
	return RATING_COUNT + 1;
}

/* Ways to the award, and conditions only a person can judge. */
static void
rule_options(struct web_req *req, struct eligibility_facts_view *v)
{
	struct option *routes = arena_array(req->arena, v->set.nrules + 1, sizeof(*routes)),
		      *conditions;
	size_t n = 0;

	for (size_t i = 0; i < v->set.nrules; i++)
		n += v->set.rules[i].nconditions;
	conditions = arena_array(req->arena, n + 1, sizeof(*conditions));
	routes[v->nroutes++] = (struct option){ .value = "",
		.label = T("Chưa chọn, xét theo mọi trường hợp"),
		.selected = v->k->n->route[0] == '\0' };
	for (size_t i = 0; i < v->set.nrules; i++) {
		const struct elig_rule *r = &v->set.rules[i];

		if (r->award != v->k->n->award_type_id.v)
			continue;
		if (r->route[0] != '\0' && !str_eq(routes[v->nroutes - 1].value, r->route))
			routes[v->nroutes++] = (struct option){ .value = r->route,
				.label =
				    arena_printf(req->arena, "%s) %s", r->route, r->wording),
				.selected = str_eq(v->k->n->route, r->route) };
		for (size_t j = 0; j < r->nconditions; j++) {
			if (r->conditions[j].kind == CONDITION_KIND_JUDGED)
				conditions[v->nconditions++] =
				    (struct option){ .value = arena_printf(req->arena,
							 "%" PRId64, r->conditions[j].id),
					    .label = r->conditions[j].wording };
		}
	}
	v->routes = routes;
	v->conditions = conditions;
}

static void
open_hold_options(struct web_req *req, struct eligibility_facts_view *v)
{
	struct option *o = arena_array(req->arena, v->set.holds.n + 1, sizeof(*o));

	for (size_t i = 0; i < v->set.holds.n; i++) {
		const struct sql_eligibility_holds_row *h = &v->set.holds.v[i];

		if (h->to_on.year == 0)
			o[v->nopen_holds++] = (struct option){ .value = arena_printf(req->arena,
								   "%" PRId64,
								   h->hold_ground_id.v),
				.label = arena_printf(req->arena, "%s, %s",
				    tr(req->lang, hold_kind_words(h->kind)), h->document_no) };
	}
	v->open_holds = o;
}

static enum err
read_facts(struct web_req *req, struct eligibility_facts_view *v)
{
	struct dossier_id dossier;
	struct nomination_id id;
	enum err err;

	MUST(path(req, &dossier, &id));
	MUST(eligibility_op_of_nomination(req->ctx, dossier, id, &v->set));
	v->k = &v->set.v[0];
	v->may_appraise = eligibility_op_may_appraise(req->ctx, &v->set) == ERR_OK;
	err = eligibility_op_may_declare(req->ctx, &v->set);
	v->may_declare = err == ERR_OK;
	v->why = req->ctx->why;
	req->ctx->why = NULL;
	return err == ERR_FORBIDDEN || err == ERR_CONFLICT ? ERR_OK : err;
}

static const char *
number(struct web_req *req, bool null, int64_t n)
{
	return null ? "" : arena_printf(req->arena, "%" PRId64, n);
}

/* What the form of a declaration shows before anybody typed. */
static const char *
first_value(struct web_req *req, const struct eligibility_facts_view *v, const char *field)
{
	const struct sql_eligibility_nominations_row *n = v->k->n;

	if (str_eq(field, "rating_year") || str_eq(field, "initiative_year"))
		return number(req, false, v->set.d.season_year);
	if (str_eq(field, "route"))
		return n->route;
	if (str_eq(field, "members"))
		return number(req, n->members_null, n->members);
	if (str_eq(field, "completed"))
		return number(req, n->completed_null, n->completed);
	if (str_eq(field, "advanced"))
		return number(req, n->advanced_null, n->advanced);
	if (str_eq(field, "disciplined"))
		return number(req, n->disciplined_null, n->disciplined);
	if (str_eq(field, "fighters"))
		return number(req, n->fighters_null, n->fighters);
	return "";
}

static void
subject_of(struct web_req *req, const struct eligibility_facts_view *v,
    enum draft_declaration which, struct draft_subject *s)
{
	draft_subject_declaration(
	    req, v->set.d.dossier_id, v->set.d.unit_id, v->k->n->nomination_id, which, s);
	for (size_t i = 0; i < s->n; i++)
		s->present[i] = first_value(req, v, s->fields[i].name);
	s->closed = v->may_declare ? NULL : v->why;
}

/*
 * The form as it was sent, or one of its own with what was typed into it before.  The journal is for those who
 * write the dossier; what its appraiser declares is kept in the browser.
 */
static enum err
fill_declaration(struct web_req *req, struct eligibility_facts_view *v,
    enum draft_declaration which, struct eligibility_declaration *d)
{
	struct draft_subject s;
	bool sent = str_eq(v->what, draft_declaration_slug(which));

	subject_of(req, v, which, &s);
	d->form = sent ? v->form : form_blank(req);
	d->open = sent;
	d->local = (struct draft_local){ req->ctx->actor->account_id.v, s.object, sent };
	if (v->set.d.mine && v->may_declare) {
		MUST(draft_form_new(req, d->form, &s, &d->draft));
		d->draft.page = &v->page;
		d->open = sent || d->draft.nlines > 0;
	}
	for (size_t i = 0; i < s.n; i++)
		form_set(d->form, s.fields[i].name, s.present[i]);
	return ERR_OK;
}

static enum err
show_facts(struct web_req *req, struct web_res *res, struct eligibility_facts_view *v)
{
	v->page = page_new(req, T("Căn cứ xét"));
	v->page.form = v->form;
	crumbs(req, &v->page, &v->set, v->k, v->page.title);
	v->nratings = rating_options(req->arena, &v->ratings);
	v->nscopes = scope_options(req->arena, &v->scopes);
	v->nkinds = kind_options(req->arena, &v->kinds);
	v->nlevels = level_options(req->arena, &v->levels);
	v->nholds = hold_options(req->arena, &v->holds);
	rule_options(req, v);
	open_hold_options(req, v);
	MUST(fill_declaration(req, v, DRAFT_RATING, &v->rating));
	MUST(fill_declaration(req, v, DRAFT_INITIATIVE, &v->initiative));
	MUST(fill_declaration(req, v, DRAFT_CLAIM, &v->claim));
	tmpl_eligibility_facts(web_html(req, res), v);
	return ERR_OK;
}

enum err
eligibility_page_facts(struct web_req *req, struct web_res *res)
{
	struct eligibility_facts_view v = { .form = form_new(req), .what = "" };

	MUST(read_facts(req, &v));
	return show_facts(req, res, &v);
}

static const char *
or_empty(const char *s)
{
	return s != NULL ? s : "";
}

static int64_t
year_field(struct form *f, const char *name, const struct eligibility_set *set)
{
	return form_i64(f, name, 1950, set->d.season_year, 0);
}

static enum err
declare_year(struct web_req *req, struct eligibility_facts_view *v)
{
	static const char *const texts[] = { "excellent", "good", "completed", "not_completed",
		"none" };
	struct eligibility_year y = { 0 };
	int choice;

	y.year = (int32_t)year_field(v->form, "rating_year", &v->set);
	choice = form_choice(v->form, "rating", texts, 5);
	y.maternity = form_checked(v->form, "maternity");
	y.decision_no = or_empty(form_text(v->form, "rating_decision", 0, 100));
	y.rated = choice >= 0 && choice < 4 && rating_parse(texts[choice], &y.rating);
	if (choice == 4 && !y.maternity)
		form_error(v->form, "maternity",
		    T("Chỉ bỏ trống xếp loại khi trong năm nghỉ thai sản."), 0);
	return form_ok(v->form) ? eligibility_op_declare_year(req->ctx, &v->set, &y)
				: ERR_INVALID;
}

static enum err
declare_initiative(struct web_req *req, struct eligibility_facts_view *v)
{
	const char *scopes[INITIATIVE_SCOPE_COUNT], *kinds[INITIATIVE_KIND_COUNT];
	struct eligibility_initiative in = { 0 };
	int scope, kind;

	for (int i = 0; i < (int)INITIATIVE_SCOPE_COUNT; i++)
		scopes[i] = initiative_scope_text((enum initiative_scope)i);
	for (int i = 0; i < (int)INITIATIVE_KIND_COUNT; i++)
		kinds[i] = initiative_kind_text((enum initiative_kind)i);
	in.title = form_text(v->form, "initiative_title", 1, 500);
	kind = form_choice(v->form, "initiative_kind", kinds, INITIATIVE_KIND_COUNT);
	scope = form_choice(v->form, "initiative_scope", scopes, INITIATIVE_SCOPE_COUNT);
	in.year = (int32_t)year_field(v->form, "initiative_year", &v->set);
	in.recognised_by = or_empty(form_text(v->form, "recognised_by", 0, 200));
	in.recognition_no = or_empty(form_text(v->form, "recognition_no", 0, 100));
	in.kind = kind < 0 ? INITIATIVE_KIND_INITIATIVE : (enum initiative_kind)kind;
	in.scope = scope < 0 ? INITIATIVE_SCOPE_UNIT : (enum initiative_scope)scope;
	return form_ok(v->form) ? eligibility_op_declare_initiative(req->ctx, &v->set, &in)
				: ERR_INVALID;
}

static enum err
declare_claim(struct web_req *req, struct eligibility_facts_view *v)
{
	struct eligibility_figures g = { .known = v->k->n->kind == NOMINEE_KIND_COLLECTIVE };
	const char *route = or_empty(form_text(v->form, "route", 0, 10));
	int32_t version = (int32_t)form_i64(v->form, "version", 0, INT32_MAX, -1);
	bool known = route[0] == '\0';

	rule_options(req, v);
	for (size_t i = 0; i < v->nroutes; i++)
		known = known || str_eq(v->routes[i].value, route);
	v->nroutes = v->nconditions = 0;
	if (!known)
		form_error(v->form, "route",
		    T("Lựa chọn này không có hoặc không còn dùng. Hãy chọn lại."), 0);
	if (g.known) {
		g.members = (int32_t)form_i64(v->form, "members", 1, 1000000, 0);
		g.completed = (int32_t)form_i64(v->form, "completed", 0, 1000000, -1);
		g.advanced = (int32_t)form_i64(v->form, "advanced", 0, 1000000, -1);
		g.disciplined = (int32_t)form_i64(v->form, "disciplined", 0, 1000000, -1);
		g.fighters = (int32_t)form_i64(v->form, "fighters", 0, 1000000, -1);
		if (form_ok(v->form) &&
		    (g.completed > g.members || g.advanced > g.members ||
			g.disciplined > g.members || g.fighters > g.members))
			form_error(v->form, "members",
			    T("Có số liệu lớn hơn tổng số người của tập thể. Kiểm tra lại."),
			    0);
	}
	return form_ok(v->form) ? eligibility_op_claim(req->ctx, &v->set, version, route, &g)
				: ERR_INVALID;
}

static enum err
choose(struct web_req *req, struct eligibility_facts_view *v)
{
	int64_t *ids;
	size_t n = form_ids(v->form, "chon", req->arena, &ids);

	return form_ok(v->form) ? eligibility_op_choose_initiatives(req->ctx, &v->set, ids, n)
				: ERR_INVALID;
}

/* The form that was sent, by its name. */
struct declaration {
	const char *what;
	enum err (*act)(struct web_req *, struct eligibility_facts_view *);
};

static enum err
answer(struct web_req *req, struct web_res *res, struct eligibility_facts_view *v,
    const struct declaration *table, size_t n)
{
	enum err err = ERR_BAD_REQUEST;

	v->what = or_empty(form_text(v->form, "viec", 1, 20));
	for (size_t i = 0; i < n; i++) {
		if (str_eq(table[i].what, v->what))
			err = table[i].act(req, v);
	}
	if (err == ERR_INVALID || err == ERR_STALE ||
	    (err == ERR_CONFLICT && req->ctx->why != NULL)) {
		const char *why = req->ctx->why;

		/* What was sent was not kept: the page says why, with what was typed still there. */
		MUST(read_facts(req, v));
		v->conflict = err == ERR_STALE;
		v->why = err == ERR_CONFLICT ? why : v->why;
		MUST(show_facts(req, res, v));
		return err == ERR_CONFLICT ? ERR_INVALID : err;
	}
	MUST(err);
	return web_redirect(res, "/ho-so/%" PRId64 "/de-nghi/%" PRId64 "/can-cu?tb=da-luu",
	    v->set.d.dossier_id.v, v->k->n->nomination_id.v);
}

/* Too late: nothing is declared, what was typed is kept in the journal and shown on the page of the dossier. */
static enum err
refuse_late(struct web_req *req, struct web_res *res, struct eligibility_facts_view *v,
    const struct draft_subject *subject)
{
	MUST(draft_form_late(req, v->form, subject, &v->late));
	MUST(show_facts(req, res, v));
	res->keep = true;
	return ERR_CONFLICT;
}

enum err
eligibility_page_declare(struct web_req *req, struct web_res *res)
{
	static const struct declaration table[] = {
		{ "xep-loai", declare_year },
		{ "sang-kien", declare_initiative },
		{ "chon", choose },
		{ "khai", declare_claim },
	};
	struct eligibility_facts_view v = { .form = form_new(req), .what = "" };
	struct draft_subject subject;
	struct draft_object object;
	bool kept;

	MUST(read_facts(req, &v));
	if (!v.may_declare && v.why == NULL)
		return ERR_FORBIDDEN;
	draft_form_read(v.form);
	kept = v.set.d.mine &&
	    draft_object_parse(arena_printf(req->arena, "can-cu:%" PRId64 ":%s",
				   v.k->n->nomination_id.v, form_value(v.form, "viec")),
		&object);
	if (kept) {
		subject_of(req, &v, object.declaration, &subject);
		if (!v.may_declare)
			return refuse_late(req, res, &v, &subject);
	}
	MUST(answer(req, res, &v, table, sizeof(table) / sizeof(table[0])));
	return kept ? draft_form_saved(req, v.form, &subject) : ERR_OK;
}

/* --- found by an appraiser ----------------------------------------------------------------------------------- */

static enum err
confirm_year(struct web_req *req, struct eligibility_facts_view *v)
{
	struct achievement_year_id id = { form_i64(v->form, "id", 1, INT64_MAX, 0) };
	int32_t version = (int32_t)form_i64(v->form, "version", 1, INT32_MAX, 0);

	return form_ok(v->form) ? eligibility_op_confirm_year(req->ctx, &v->set, id, version)
				: ERR_INVALID;
}

static enum err
confirm_initiative(struct web_req *req, struct eligibility_facts_view *v)
{
	struct initiative_id id = { form_i64(v->form, "id", 1, INT64_MAX, 0) };
	int32_t version = (int32_t)form_i64(v->form, "version", 1, INT32_MAX, 0);

	return form_ok(v->form)
	    ? eligibility_op_confirm_initiative(req->ctx, &v->set, id, version)
	    : ERR_INVALID;
}

static enum err
confirm_figures(struct web_req *req, struct eligibility_facts_view *v)
{
	return form_ok(v->form) ? eligibility_op_confirm_figures(req->ctx, &v->set)
				: ERR_INVALID;
}

static enum err
judge(struct web_req *req, struct eligibility_facts_view *v)
{
	static const char *const texts[] = { "dat", "khong" };
	struct condition_id id = { form_i64(v->form, "condition", 1, INT64_MAX, 0) };
	int met = form_choice(v->form, "met", texts, 2);
	const char *reason = form_multiline(v->form, "reason", 1, 500);

	return form_ok(v->form) ? eligibility_op_judge(req->ctx, &v->set, id, met == 0, reason)
				: ERR_INVALID;
}

static void
not_after_today(struct web_req *req, struct form *f, const char *field, struct date d)
{
	if (d.year != 0 && date_cmp(d, date_of(req->ctx->now)) > 0)
		form_error(f, field, T("Ngày này ở sau ngày hôm nay. Kiểm tra lại ngày."), 0);
}

static enum err
discipline(struct web_req *req, struct eligibility_facts_view *v)
{
	const char *levels[DISCIPLINE_LEVEL_COUNT];
	int level;
	struct date from, to;
	const char *no;

	for (int i = 0; i < (int)DISCIPLINE_LEVEL_COUNT; i++)
		levels[i] = discipline_level_text((enum discipline_level)i);
	level = form_choice(v->form, "level", levels, DISCIPLINE_LEVEL_COUNT);
	from = form_date(v->form, "discipline_from", true);
	to = form_date(v->form, "discipline_to", false);
	no = form_text(v->form, "discipline_no", 1, 100);
	not_after_today(req, v->form, "discipline_from", from);
	if (from.year != 0 && to.year != 0 && date_cmp(to, from) < 0)
		form_error(
		    v->form, "discipline_to", T("Ngày hết thời hạn ở trước ngày bắt đầu."), 0);
	return form_ok(v->form) ? eligibility_op_discipline(req->ctx, &v->set,
				      (enum discipline_level)level, from, to, no)
				: ERR_INVALID;
}

static enum err
hold(struct web_req *req, struct eligibility_facts_view *v)
{
	const char *kinds[HOLD_KIND_COUNT];
	int kind;
	struct date from;
	const char *no;

	for (int i = 0; i < (int)HOLD_KIND_COUNT; i++)
		kinds[i] = hold_kind_text((enum hold_kind)i);
	kind = form_choice(v->form, "hold_kind", kinds, HOLD_KIND_COUNT);
	from = form_date(v->form, "hold_from", true);
	no = form_text(v->form, "hold_no", 1, 100);
	not_after_today(req, v->form, "hold_from", from);
	return form_ok(v->form)
	    ? eligibility_op_hold(req->ctx, &v->set, (enum hold_kind)kind, from, no)
	    : ERR_INVALID;
}

static enum err
hold_end(struct web_req *req, struct eligibility_facts_view *v)
{
	struct hold_ground_id id = { form_i64(v->form, "hold", 1, INT64_MAX, 0) };
	struct date to = form_date(v->form, "hold_to", true);
	const char *conclusion = form_multiline(v->form, "conclusion", 1, 500);
	int32_t version = 0;

	not_after_today(req, v->form, "hold_to", to);
	for (size_t i = 0; i < v->set.holds.n; i++) {
		if (v->set.holds.v[i].hold_ground_id.v != id.v)
			continue;
		version = v->set.holds.v[i].version;
		if (to.year != 0 && date_cmp(to, v->set.holds.v[i].from_on) < 0)
			form_error(
			    v->form, "hold_to", T("Ngày kết luận ở trước ngày bắt đầu."), 0);
	}
	return form_ok(v->form)
	    ? eligibility_op_hold_end(req->ctx, &v->set, id, version, to, conclusion)
	    : ERR_INVALID;
}

enum err
eligibility_page_appraise(struct web_req *req, struct web_res *res)
{
	static const struct declaration table[] = {
		{ "xep-loai", confirm_year },
		{ "sang-kien", confirm_initiative },
		{ "so-lieu", confirm_figures },
		{ "ket-luan", judge },
		{ "ky-luat", discipline },
		{ "tam-dung", hold },
		{ "het-tam-dung", hold_end },
	};
	struct eligibility_facts_view v = { .form = form_new(req) };

	MUST(read_facts(req, &v));
	if (!v.set.d.appraises)
		return ERR_FORBIDDEN;
	return answer(req, res, &v, table, sizeof(table) / sizeof(table[0]));
}

/* --- the rules themselves ---------------------------------------------------------------------------------------- */

enum err
eligibility_page_rules(struct web_req *req, struct web_res *res)
{
	struct eligibility_rules_view v = { .page = page_new(req, T("Tiêu chuẩn đang áp dụng")),
		.on = date_of(req->ctx->now) };
	size_t kept = 0;
	const char *on = web_query(req, "ngay");

	if (!str_empty(on) && date_parse(on, &v.on) != ERR_OK)
		return ERR_BAD_REQUEST;
	MUST(eligibility_op_rules(req->ctx, v.on, &v.rows));
	v.all = str_eq(web_query(req, "loc"), "tat-ca");
	v.total = (int64_t)v.rows.n;
	for (size_t i = 0; i < v.rows.n; i++) {
		const struct sql_eligibility_rule_list_row *r = &v.rows.v[i];
		bool stands = r->confirmed || r->confidence == CONFIDENCE_VERIFIED;

		v.verified += r->confidence == CONFIDENCE_VERIFIED;
		v.confirmed += r->confirmed;
		v.waiting += !stands;
		if (v.all || stands)
			v.rows.v[kept++] = *r;
	}
	v.rows.n = kept;
	v.page.wide = true;
	tmpl_eligibility_rules(web_html(req, res), &v);
	return ERR_OK;
}

static enum err
show_rule(
    struct web_req *req, struct web_res *res, struct rule_id id, struct form *f, bool stale)
{
	struct eligibility_rule_view v = { .form = f, .stale = stale };

	MUST(confirm_may(req->ctx, &v.confirm.may_confirm));
	MUST(eligibility_op_rule(req->ctx, id, &v.r, &v.conditions));
	v.page = page_new(req, v.r.wording);
	v.page.form = f;
	page_crumb(&v.page, T("Tiêu chuẩn đang áp dụng"), "/tieu-chuan");
	page_crumb(&v.page, v.r.code, NULL);
	v.confirm.page = &v.page;
	v.confirm.form = f;
	v.confirm.action = arena_printf(req->arena, "/tieu-chuan/%" PRId64, id.v);
	v.confirm.back = "/tieu-chuan";
	v.confirm.version = v.r.version;
	v.confirm.confirmed = v.r.confirmed;
	v.confirm.by = v.r.confirmed_by;
	v.confirm.at = v.r.confirmed_at;
	v.confirm.reason = v.r.confirmed_reason;
	tmpl_eligibility_rule(web_html(req, res), &v);
	return ERR_OK;
}

enum err
eligibility_page_rule(struct web_req *req, struct web_res *res)
{
	struct rule_id id;

	MUST(web_path_id(req, "rule_id", &id.v));
	return show_rule(req, res, id, form_new(req), false);
}

enum err
eligibility_page_rule_confirm(struct web_req *req, struct web_res *res)
{
	struct form *f = form_new(req);
	struct confirm_answer answer;
	struct rule_id id;
	enum err err;

	MUST(web_path_id(req, "rule_id", &id.v));
	MUST(authz_require_everywhere(req->ctx, RULE_KEEPER_BITS));
	err = confirm_read(f, &answer);
	if (err == ERR_INVALID)
		MUST(show_rule(req, res, id, f, false));
	MUST(err);
	err = eligibility_op_confirm_rule(req->ctx, id, &answer);
	if (err == ERR_STALE)
		MUST(show_rule(req, res, id, f, true));
	MUST(err);
	return web_redirect(res, "/tieu-chuan/%" PRId64 "?tb=da-luu", id.v);
}
