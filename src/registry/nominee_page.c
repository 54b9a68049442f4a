/* Handlers of nominees: doubles of a dossier, who a nomination is about, the register of people and collectives. */
#include "registry/nominee_page.h"

#include <inttypes.h>
#include <string.h>

#include "app/words.h"
#include "core/money.h"
#include "core/str.h"
#include "core/utf8.h"
#include "core/vietnamese.h"
#include "dossier/dossier_page.h"
#include "registry/nominee_read.h"
#include "tmpl/registry.h"

/* --- in a dossier ---------------------------------------------------------------------------------------- */

enum err
nominee_page_duplicates(struct web_req *req, struct web_res *res)
{
	struct nominee_duplicates_view v = { .page =
						 page_new(req, T("Trùng lặp trong hồ sơ")) };
	struct sql_dossier_get_row d;
	struct dossier_id id;
	int64_t skip;

	MUST(dossier_path(req, &id));
	MUST(web_query_i64(req, "sau", 0, 1000000, 0, &skip));
	MUST(dossier_op_get(req->ctx, id, &d));
	dossier_crumbs(req, &v.page, id, d.title, v.page.title);
	v.title = d.title;
	MUST(nominee_read_findings(req->ctx, id, skip, FINDINGS_PER_PAGE, &v.findings));
	v.pages.total = v.findings.total;
	if (v.findings.n > 0) {
		v.pages.first = skip + 1;
		v.pages.last = skip + (int64_t)v.findings.n;
	}
	if (skip > 0)
		v.pages.start_href =
		    arena_printf(req->arena, "/ho-so/%" PRId64 "/trung-lap", id.v);
	if (v.pages.last < v.pages.total)
		v.pages.next_href = arena_printf(req->arena,
		    "/ho-so/%" PRId64 "/trung-lap?sau=%" PRId64, id.v, v.pages.last);
	tmpl_registry_duplicates(web_html(req, res), &v);
	return ERR_OK;
}

/* The nomination of the path, in the dossier of the path. */
static enum err
find_nomination(
    struct web_req *req, struct dossier_id *dossier, struct sql_dossier_nomination_get_row *n)
{
	struct nomination_id id;

	MUST(dossier_path(req, dossier));
	MUST(web_path_id(req, "nomination_id", &id.v));
	MUST(dossier_op_nomination(req->ctx, id, n));
	return n->dossier_id.v == dossier->v ? ERR_OK : ERR_NOT_FOUND;
}

static enum err
show_number(struct web_req *req, struct web_res *res, const char *name, const char *number,
    const char *back)
{
	struct nominee_number_view v = {
		.page = page_new(req, T("Số định danh")), .name = name, .back_href = back
	};

	/* Read in fours: 0910 8500 1234; of a CMND 370 123 456. */
	if (strlen(number) == 12)
		v.number =
		    arena_printf(req->arena, "%.4s %.4s %s", number, number + 4, number + 8);
	else
		v.number =
		    arena_printf(req->arena, "%.3s %.3s %s", number, number + 3, number + 6);
	tmpl_registry_number(web_html(req, res), &v);
	return ERR_OK;
}

enum err
nominee_page_number(struct web_req *req, struct web_res *res)
{
	struct sql_dossier_nomination_get_row n;
	struct dossier_id dossier;
	struct form *f = form_new(req);
	const char *digits;

	MUST(find_nomination(req, &dossier, &n));
	if (!form_ok(f))
		return ERR_BAD_REQUEST;
	MUST(nominee_op_identity_look(req->ctx, n.nomination_id, &digits));
	return show_number(req, res, n.name, digits,
	    arena_printf(req->arena, "/ho-so/%" PRId64 "/de-nghi/%" PRId64, dossier.v,
		n.nomination_id.v));
}

/* Of the own unit, in a dossier that may be changed. */
static enum err
find_editable(
    struct web_req *req, struct dossier_id *dossier, struct sql_dossier_nomination_get_row *n)
{
	struct sql_dossier_get_row d;

	if (!form_ok(form_new(req)))
		return ERR_BAD_REQUEST;
	MUST(find_nomination(req, dossier, n));
	MUST(dossier_op_begin_change(req->ctx, *dossier, &d));
	return nomination_editable(d.state, n->state) ? ERR_OK : ERR_CONFLICT;
}

