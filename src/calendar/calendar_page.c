/* Handlers of the calendar of working days and of terms. */
#include "calendar/calendar_page.h"

#include <string.h>

#include "app/words.h"
#include "calendar/calendar_op.h"
#include "calendar/deadline_view.h"
#include "tmpl/calendar.h"

static const char *
weekday_words(struct date d)
{
	static const char *const words[] = { T("Thứ Hai"), T("Thứ Ba"), T("Thứ Tư"),
		T("Thứ Năm"), T("Thứ Sáu"), T("Thứ Bảy"), T("Chủ nhật") };

	return words[((date_to_days(d) + 3) % 7 + 7) % 7];
}

static enum err
show(struct web_req *req, struct web_res *res, int year, struct form *f)
{
	struct holidays_view v = { .form = f, .year = year };
	struct option *kinds = arena_array(req->arena, DAY_KIND_COUNT, sizeof(*kinds));
	const char **weekdays, *chosen = form_value(f, "kind");
	struct calendar calendar;

	MUST(calendar_op_year(req->ctx, year, &v.rows));
	MUST(calendar_op_load(req->ctx, &calendar));
	MUST(calendar_op_term_rows(req->ctx, &v.terms));
	v.working_days = working_days_between(&calendar,
	    (struct date){ .year = (int16_t)(year - 1), .month = 12, .day = 31 },
	    (struct date){ .year = (int16_t)year, .month = 12, .day = 31 });
	weekdays = arena_array(req->arena, v.rows.n, sizeof(*weekdays));
	for (size_t i = 0; i < v.rows.n; i++) {
		weekdays[i] = weekday_words(v.rows.v[i].day);
		v.unconfirmed += !v.rows.v[i].confirmed;
	}
	v.weekdays = weekdays;
	for (int i = 0; i < DAY_KIND_COUNT; i++)
		kinds[i] = (struct option){ .value = day_kind_text((enum day_kind)i),
			.label = day_kind_words((enum day_kind)i),
			.selected = strcmp(chosen, day_kind_text((enum day_kind)i)) == 0 };
	v.kinds = kinds;
	v.nkinds = DAY_KIND_COUNT;
	v.page = page_new(req, T("Lịch ngày làm việc"));
	v.page.form = f;
	page_crumb(&v.page, T("Quản trị"), "/quan-tri");
	page_crumb(&v.page, v.page.title, NULL);
	tmpl_calendar_holidays(web_html(req, res), &v);
	return ERR_OK;
}

enum err
calendar_page_show(struct web_req *req, struct web_res *res)
{
	int64_t year;
	struct form *f = form_new(req);

	MUST(web_query_i64(req, "nam", 2000, 2200, date_of(req->ctx->now).year, &year));
	form_set(f, "kind", day_kind_text(DAY_KIND_HOLIDAY));
	return show(req, res, (int)year, f);
}

static enum err
back(struct web_res *res, struct date day, const char *notice)
{
	return web_redirect(res, "/quan-tri/lich?nam=%d&tb=%s", day.year, notice);
}

enum err
calendar_page_set(struct web_req *req, struct web_res *res)
{
	struct form *f = form_new(req);
	const char *kinds[DAY_KIND_COUNT];
	struct holiday_input in = { 0 };
	int kind;

	for (int i = 0; i < DAY_KIND_COUNT; i++)
		kinds[i] = day_kind_text((enum day_kind)i);
	in.day = form_date(f, "day", true);
	kind = form_choice(f, "kind", kinds, DAY_KIND_COUNT);
	in.name = form_text(f, "name", 1, 200);
	in.basis = form_text(f, "legal_basis", 0, 300);
	if (in.day.year != 0 && in.day.year < 2000)
		form_error(f, "day", T("Lịch bắt đầu từ năm 2000."), 0);
	if (!form_ok(f)) {
		MUST(show(req, res,
		    in.day.year >= 2000 ? in.day.year : date_of(req->ctx->now).year, f));
		return ERR_INVALID;
	}
	in.kind = (enum day_kind)kind;
	MUST(calendar_op_set(req->ctx, &in));
	return back(res, in.day, "da-luu");
}

/* The one date of a small form; it comes from a hidden field, so nonsense is no one's typing. */
static enum err
read_day(struct web_req *req, struct date *day)
{
	struct form *f = form_new(req);

	*day = form_date(f, "day", true);
	return form_ok(f) ? ERR_OK : ERR_BAD_REQUEST;
}

enum err
calendar_page_confirm(struct web_req *req, struct web_res *res)
{
	struct date day;

	MUST(read_day(req, &day));
	MUST(calendar_op_confirm(req->ctx, day));
	return back(res, day, "da-xac-nhan-ngay");
}

/* A day less moves every term, so it is looked at before. */
enum err
calendar_page_ask_remove(struct web_req *req, struct web_res *res)
{
	struct holiday_remove_view v = { .page = page_new(req, T("Xóa khỏi lịch")) };
	const char *typed = web_query(req, "ngay");
	struct sql_calendar_holidays_rows rows;
	struct date day;

	if (typed == NULL || date_parse(typed, &day) != ERR_OK)
		return ERR_BAD_REQUEST;
	MUST(calendar_op_year(req->ctx, day.year, &rows));
	for (size_t i = 0; i < rows.n && v.d == NULL; i++)
		v.d = date_cmp(rows.v[i].day, day) == 0 ? &rows.v[i] : NULL;
	if (v.d == NULL)
		return ERR_NOT_FOUND;
	v.weekday = weekday_words(day);
	v.back = arena_printf(req->arena, "/quan-tri/lich?nam=%d", day.year);
	page_crumb(&v.page, T("Quản trị"), "/quan-tri");
	page_crumb(&v.page, T("Lịch ngày làm việc"), v.back);
	page_crumb(&v.page, v.page.title, NULL);
	tmpl_calendar_holiday_remove(web_html(req, res), &v);
	return ERR_OK;
}

enum err
calendar_page_remove(struct web_req *req, struct web_res *res)
{
	struct date day;

	MUST(read_day(req, &day));
	MUST(calendar_op_remove(req->ctx, day));
	return back(res, day, "da-xoa");
}

enum err
calendar_page_term_confirm(struct web_req *req, struct web_res *res)
{
	struct form *f = form_new(req);
	int64_t term = form_i64(f, "term", 1, INT64_MAX, 0);

	if (!form_ok(f))
		return ERR_BAD_REQUEST;
	MUST(calendar_op_term_confirm(req->ctx, term));
	return web_redirect(res, "/quan-tri/lich?tb=da-xac-nhan-ngay#thoi-han");
}
