/* Handler of the page "where is my dossier": who holds it, since when, which clock runs, what came back and why. */
#include "dossier/dossier_timeline_page.h"

#include <inttypes.h>

#include "core/money.h"
#include "core/str.h"
#include "dossier/dossier_page.h"
#include "tmpl/dossier.h"

#define PAGE 100

struct stop_count {
	int64_t here, ended;
	struct timestamp since;
};

/* "Còn 7 ngày làm việc, đến hết ngày 05/12/2026", or how far past it is. */
static const char *
clock_words(struct web_req *req, const struct timeline_clock *k, const char *label)
{
	struct arena *a = req->arena;
	const char *name = tr(req->lang, label), *last = date_format(a, k->last);

	if (k->is_over && k->over == 0)
		return tr_fmt(a, req->lang, T("%1: đã hết ngày %2"), 2, name, last);
	if (k->is_over)
		return tr_fmt(a, req->lang, T("%1: quá hạn %2 ngày làm việc (hết ngày %3)"), 3,
		    name, int_format(a, k->over), last);
	if (k->left == 0)
		return tr_fmt(a, req->lang, T("%1: hôm nay là ngày cuối (%2)"), 2, name, last);
	return tr_fmt(a, req->lang, T("%1: còn %2 ngày làm việc, đến hết ngày %3"), 3, name,
	    int_format(a, k->left), last);
}

/* What of the states in hand at a stop: "Trả lại bổ sung: 12". */
static const char *
what_words(
    struct web_req *req, const struct sql_dossier_timeline_counts_rows *counts, unsigned states)
{
	const char *out = "";

	for (size_t i = 0; i < counts->n; i++) {
		if ((states & (1u << (unsigned)counts->v[i].state)) == 0)
			continue;
		out = arena_printf(req->arena, "%s%s%s: %s", out, out[0] != '\0' ? " · " : "",
		    tr(req->lang, nomination_state_words(counts->v[i].state)),
		    int_format(req->arena, counts->v[i].total));
	}
	return out[0] != '\0' ? out : NULL;
}

static void
add_clock(struct web_req *req, const struct timeline_view *v, size_t stop,
    const struct calendar *calendar, const struct terms *terms, struct timeline_line *line)
{
	const struct sql_dossier_get_row *d = &v->d;
	struct timeline_clock k = { 0 };
	const struct term *term;

	if (stop == 0 && d->state == DOSSIER_STATE_DRAFT) {
		k = timeline_clock_closing(calendar, d->closes_at, d->now);
		line->clock =
		    arena_printf(req->arena, "%s (%s)", clock_words(req, &k, T("Hạn nộp")),
			timestamp_format(req->arena, d->closes_at));
	} else if (stop == 0 && line->here > 0) {
		line->clock = tr(req->lang,
		    T("Không có hạn bổ sung; đơn vị sửa xong thì nộp lại, kể cả sau khi đợt đã đóng."));
		return;
	} else if (stop == 1 && line->here > 0 && d->submitted_at.us != 0) {
		term = term_on(terms, TERM_KIND_APPRAISAL, date_of(d->submitted_at));
		k = timeline_clock_term(
		    calendar, term, date_of(d->submitted_at), date_of(d->now));
		if (!k.runs)
			return;
		line->clock = clock_words(req, &k, T("Thời hạn thẩm định"));
		line->basis = term->basis;
	}
	line->late = k.runs && k.is_over;
}

static struct ui_tag
stop_tag(const struct timeline_line *line)
{
	if (line->here > 0 || line->current)
		return line->late ? (struct ui_tag){ T("Quá hạn"), "refused" }
				  : (struct ui_tag){ T("Đang ở đây"), "progress" };
	if (line->ended + line->passed > 0)
		return (struct ui_tag){ T("Đã qua"), "done" };
	return (struct ui_tag){ T("Chưa tới"), "neutral" };
}

static enum err
read_stops(struct web_req *req, struct timeline_view *v,
    const struct sql_dossier_timeline_counts_rows *counts)
{
	size_t n, first = 0, holders = 0;
	const struct timeline_stop *stops = timeline_stops(&n);
	struct stop_count *sum = arena_array(req->arena, n, sizeof(*sum));
	struct timeline_line *lines = arena_array(req->arena, n, sizeof(*lines));
	struct calendar calendar;
	struct terms terms;
	int64_t passed = 0;

	MUST(timeline_op_calendar(req->ctx, &calendar, &terms));
	for (size_t i = 0; i < counts->n; i++) {
		struct stop_count *s = &sum[timeline_stop_of(counts->v[i].state)];

		if (timeline_has_ended(counts->v[i].state)) {
			s->ended += counts->v[i].total;
			continue;
		}
		s->here += counts->v[i].total;
		if (s->since.us == 0 || counts->v[i].since.us < s->since.us)
			s->since = counts->v[i].since;
	}
	for (size_t i = n; i-- > 0;) {
		const char *holder =
		    stops[i].holder != NULL ? tr(req->lang, stops[i].holder) : v->d.unit_name;

		lines[i] = (struct timeline_line){ .name = stops[i].name,
			.holder = holder,
			.here = sum[i].here,
			.ended = sum[i].ended,
			.passed = passed,
			.since = sum[i].since,
			.what = what_words(req, counts, stops[i].held | stops[i].ended) };
		passed += sum[i].here + sum[i].ended;
		/* Where most of it is; nothing in it yet: with the unit. */
		if (sum[i].here >= sum[first].here)
			first = i;
	}
	if (sum[first].here == 0)
		first = counts->n == 0 ? 0 : n;
	for (size_t i = 0; i < n; i++) {
		lines[i].current = i == first;
		add_clock(req, v, i, &calendar, &terms, &lines[i]);
		lines[i].tag = stop_tag(&lines[i]);
		holders += lines[i].here > 0;
		if (lines[i].here == 0 || v->place == NULL)
			v->place = lines[i].here > 0 ? lines[i].holder : v->place;
		else
			v->place =
			    arena_printf(req->arena, "%s; %s", v->place, lines[i].holder);
	}
	/* With two holders, each says its own below. */
	if (first < n && holders <= 1)
		v->since =
		    first == 0 && lines[0].since.us == 0 ? v->d.created_at : lines[first].since;
	if (v->place == NULL)
		v->place = counts->n == 0 ? v->d.unit_name : NULL;
	v->stops = lines;
	v->nstops = n;
	return ERR_OK;
}