static enum err
back_to_nomination(struct web_res *res, const struct sql_dossier_nomination_get_row *n)
{
	return web_redirect(res,
	    "/ho-so/%" PRId64 "/de-nghi/%" PRId64 "?tb=da-ghi-doi-tuong#la-ai", n->dossier_id.v,
	    n->nomination_id.v);
}

enum err
nominee_page_link(struct web_req *req, struct web_res *res)
{
	struct sql_dossier_nomination_get_row n;
	struct dossier_id dossier;
	struct nominee_id other;

	MUST(web_path_id(req, "nominee_id", &other.v));
	MUST(find_editable(req, &dossier, &n));
	MUST(nominee_op_link(req->ctx, n.nomination_id, other));
	return back_to_nomination(res, &n);
}

enum err
nominee_page_tell_apart(struct web_req *req, struct web_res *res)
{
	struct sql_dossier_nomination_get_row n;
	struct dossier_id dossier;
	struct nominee_id other;

	MUST(web_path_id(req, "nominee_id", &other.v));
	MUST(find_editable(req, &dossier, &n));
	MUST(nominee_op_tell_apart(req->ctx, n.nomination_id, other));
	return back_to_nomination(res, &n);
}

enum err
nominee_page_split(struct web_req *req, struct web_res *res)
{
	struct sql_dossier_nomination_get_row n;
	struct dossier_id dossier;
	enum err err;

	MUST(find_editable(req, &dossier, &n));
	err = nominee_op_tell_apart(req->ctx, n.nomination_id, (struct nominee_id){ 0 });
	if (err == ERR_CONFLICT)
		req->ctx->why = T(
		    "Số định danh đã ghi cho biết đây là một người, nên không tách được. Nếu số ghi nhầm, sửa hoặc bỏ số định danh trước.");
	MUST(err);
	return back_to_nomination(res, &n);
}

/* --- the register ------------------------------------------------------------------------------------------ */

static const struct {
	const char *slug;
	enum nominee_kind kind;
} kinds[] = {
	{ "ca-nhan", NOMINEE_KIND_PERSON },
	{ "tap-the", NOMINEE_KIND_COLLECTIVE },
	{ "ho-gia-dinh", NOMINEE_KIND_HOUSEHOLD },
};

static void
add_crumbs(struct web_req *req, struct page *page, const struct sql_registry_nominee_get_row *e)
{
	page_crumb(page, T("Sổ danh dự"), "/so-danh-du");
	if (e != NULL)
		page_crumb(page, e->name,
		    arena_printf(req->arena, "/so-danh-du/%" PRId64, e->nominee_id.v));
	page_crumb(page, page->title, NULL);
}

static enum err
require_keeper(struct web_req *req)
{
	return authz_require_everywhere(req->ctx, NOMINEE_KEEPERS);
}

static enum err
list_filters(struct web_req *req, struct nominee_list_view *v)
{
	const size_t n = sizeof(kinds) / sizeof(kinds[0]);
	struct sql_registry_nominee_counts_row counts;
	struct ui_filter *f = arena_array(req->arena, n + 1, sizeof(*f));
	int64_t all = 0;

	MUST(sql_registry_nominee_counts(req->ctx->db, req->arena, &counts));
	for (size_t i = 0; i < n; i++) {
		int64_t total = kinds[i].kind == NOMINEE_KIND_PERSON ? counts.people
		    : kinds[i].kind == NOMINEE_KIND_COLLECTIVE       ? counts.collectives
								     : counts.households;

		f[i + 1] = (struct ui_filter){ nominee_kind_words(kinds[i].kind),
			arena_printf(req->arena, "/so-danh-du?loai=%s", kinds[i].slug), total,
			str_eq(v->kind, kinds[i].slug) };
		all += total;
	}
	f[0] = (struct ui_filter){ T("Tất cả"), "/so-danh-du", all, v->kind[0] == '\0' };
	v->filters = (struct ui_filters){ T("Lọc theo loại"), f, n + 1 };
	return ERR_OK;
}

