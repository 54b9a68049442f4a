/* Handlers of award types, movements and seasons. */
#include "catalogue/catalogue_page.h"

#include <inttypes.h>

#include "catalogue/catalogue_op.h"
#include "catalogue/catalogue_read.h"
#include "core/str.h"
#include "tmpl/catalogue.h"

enum err
catalogue_page_awards(struct web_req *req, struct web_res *res)
{
	struct awards_view v = { .page =
				     page_new(req, T("Danh hiệu và hình thức khen thưởng")) };
	const char *category = web_query(req, "loai");
	enum award_category known;

	v.page.wide = true;
	if (category == NULL || !award_category_parse(category, &known))
		category = "";
	MUST(catalogue_read_awards(req->ctx, category, &v));
	tmpl_catalogue_awards(web_html(req, res), &v);
	return ERR_OK;
}

enum err
catalogue_page_award(struct web_req *req, struct web_res *res)
{
	struct award_view v = { .page =
				    page_new(req, T("Danh hiệu và hình thức khen thưởng")) };
	struct award_type_id id;

	MUST(web_path_id(req, "award_type_id", &id.v));
	MUST(catalogue_read_award(req->ctx, id, &v));
	tmpl_catalogue_award(web_html(req, res), &v);
	return ERR_OK;
}

enum err
catalogue_page_movements(struct web_req *req, struct web_res *res)
{
	struct movements_view v = { .page = page_new(req, T("Phong trào thi đua")) };
	const char *before = web_query(req, "truoc");
	struct date on = { 0 };
	int64_t id;

	if (before != NULL && date_parse(before, &on) != ERR_OK)
		return ERR_BAD_REQUEST;
	MUST(web_query_i64(req, "truoc-so", 0, INT64_MAX, 0, &id));
	MUST(catalogue_read_movements(req->ctx, on, id, &v));
	tmpl_catalogue_movements(web_html(req, res), &v);
	return ERR_OK;
}

static enum err
show_movement(struct web_req *req, struct web_res *res, struct movement_view *v, bool fill)
{
	v->page =
	    page_new(req, v->is_new ? T("Phát động phong trào") : T("Phong trào thi đua"));
	v->page.form = v->form;
	MUST(catalogue_read_movement(req->ctx, v, fill ? v->form : NULL));
	tmpl_catalogue_movement(web_html(req, res), v);
	return ERR_OK;
}

static void
read_movement(struct form *f, bool saved, struct movement_input *in)
{
	in->unit_id.v = form_i64(f, "unit_id", 1, INT64_MAX, 0);
	in->name = form_text(f, "name", 1, 300);
	in->basis = form_text(f, "basis", 0, 1000);
	in->purpose = form_multiline(f, "purpose", 0, 4000);
	in->scope = form_multiline(f, "scope", 0, 4000);
	in->criteria = form_multiline(f, "criteria", 0, 8000);
	in->starts_on = form_date(f, "starts_on", true);
	in->ends_on = form_date(f, "ends_on", true);
	if (saved)
		in->version = (int32_t)form_i64(f, "version", 1, INT32_MAX, 0);
	if (in->starts_on.year != 0 && in->ends_on.year != 0 &&
	    date_cmp(in->ends_on, in->starts_on) < 0)
		form_error(f, "ends_on", T("Ngày kết thúc phải từ ngày bắt đầu trở đi."), 0);
}

enum err
catalogue_page_movement_new(struct web_req *req, struct web_res *res)
{
	struct movement_view v = { .form = form_new(req), .is_new = true };

	return show_movement(req, res, &v, false);
}

enum err
catalogue_page_movement_create(struct web_req *req, struct web_res *res)
{
	struct movement_view v = { .form = form_new(req), .is_new = true };
	struct movement_input in = { 0 };
	struct movement_id id;

	read_movement(v.form, false, &in);
	if (!form_ok(v.form)) {
		MUST(show_movement(req, res, &v, false));
		return ERR_INVALID;
	}
	MUST(catalogue_op_create_movement(req->ctx, &in, &id));
	return web_redirect(res, "/quan-tri/phong-trao?tb=da-tao");
}

enum err
catalogue_page_movement(struct web_req *req, struct web_res *res)
{
	struct movement_view v = { .form = form_new(req) };

	MUST(web_path_id(req, "movement_id", &v.movement_id.v));
	return show_movement(req, res, &v, true);
}