static enum err
read_reasons(struct web_req *req, struct timeline_view *v)
{
	struct sql_dossier_timeline_reasons_rows rows;
	struct timeline_reason *reasons;

	MUST(timeline_op_reasons(req->ctx, v->d.dossier_id, &rows));
	reasons = arena_array(req->arena, rows.n + 1, sizeof(*reasons));
	for (size_t i = 0; i < rows.n; i++)
		reasons[i] = (struct timeline_reason){ &rows.v[i],
			{ nomination_state_words(rows.v[i].state),
			    nomination_state_tag(rows.v[i].state) },
			arena_printf(req->arena,
			    "/ho-so/%" PRId64 "/tien-trinh?trang-thai=%s#truong-hop",
			    v->d.dossier_id.v, nomination_state_text(rows.v[i].state)) };
	v->reasons = reasons;
	v->nreasons = rows.n;
	return ERR_OK;
}

static enum err
read_nominations(struct web_req *req, struct timeline_view *v,
    const struct sql_dossier_timeline_counts_rows *counts)
{
	struct arena *a = req->arena;
	const char *typed = web_query(req, "trang-thai");
	enum nomination_state state = NOMINATION_STATE_DRAFT;
	bool any = str_empty(typed);
	struct ui_filter *filters = arena_array(a, counts->n + 1, sizeof(*filters));
	int64_t after, total = 0;
	const char *base = arena_printf(a, "/ho-so/%" PRId64 "/tien-trinh", v->d.dossier_id.v),
		   *kept = "";

	if (!any && !nomination_state_parse(typed, &state))
		return ERR_BAD_REQUEST;
	MUST(web_query_i64(req, "sau", 0, INT32_MAX, 0, &after));
	filters[0] = (struct ui_filter){ T("Tất cả"), arena_printf(a, "%s#truong-hop", base),
		v->d.nominations, any };
	for (size_t i = 0; i < counts->n; i++) {
		filters[i + 1] = (struct ui_filter){ nomination_state_words(counts->v[i].state),
			arena_printf(a, "%s?trang-thai=%s#truong-hop", base,
			    nomination_state_text(counts->v[i].state)),
			counts->v[i].total, !any && counts->v[i].state == state };
		if (any || counts->v[i].state == state)
			total += counts->v[i].total;
	}
	v->filters = (struct ui_filters){ T("Lọc theo trạng thái"), filters, counts->n + 1 };
	if (!any)
		kept = arena_printf(a, "&trang-thai=%s", nomination_state_text(state));
	MUST(timeline_op_nominations(
	    req->ctx, v->d.dossier_id, state, any, (int32_t)after, PAGE + 1, &v->rows));
	v->pages.total = total;
	if (v->rows.n > PAGE) {
		v->rows.n = PAGE;
		v->pages.next_href = arena_printf(a, "%s?sau=%" PRId32 "%s#truong-hop", base,
		    v->rows.v[PAGE - 1].ordinal, kept);
	}
	if (after > 0)
		v->pages.start_href = arena_printf(
		    a, "%s%s%s#truong-hop", base, any ? "" : "?", any ? "" : kept + 1);
	if (any && v->rows.n > 0) {
		v->pages.first = v->rows.v[0].ordinal;
		v->pages.last = v->rows.v[v->rows.n - 1].ordinal;
	}
	return ERR_OK;
}

enum err
timeline_page_show(struct web_req *req, struct web_res *res)
{
	struct timeline_view v = { .page = page_new(req, T("Tiến trình hồ sơ")) };
	struct sql_dossier_timeline_counts_rows counts;
	struct dossier_id id;

	MUST(dossier_path(req, &id));
	MUST(dossier_op_get(req->ctx, id, &v.d));
	v.page.wide = true;
	dossier_crumbs(req, &v.page, id, v.d.title, T("Tiến trình"));
	MUST(timeline_op_counts(req->ctx, id, &counts));
	v.summary = what_words(req, &counts, ~0u);
	MUST(read_stops(req, &v, &counts));
	MUST(read_reasons(req, &v));
	MUST(read_nominations(req, &v, &counts));
	MUST(dossier_history_events(req, id, &v.history));
	tmpl_dossier_timeline(web_html(req, res), &v);
	return ERR_OK;
}