enum err
nominee_page_list(struct web_req *req, struct web_res *res)
{
	struct nominee_list_view v = { .page = page_new(req, T("Sổ danh dự")) };
	struct sql_registry_nominees_params p = { .kind_null = true,
		.count = NOMINEES_PER_PAGE + 1 };
	struct sql_registry_nominees_rows rows;
	const char *search = web_query(req, "q"), *kind = web_query(req, "loai"),
		   *after = web_query(req, "sau");
	struct nominee_row *out;

	MUST(require_keeper(req));
	v.page.wide = true;
	v.search = search != NULL && utf8_valid(search, strlen(search)) ? search : "";
	v.kind = "";
	for (size_t i = 0; kind != NULL && i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		if (str_eq(kind, kinds[i].slug)) {
			v.kind = kinds[i].slug;
			p.kind = kinds[i].kind;
			p.kind_null = false;
		}
	}
	p.search = vn_fold(req->arena, v.search);
	p.after_key = after != NULL && utf8_valid(after, strlen(after)) ? after : "";
	MUST(web_query_i64(req, "sau-so", 0, INT64_MAX, 0, &p.after_id));
	MUST(list_filters(req, &v));
	MUST(sql_registry_nominees(req->ctx->db, req->arena, &p, &rows));
	if (rows.n > NOMINEES_PER_PAGE) {
		const struct sql_registry_nominees_row *last = &rows.v[NOMINEES_PER_PAGE - 1];

		rows.n = NOMINEES_PER_PAGE;
		v.next_key = last->name_key;
		v.next_id = last->nominee_id.v;
	}
	out = arena_array(req->arena, rows.n + 1, sizeof(*out));
	for (size_t i = 0; i < rows.n; i++)
		out[i] = (struct nominee_row){ &rows.v[i],
			nominee_born(req->arena, rows.v[i].born_on, !rows.v[i].born_year_null,
			    rows.v[i].born_year) };
	v.rows = out;
	v.nrows = rows.n;
	tmpl_registry_nominees(web_html(req, res), &v);
	return ERR_OK;
}

/* What can be said of the number of an entry without opening it; "" when there is none. */
static const char *
masked(struct web_req *req, const struct sql_registry_nominee_get_row *e)
{
	struct identity_tail tail;

	if (req->ctx->app->identity == NULL || e->id_tail.n == 0 ||
	    !identity_open_tail(req->ctx->app->identity, e->id_tail, &tail))
		return NULL;
	return identity_mask(req->arena, &tail);
}

static enum err
read_candidates(struct web_req *req, struct nominee_show_view *v)
{
	struct sql_registry_nominee_candidates_rows rows;
	struct nominee_candidate *out;

	MUST(sql_registry_nominee_candidates(req->ctx->db, req->arena,
	    &(struct sql_registry_nominee_candidates_params){ .nominee_id = v->e.nominee_id },
	    &rows));
	out = arena_array(req->arena, rows.n + 1, sizeof(*out));
	for (size_t i = 0; i < rows.n; i++)
		out[i] = (struct nominee_candidate){ .id = rows.v[i].nominee_id,
			.name = rows.v[i].name,
			.unit = rows.v[i].unit_name,
			.born = nominee_born(req->arena, rows.v[i].born_on,
			    !rows.v[i].born_year_null, rows.v[i].born_year),
			.why = nominee_near_words(rows.v[i].reason) };
	v->candidates = out;
	v->ncandidates = rows.n;
	return ERR_OK;
}

enum err
nominee_page_show(struct web_req *req, struct web_res *res)
{
	struct nominee_show_view v = { .page = page_new(req, "") };
	struct nominee_id id;

	MUST(require_keeper(req));
	MUST(web_path_id(req, "nominee_id", &id.v));
	MUST(nominee_op_get(req->ctx, id, &v.e));
	v.page.title = v.e.name;
	v.page.wide = true;
	add_crumbs(req, &v.page, NULL);
	v.born = nominee_born(req->arena, v.e.born_on, !v.e.born_year_null, v.e.born_year);
	v.gender = v.e.gender_null ? "" : tr(req->lang, gender_words(v.e.gender));
	v.number = masked(req, &v.e);
	v.may_look = v.number != NULL;
	if (!v.e.merged_into_null)
		MUST(nominee_op_get(req->ctx, (struct nominee_id){ v.e.root_id }, &v.root));
	MUST(sql_registry_nominee_names(req->ctx->db, req->arena,
	    &(struct sql_registry_nominee_names_params){ .nominee_id = id }, &v.names));
	MUST(sql_registry_nominee_merges(req->ctx->db, req->arena,
	    &(struct sql_registry_nominee_merges_params){ .nominee_id = id }, &v.merges));
	MUST(sql_registry_nominee_distincts(req->ctx->db, req->arena,
	    &(struct sql_registry_nominee_distincts_params){ .nominee_id = id }, &v.distincts));
	if (v.e.merged_into_null)
		MUST(read_candidates(req, &v));
	MUST(nominee_read_story(req->ctx, id, &v.story, &v.nstory));
	tmpl_registry_nominee(web_html(req, res), &v);
	return ERR_OK;
}

