/* Reads the appraiser's views from the database. */
#include "review/review_read.h"

#include <inttypes.h>

#include "app/words.h"
#include "calendar/calendar_op.h"
#include "council/council_op.h"
#include "dossier/dossier_op.h"
#include "eligibility/eligibility_read.h"
#include "registry/nominee_read.h"

static char *
number(struct arena *a, int64_t n)
{
	return arena_printf(a, "%" PRId64, n);
}

/* --- queue --------------------------------------------------------------------------------------- */

static const char *
queue_href(struct arena *a, const struct review_queue_view *v, const char *more)
{
	char *s = arena_printf(
	    a, "/tham-dinh?trang-thai=%s", v->state_given ? dossier_state_text(v->state) : "");

	if (v->season_id.v != 0)
		s = arena_printf(a, "%s&dot=%" PRId64, s, v->season_id.v);
	if (v->unit_id.v != 0)
		s = arena_printf(a, "%s&don-vi=%" PRId64, s, v->unit_id.v);
	return more != NULL ? arena_printf(a, "%s&%s", s, more) : s;
}

static enum err
read_filter(struct ctx *c, struct review_queue_view *v, int64_t *total)
{
	static const enum dossier_state filed[] = { DOSSIER_STATE_SUBMITTED,
		DOSSIER_STATE_APPRAISING, DOSSIER_STATE_RETURNED, DOSSIER_STATE_COMPLETED };
	struct sql_review_queue_counts_rows counts;
	struct sql_review_queue_seasons_rows seasons;
	struct sql_review_queue_units_rows units;
	struct option *o;
	int64_t of[DOSSIER_STATE_COUNT] = { 0 };

	MUST(sql_review_queue_counts(c->db, c->arena,
	    &(struct sql_review_queue_counts_params){ .season_id = v->season_id,
		.season_id_null = v->season_id.v == 0,
		.unit_id = v->unit_id,
		.unit_id_null = v->unit_id.v == 0 },
	    &counts));
	MUST(sql_review_queue_seasons(c->db, c->arena, &seasons));
	MUST(sql_review_queue_units(c->db, c->arena, &units));
	for (size_t i = 0; i < counts.n; i++)
		of[counts.v[i].state] = counts.v[i].total;
	*total = v->state_given ? of[v->state]
				: of[DOSSIER_STATE_SUBMITTED] + of[DOSSIER_STATE_APPRAISING];

	o = arena_array(c->arena, 5, sizeof(*o));
	o[0] = (struct option){ .value = "",
		.selected = !v->state_given,
		.label = tr_fmt(c->arena, c->lang, T("Cần xử lý (%1)"), 1,
		    int_format(c->arena,
			of[DOSSIER_STATE_SUBMITTED] + of[DOSSIER_STATE_APPRAISING])) };
	for (size_t i = 0; i < 4; i++)
		o[i + 1] = (struct option){ .value = dossier_state_text(filed[i]),
			.selected = v->state_given && v->state == filed[i],
			.label = arena_printf(c->arena, "%s (%s)",
			    tr(c->lang, dossier_state_words(filed[i])),
			    int_format(c->arena, of[filed[i]])) };
	v->states = o;
	v->nstates = 5;

	o = arena_array(c->arena, seasons.n + 1, sizeof(*o));
	o[0] = (struct option){ .value = "", .label = T("Mọi đợt") };
	for (size_t i = 0; i < seasons.n; i++)
		o[i + 1] = (struct option){ .value = number(c->arena, seasons.v[i].season_id.v),
			.label = seasons.v[i].name,
			.selected = seasons.v[i].season_id.v == v->season_id.v };
	v->seasons = o;
	v->nseasons = seasons.n + 1;

	o = arena_array(c->arena, units.n + 1, sizeof(*o));
	o[0] = (struct option){ .value = "", .label = T("Mọi đơn vị") };
	for (size_t i = 0; i < units.n; i++)
		o[i + 1] = (struct option){ .value = number(c->arena, units.v[i].unit_id.v),
			.label = units.v[i].name_vi,
			.selected = units.v[i].unit_id.v == v->unit_id.v };
	v->units = o;
	v->nunits = units.n + 1;
	return ERR_OK;
}