enum err
catalogue_page_movement_save(struct web_req *req, struct web_res *res)
{
	struct movement_view v = { .form = form_new(req) };
	struct movement_input in = { 0 };
	enum err err;

	MUST(web_path_id(req, "movement_id", &v.movement_id.v));
	read_movement(v.form, true, &in);
	if (!form_ok(v.form)) {
		MUST(show_movement(req, res, &v, false));
		return ERR_INVALID;
	}
	err = catalogue_op_update_movement(req->ctx, v.movement_id, &in);
	if (err == ERR_STALE) {
		v.stale = true;
		MUST(show_movement(req, res, &v, false));
	}
	MUST(err);
	return web_redirect(res, "/quan-tri/phong-trao/%" PRId64 "?tb=da-luu", v.movement_id.v);
}

enum err
catalogue_page_seasons(struct web_req *req, struct web_res *res)
{
	struct seasons_view v = { .page = page_new(req, T("Đợt xét khen thưởng")) };
	struct timestamp before = { 0 };
	int64_t id;

	MUST(web_query_i64(req, "truoc", 0, INT64_MAX, 0, &before.us));
	MUST(web_query_i64(req, "truoc-so", 0, INT64_MAX, 0, &id));
	MUST(catalogue_read_seasons(req->ctx, before, id, &v));
	tmpl_catalogue_seasons(web_html(req, res), &v);
	return ERR_OK;
}

static enum err
show_season(struct web_req *req, struct web_res *res, struct season_view *v, bool fill)
{
	v->page = page_new(req, v->is_new ? T("Mở đợt xét") : T("Đợt xét khen thưởng"));
	v->page.form = v->form;
	MUST(catalogue_read_season(req->ctx, v, fill ? v->form : NULL));
	tmpl_catalogue_season(web_html(req, res), v);
	return ERR_OK;
}

static void
read_season(struct form *f, bool saved, struct season_input *in)
{
	const char *kinds[COMMENDATION_KIND_COUNT];
	int kind;

	for (int i = 0; i < COMMENDATION_KIND_COUNT; i++)
		kinds[i] = commendation_kind_text((enum commendation_kind)i);
	in->movement_id.v = form_i64(f, "movement_id", 0, INT64_MAX, 0);
	in->name = form_text(f, "name", 1, 300);
	in->year = (int32_t)form_i64(f, "year", 2000, 2200, 0);
	kind = form_choice(f, "kind", kinds, COMMENDATION_KIND_COUNT);
	in->kind = kind < 0 ? COMMENDATION_KIND_CONG_TRANG : (enum commendation_kind)kind;
	in->opens_at = form_timestamp(f, "opens_at", true);
	in->closes_at = form_timestamp(f, "closes_at", true);
	if (saved)
		in->version = (int32_t)form_i64(f, "version", 1, INT32_MAX, 0);
	if (in->opens_at.us != 0 && in->closes_at.us != 0 &&
	    in->closes_at.us <= in->opens_at.us)
		form_error(f, "closes_at", T("Thời điểm đóng phải sau thời điểm mở."), 0);
}

enum err
catalogue_page_season_new(struct web_req *req, struct web_res *res)
{
	struct season_view v = { .form = form_new(req), .is_new = true };

	form_set_i64(v.form, "year", date_of(req->ctx->now).year);
	form_set(v.form, "kind", commendation_kind_text(COMMENDATION_KIND_CONG_TRANG));
	form_set(v.form, "opens_at", timestamp_format(req->arena, req->ctx->now));
	return show_season(req, res, &v, false);
}

enum err
catalogue_page_season_create(struct web_req *req, struct web_res *res)
{
	struct season_view v = { .form = form_new(req), .is_new = true };
	struct season_input in = { 0 };
	struct season_id id;

	read_season(v.form, false, &in);
	if (!form_ok(v.form)) {
		MUST(show_season(req, res, &v, false));
		return ERR_INVALID;
	}
	MUST(catalogue_op_create_season(req->ctx, &in, &id));
	return web_redirect(res, "/quan-tri/dot-xet?tb=da-tao");
}

enum err
catalogue_page_season(struct web_req *req, struct web_res *res)
{
	struct season_view v = { .form = form_new(req) };

	MUST(web_path_id(req, "season_id", &v.season_id.v));
	return show_season(req, res, &v, true);
}

enum err
catalogue_page_season_save(struct web_req *req, struct web_res *res)
{
	struct season_view v = { .form = form_new(req) };
	struct season_input in = { 0 };
	enum err err;

	MUST(web_path_id(req, "season_id", &v.season_id.v));
	read_season(v.form, true, &in);
	if (!form_ok(v.form)) {
		MUST(show_season(req, res, &v, false));
		return ERR_INVALID;
	}
	err = catalogue_op_update_season(req->ctx, v.season_id, &in);
	if (err == ERR_STALE) {
		v.stale = true;
		MUST(show_season(req, res, &v, false));
	}
	MUST(err);
	return web_redirect(res, "/quan-tri/dot-xet/%" PRId64 "?tb=da-luu", v.season_id.v);
}