enum err
nominee_page_look(struct web_req *req, struct web_res *res)
{
	struct sql_registry_nominee_get_row e;
	struct nominee_id id;
	const char *digits;

	MUST(authz_require_everywhere(req->ctx, ROLE_BIT(ROLE_APPRAISER)));
	MUST(web_path_id(req, "nominee_id", &id.v));
	if (!form_ok(form_new(req)))
		return ERR_BAD_REQUEST;
	MUST(nominee_op_get(req->ctx, id, &e));
	MUST(nominee_op_look(req->ctx, id, &digits));
	return show_number(
	    req, res, e.name, digits, arena_printf(req->arena, "/so-danh-du/%" PRId64, id.v));
}

enum err
nominee_page_keep_apart(struct web_req *req, struct web_res *res)
{
	struct nominee_id id, other;

	MUST(require_keeper(req));
	MUST(web_path_id(req, "nominee_id", &id.v));
	MUST(web_path_id(req, "other_id", &other.v));
	if (!form_ok(form_new(req)))
		return ERR_BAD_REQUEST;
	MUST(nominee_op_keep_apart(req->ctx, id, other, ""));
	return web_redirect(
	    res, "/so-danh-du/%" PRId64 "?tb=da-ghi-doi-tuong#co-the-trung", id.v);
}

/* --- merging --------------------------------------------------------------------------------------------- */

static enum err
read_side(struct web_req *req, struct nominee_id id, struct nominee_side *s)
{
	MUST(nominee_op_get(req->ctx, id, &s->e));
	s->born = nominee_born(req->arena, s->e.born_on, !s->e.born_year_null, s->e.born_year);
	s->gender = s->e.gender_null ? "" : tr(req->lang, gender_words(s->e.gender));
	s->number = masked(req, &s->e);
	return nominee_read_story(req->ctx, id, &s->story, &s->nstory);
}

static void
find_doubts(struct nominee_merge_view *v)
{
	const struct sql_registry_nominee_get_row *a = &v->from.e, *b = &v->into.e;

	if (!str_eq(a->name_key, b->name_key))
		v->doubts[v->ndoubts++] = T("Hai mục có tên khác nhau.");
	if (a->born_on.year != 0 && b->born_on.year != 0 &&
	    date_cmp(a->born_on, b->born_on) != 0)
		v->doubts[v->ndoubts++] = T("Ngày sinh khác nhau.");
	if (!a->gender_null && !b->gender_null && a->gender != b->gender)
		v->doubts[v->ndoubts++] = T("Giới tính khác nhau.");
	if (v->from.number != NULL && v->into.number != NULL)
		v->doubts[v->ndoubts++] = T(
		    "Mỗi mục có một số định danh riêng (có thể một số là chứng minh nhân dân cũ).");
}

static void
add_fact(struct nominee_merge_view *v, const char *label, const char *from, const char *into)
{
	from = str_empty(from) ? "–" : from;
	into = str_empty(into) ? "–" : into;
	v->facts[v->nfacts++] = (struct nominee_fact){ label, from, into, !str_eq(from, into) };
}

static void
add_facts(struct nominee_merge_view *v)
{
	add_fact(v, T("Tên"), v->from.e.name, v->into.e.name);
	if (v->into.e.kind == NOMINEE_KIND_PERSON) {
		add_fact(v, T("Ngày sinh"), v->from.born, v->into.born);
		add_fact(v, T("Giới tính"), v->from.gender, v->into.gender);
		add_fact(v, T("Số định danh"), v->from.number, v->into.number);
	}
	add_fact(v, T("Đơn vị gần nhất"), v->from.e.unit_name, v->into.e.unit_name);
}