enum err
review_read_queue(struct ctx *c, struct review_queue_view *v, struct timestamp after_at,
    int64_t after_id, int64_t count)
{
	struct sql_review_queue_rows rows;
	struct review_queue_line *lines;
	struct date today = date_of(c->now);
	struct calendar calendar;
	struct terms terms;
	int64_t total;
	size_t n;

	MUST(calendar_op_load(c, &calendar));
	MUST(calendar_op_terms(c, &terms));
	MUST(read_filter(c, v, &total));
	MUST(sql_review_queue(c->db, c->arena,
	    &(struct sql_review_queue_params){
		.after_at = after_at.us == 0 ? (struct timestamp){ 1 } : after_at,
		.after_id = after_id,
		.state = v->state,
		.state_null = !v->state_given,
		.season_id = v->season_id,
		.season_id_null = v->season_id.v == 0,
		.unit_id = v->unit_id,
		.unit_id_null = v->unit_id.v == 0,
		.count = count + 1 },
	    &rows));
	n = rows.n > (size_t)count ? (size_t)count : rows.n;
	lines = arena_array(c->arena, n, sizeof(*lines));
	for (size_t i = 0; i < n; i++) {
		const struct sql_review_queue_row *d = &rows.v[i];
		struct review_queue_line *l = &lines[i];

		l->d = d;
		l->age_days = review_age_days(d->submitted_at, c->now);
		if (d->state != DOSSIER_STATE_SUBMITTED && d->state != DOSSIER_STATE_APPRAISING)
			continue;
		l->due = review_due(&calendar, &terms, date_of(d->submitted_at));
		l->left = working_days_left(&calendar, today, l->due);
		l->late = review_is_late(&calendar, &terms, date_of(d->submitted_at), today);
	}
	v->lines = lines;
	v->nlines = n;
	v->term = term_on(&terms, TERM_KIND_APPRAISAL, today);
	v->filtered = v->state_given || v->season_id.v != 0 || v->unit_id.v != 0;
	v->pages.total = total;
	if (after_at.us != 0)
		v->pages.start_href = queue_href(c->arena, v, NULL);
	else if (n > 0 && rows.n > n) {
		v->pages.first = 1;
		v->pages.last = (int64_t)n;
	}
	if (rows.n > n)
		v->pages.next_href = queue_href(c->arena, v,
		    arena_printf(c->arena, "sau=%" PRId64 "&sau-so=%" PRId64,
			rows.v[n - 1].submitted_at.us, rows.v[n - 1].dossier_id.v));
	return ERR_OK;
}

/* --- dossier -------------------------------------------------------------------------------------- */

enum err
review_read_dossier(
    struct ctx *c, struct dossier_id id, struct review_dossier_view *v, int64_t count)
{
	const struct sql_review_dossier_row *d = &v->d;
	struct review_count *counts;
	struct calendar calendar;
	struct terms terms;
	size_t n = 0;

	MUST(review_op_dossier(c, id, &v->d));
	MUST(calendar_op_load(c, &calendar));
	MUST(calendar_op_terms(c, &terms));
	MUST(sql_review_files(c->db, c->arena,
	    &(struct sql_review_files_params){ .dossier_id = id, .nomination_id_null = true },
	    &v->files.rows));
	v->files.dossier_id = id;
	MUST(evidence_op_missing(c, id, (struct nomination_id){ 0 }, &v->papers));
	v->papers_view = (struct evidence_view){ &v->papers, id, { 0 }, false };
	MUST(eligibility_read_summary(c, id, &v->eligibility));
	MUST(sql_review_nominations(c->db, c->arena,
	    &(struct sql_review_nominations_params){ .dossier_id = id,
		.after = (int32_t)v->after,
		.state = v->state,
		.state_null = !v->state_given,
		.count = count + 1 },
	    &v->rows));
	if (v->rows.n > (size_t)count) {
		v->rows.n = (size_t)count;
		v->next = v->rows.v[v->rows.n - 1].ordinal;
	}
	const struct {
		enum nomination_state state;
		int64_t total;
	} all[] = {
		{ NOMINATION_STATE_SUBMITTED, d->submitted },
		{ NOMINATION_STATE_APPRAISING, d->appraising },
		{ NOMINATION_STATE_RETURNED, d->returned },
		{ NOMINATION_STATE_ELIGIBLE, d->eligible },
		{ NOMINATION_STATE_INELIGIBLE, d->ineligible },
		{ NOMINATION_STATE_ON_HOLD, d->on_hold },
	};
	counts = arena_array(c->arena, sizeof(all) / sizeof(all[0]), sizeof(*counts));
	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++) {
		if (all[i].total == 0)
			continue;
		counts[n++] = (struct review_count){ .state = all[i].state,
			.total = all[i].total,
			.current = v->state_given && v->state == all[i].state,
			.href = arena_printf(c->arena,
			    "/tham-dinh/%" PRId64 "?trang-thai=%s#danh-sach", id.v,
			    nomination_state_text(all[i].state)) };
	}
	v->counts = counts;
	v->ncounts = n;
	if (d->state == DOSSIER_STATE_SUBMITTED || d->state == DOSSIER_STATE_APPRAISING) {
		v->due = review_due(&calendar, &terms, date_of(d->submitted_at));
		v->left = working_days_left(&calendar, date_of(c->now), v->due);
		v->late = review_is_late(
		    &calendar, &terms, date_of(d->submitted_at), date_of(c->now));
	}
	v->can_begin = d->state == DOSSIER_STATE_SUBMITTED;
	v->can_finish = d->state == DOSSIER_STATE_APPRAISING &&
	    d->submitted + d->appraising + d->returned + d->on_hold == 0;
	v->can_act = v->rows.n > 0;
	return ERR_OK;
}

/* --- confirmation ----------------------------------------------------------------------------------- */