static enum err
show_merge(struct web_req *req, struct web_res *res, struct nominee_merge_view *v)
{
	struct nominee_id from, into;

	MUST(web_path_id(req, "nominee_id", &into.v));
	MUST(web_path_id(req, "other_id", &from.v));
	MUST(read_side(req, into, &v->into));
	MUST(read_side(req, from, &v->from));
	if (from.v == into.v || v->from.e.kind != v->into.e.kind ||
	    !v->from.e.merged_into_null || !v->into.e.merged_into_null)
		return ERR_CONFLICT;
	v->page = page_new(req, T("Gộp hai mục"));
	v->page.form = v->form;
	v->page.wide = true;
	add_crumbs(req, &v->page, &v->into.e);
	add_facts(v);
	find_doubts(v);
	tmpl_registry_merge(web_html(req, res), v);
	return ERR_OK;
}

enum err
nominee_page_merge_form(struct web_req *req, struct web_res *res)
{
	struct nominee_merge_view v = { .form = form_new(req) };

	MUST(require_keeper(req));
	return show_merge(req, res, &v);
}

enum err
nominee_page_merge(struct web_req *req, struct web_res *res)
{
	struct nominee_merge_view v = { .form = form_new(req) };
	struct nominee_id from, into;
	int32_t from_version, into_version;
	const char *reason;
	enum err err;

	MUST(require_keeper(req));
	MUST(web_path_id(req, "nominee_id", &into.v));
	MUST(web_path_id(req, "other_id", &from.v));
	from_version = (int32_t)form_i64(v.form, "from_version", 1, INT32_MAX, 0);
	into_version = (int32_t)form_i64(v.form, "into_version", 1, INT32_MAX, 0);
	reason = form_text(v.form, "reason", 1, 500);
	if (!form_ok(v.form)) {
		MUST(show_merge(req, res, &v));
		return ERR_INVALID;
	}
	MUST(db_savepoint(req->ctx->db));
	err = nominee_op_merge(req->ctx, from, into, from_version, into_version, reason);
	if (err == ERR_STALE) {
		db_rollback_to_savepoint(req->ctx->db);
		v.stale = true;
		MUST(show_merge(req, res, &v));
		return ERR_STALE;
	}
	MUST(err);
	return web_redirect(res, "/so-danh-du/%" PRId64 "?tb=da-gop", into.v);
}

static enum err
show_unmerge(struct web_req *req, struct web_res *res, struct nominee_unmerge_view *v)
{
	struct nominee_merge_id id;

	MUST(web_path_id(req, "nominee_merge_id", &id.v));
	MUST(sql_registry_nominee_merge_get(req->ctx->db, req->arena,
	    &(struct sql_registry_nominee_merge_get_params){ .nominee_merge_id = id }, &v->m));
	if (v->m.undone_at.us != 0)
		return ERR_CONFLICT;
	v->page = page_new(req, T("Tách mục đã gộp"));
	v->page.form = v->form;
	add_crumbs(req, &v->page, NULL);
	tmpl_registry_unmerge(web_html(req, res), v);
	return ERR_OK;
}

enum err
nominee_page_unmerge_form(struct web_req *req, struct web_res *res)
{
	struct nominee_unmerge_view v = { .form = form_new(req) };

	MUST(require_keeper(req));
	return show_unmerge(req, res, &v);
}

enum err
nominee_page_unmerge(struct web_req *req, struct web_res *res)
{
	struct nominee_unmerge_view v = { .form = form_new(req) };
	struct nominee_merge_id merge;
	struct nominee_id id;
	const char *reason;

	MUST(require_keeper(req));
	MUST(web_path_id(req, "nominee_merge_id", &merge.v));
	reason = form_text(v.form, "reason", 1, 500);
	if (!form_ok(v.form)) {
		MUST(show_unmerge(req, res, &v));
		return ERR_INVALID;
	}
	MUST(nominee_op_unmerge(req->ctx, merge, reason, &id));
	return web_redirect(res, "/so-danh-du/%" PRId64 "?tb=da-tach", id.v);
}