static enum err
read_sessions(struct ctx *c, struct review_confirm_view *v)
{
	struct sql_council_preparing_of_rows rows;
	struct option *o;

	MUST(sql_council_preparing_of(c->db, c->arena, &rows));
	o = arena_array(c->arena, rows.n, sizeof(*o));
	for (size_t i = 0; i < rows.n; i++)
		o[i] =
		    (struct option){ .value = number(c->arena, rows.v[i].council_session_id.v),
			    .label = arena_printf(c->arena, "%s, %s", rows.v[i].title,
				date_format(c->arena, rows.v[i].held_on)),
			    .hint = rows.v[i].council_name,
			    .selected = rows.n == 1 };
	v->sessions = o;
	v->nsessions = rows.n;
	return ERR_OK;
}

enum err
review_read_confirm(struct ctx *c, struct dossier_id id, const int64_t *ids, size_t n,
    struct review_confirm_view *v)
{
	const char *names = NULL;

	MUST(review_op_dossier(c, id, &v->d));
	v->rule = review_act_rule(v->act);
	MUST(sql_review_selected(c->db, c->arena,
	    &(struct sql_review_selected_params){
		.dossier_id = id, .ids = council_id_array(c->arena, ids, n) },
	    &v->rows));
	if (v->rows.n != n)
		return ERR_NOT_FOUND;
	for (size_t i = 0; i < n; i++) {
		if (!review_act_allowed(v->act, v->rows.v[i].state))
			continue;
		if (v->nallowed++ < 3)
			names = names == NULL
			    ? v->rows.v[i].name
			    : arena_printf(c->arena, "%s, %s", names, v->rows.v[i].name);
	}
	if (v->nallowed > 3)
		names = tr_fmt(c->arena, c->lang, T("%1 và %2 trường hợp khác"), 2, names,
		    int_format(c->arena, (int64_t)v->nallowed - 3));
	v->first_names = names;
	if (v->act == REVIEW_ACT_AGENDA)
		MUST(read_sessions(c, v));
	return ERR_OK;
}

/* --- nomination --------------------------------------------------------------------------------------- */

enum err
review_read_nomination(struct ctx *c, struct nomination_id id, struct review_nomination_view *v)
{
	struct sql_review_story_rows story;
	struct sql_dossier_nomination_get_row nomination;
	struct ui_event *events;
	struct option *acts;

	MUST(sql_review_nomination(c->db, c->arena,
	    &(struct sql_review_nomination_params){ .nomination_id = id }, &v->n));
	MUST(authz_require(c, ROLE_BIT(ROLE_APPRAISER), v->n.unit_id));
	MUST(sql_review_files(c->db, c->arena,
	    &(struct sql_review_files_params){
		.dossier_id = v->n.dossier_id, .nomination_id = id },
	    &v->files.rows));
	v->files.dossier_id = v->n.dossier_id;
	v->files.of_nomination = true;
	MUST(evidence_op_missing(c, v->n.dossier_id, id, &v->papers));
	v->papers_view = (struct evidence_view){ &v->papers, v->n.dossier_id, id, false };
	MUST(eligibility_read_panel(c, v->n.dossier_id, id, &v->eligibility));
	MUST(sql_review_story(
	    c->db, c->arena, &(struct sql_review_story_params){ .nomination_id = id }, &story));
	MUST(dossier_op_nomination(c, id, &nomination));
	MUST(nominee_read_panel(c, &v->page, &nomination, false, &v->nominee));
	MUST(sql_review_honours_of_name(c->db, c->arena,
	    &(struct sql_review_honours_of_name_params){
		.name_folded = v->n.name_folded, .kind = v->n.kind, .nomination_id = id },
	    &v->honours));
	MUST(sql_review_same_name(c->db, c->arena,
	    &(struct sql_review_same_name_params){ .name_folded = v->n.name_folded,
		.kind = v->n.kind,
		.nomination_id = id,
		.year = v->n.season_year },
	    &v->same));
	v->born = birth_format(
	    c->arena, (struct birth){ v->n.born_on, v->n.born_year_null ? 0 : v->n.born_year });

	events = arena_array(c->arena, story.n, sizeof(*events));
	for (size_t i = 0; i < story.n; i++)
		events[i] = (struct ui_event){ .when = story.v[i].at,
			.what = nomination_state_words(story.v[i].to_state),
			.who = story.v[i].who,
			.note = story.v[i].reason[0] != '\0' ? story.v[i].reason : NULL };
	v->story = (struct ui_timeline){ events, story.n };

	acts = arena_array(c->arena, REVIEW_ACT_COUNT, sizeof(*acts));
	for (int i = 0; i < REVIEW_ACT_COUNT; i++) {
		const struct review_act_rule *rule = review_act_rule((enum review_act)i);

		if (i == REVIEW_ACT_AGENDA ||
		    !review_act_allowed((enum review_act)i, v->n.state))
			continue;
		acts[v->nacts++] = (struct option){ .value = rule->name,
			.label = rule->verb,
			.hint = rule->needs_reason ? T("Phải ghi lý do.") : NULL };
	}
	v->acts = acts;
	return ERR_OK;
}
