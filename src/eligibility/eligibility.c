/* Eligibility: the rules of a day applied to what is known of a nominee. */
#include "eligibility/eligibility.h"

#include <inttypes.h>
#include <string.h>

#include "core/str.h"
#include "eligibility/eligibility_words.h"

#define FIRST_YEAR  1950
#define SPAN        300 /* years */
#define AHEAD_YEARS 30
#define LADDER_MAX  24

/* Years in which something is the case: surely, or perhaps. What is sure is possible too. */
struct span {
	bool sure[SPAN], maybe[SPAN];
};

struct proofs {
	struct elig_proof *v;
	size_t n, cap;
};

struct ev {
	struct arena *a;
	enum lang lang;
	const struct elig_rule *rules;
	size_t nrules;
	const struct elig_facts *f;
	bool ahead; /* looking ahead: nothing is written down */
	int32_t floor_year; /* achievements of this year and before do not count: disciplined */
	bool merit_only, maternity;
	bool recorded; /* the register knows something about the nominee */
	bool chosen; /* initiatives were chosen for this nomination */
	bool hold;
};

/* --- small things ---------------------------------------------------------------------------------- */

bool
elig_binding(enum confidence confidence, bool confirmed, bool warn_only)
{
	return !warn_only && (confirmed || confidence == CONFIDENCE_VERIFIED);
}

bool
elig_share_reaches(int64_t count, int64_t total, int64_t percent)
{
	return total > 0 && count * 100 >= total * percent;
}

static enum finding_status
both(enum finding_status x, enum finding_status y)
{
	if (x == FINDING_STATUS_NOT_MET || y == FINDING_STATUS_NOT_MET)
		return FINDING_STATUS_NOT_MET;
	return x == FINDING_STATUS_MET ? y : x;
}

static enum finding_status
either(enum finding_status x, enum finding_status y)
{
	if (x == FINDING_STATUS_MET || y == FINDING_STATUS_MET)
		return FINDING_STATUS_MET;
	return x == FINDING_STATUS_NOT_MET ? y : x;
}

static enum finding_status
status_of(bool sure, bool maybe)
{
	return sure ? FINDING_STATUS_MET
	    : maybe ? FINDING_STATUS_UNKNOWN
		    : FINDING_STATUS_NOT_MET;
}

static int
slot(int32_t year)
{
	return year < FIRST_YEAR || year >= FIRST_YEAR + SPAN ? -1 : (int)(year - FIRST_YEAR);
}

static void
mark(struct span *s, int32_t year, bool sure)
{
	int i = slot(year);

	if (i < 0)
		return;
	s->maybe[i] = true;
	s->sure[i] = s->sure[i] || sure;
}

static bool
has(const bool *years, int32_t year)
{
	int i = slot(year);

	return i >= 0 && years[i];
}

static const char *
num(struct ev *e, int64_t n)
{
	return arena_printf(e->a, "%" PRId64, n);
}

/* Looking ahead nobody reads the words. */
#define SAY(e, ...) ((e)->ahead ? "" : tr_fmt((e)->a, (e)->lang, __VA_ARGS__))
#define WORD(e, id) ((e)->ahead ? "" : tr((e)->lang, (id)))

static void
prove(struct ev *e, struct proofs *p, struct elig_proof proof)
{
	if (e->ahead)
		return;
	if (p->n == p->cap) {
		struct elig_proof *v = arena_array(e->a, p->cap * 2 + 4, sizeof(*v));

		if (p->n > 0)
			memcpy(v, p->v, p->n * sizeof(*v));
		p->v = v;
		p->cap = p->cap * 2 + 4;
	}
	p->v[p->n++] = proof;
}

/* Years in a list for people: "2023, 2024". */
static const char *
year_list(struct ev *e, const bool *have, int32_t first, int32_t last)
{
	const char *s = "";

	if (e->ahead)
		return s;
	for (int32_t y = first; y <= last; y++) {
		if (!has(have, y))
			s = arena_printf(e->a, "%s%s%" PRId32, s, *s == '\0' ? "" : ", ", y);
	}
	return s;
}

/* --- what is known, by year --------------------------------------------------------------------------- */

/* An honour of the award that may count; where it may not, why. */
static bool
honour_counts(struct ev *e, const struct elig_honour *h, const char **why, bool *sure)
{
	*why = NULL;
	*sure = true;
	if (h->revoked) {
		*why = WORD(e, T("Đã bị hủy bỏ"));
		return false;
	}
	if (h->year <= e->floor_year) {
		*why = WORD(e, T("Trước khi hết thời hạn kỷ luật"));
		return false;
	}
	if (!e->merit_only || !(h->form || h->kind_known))
		return true;
	if (h->kind_known &&
	    (h->kind == COMMENDATION_KIND_DOT_XUAT ||
		h->kind == COMMENDATION_KIND_PHONG_TRAO)) {
		*why = WORD(e,
		    T("Khen thưởng đột xuất hoặc theo chuyên đề, không làm căn cứ xét công trạng"));
		return false;
	}
	if (!h->kind_known) {
		*sure = false;
		*why = WORD(e,
		    T("Sổ chưa ghi loại hình khen thưởng; cần xác định không phải đột xuất, chuyên đề"));
	}
	return true;
}

static void
span_unrecorded(struct ev *e, struct span *s)
{
	/* Nothing at all is known: then nothing is impossible. */
	if (!e->recorded) {
		for (int32_t y = e->f->year - 60; y <= e->f->year; y++)
			mark(s, y, false);
	}
}

static void
award_span(struct ev *e, int64_t award, int32_t after, struct span *s, struct proofs *p)
{
	memset(s, 0, sizeof(*s));
	span_unrecorded(e, s);
	for (size_t i = 0; i < e->f->nhonours; i++) {
		const struct elig_honour *h = &e->f->honours[i];
		const char *why;
		bool sure, counted;

		if (h->award != award || h->year > e->f->year || h->year <= after)
			continue;
		counted = honour_counts(e, h, &why, &sure);
		if (counted)
			mark(s, h->year, sure);
		if (p != NULL)
			prove(e, p,
			    (struct elig_proof){ .year = h->year,
				.what = h->award_name,
				.decision_no = h->decision_no,
				.counted = counted,
				.why_not = why });
	}
}

static void
rating_span(struct ev *e, enum rating least, int32_t after, struct span *s, struct proofs *p)
{
	const struct elig_facts *f = e->f;
	bool rated[SPAN] = { false };

	memset(s, 0, sizeof(*s));
	for (size_t i = 0; i < f->nyears; i++) {
		const struct elig_year *y = &f->years[i];
		const char *why = NULL;
		bool counted = true, sure = y->proven;

		if (y->year > f->year || y->year <= after || slot(y->year) < 0)
			continue;
		rated[slot(y->year)] = true;
		if (y->year <= e->floor_year) {
			counted = false;
			why = WORD(e, T("Trước khi hết thời hạn kỷ luật"));
		} else if (!y->rated) {
			/* Leave counts as time served well; whether as excellent is not for us to say. */
			sure = e->maternity && least <= RATING_GOOD;
			why = sure ? WORD(e, T("Nghỉ thai sản được tính vào thời gian xét"))
				   : WORD(e, T("Nghỉ thai sản, chưa được xếp loại"));
		} else if (y->rating < least) {
			counted = false;
			why = WORD(e, T("Thấp hơn mức cần có"));
		} else if (!sure) {
			why = WORD(e, T("Tự khai, chưa có quyết định chứng minh"));
		}
		if (counted)
			mark(s, y->year, sure);
		if (p != NULL)
			prove(e, p,
			    (struct elig_proof){ .year = y->year,
				.what = y->rated ? WORD(e, rating_words(y->rating))
						 : WORD(e, T("Nghỉ thai sản")),
				.decision_no = y->decision_no,
				.counted = counted,
				.why_not = why });
	}
	/* No rating is known of a year: it may have been any. */
	for (int32_t y = f->year - 60; y <= f->year; y++) {
		if (slot(y) >= 0 && !rated[slot(y)] && y > after && y > e->floor_year)
			mark(s, y, false);
	}
}

/* First year of the award that counts; 0 when it is not held. */
static int32_t
first_held(struct ev *e, int64_t award, bool sure)
{
	struct span s;

	award_span(e, award, 0, &s, NULL);
	for (int32_t y = FIRST_YEAR; y <= e->f->year; y++) {
		if (has(sure ? s.sure : s.maybe, y))
			return y;
	}
	return 0;
}

/* --- chains ---------------------------------------------------------------------------------------------- */

/*
 * Length of the longest chain that ends in the year itself or the one before (its own title is often decided
 * later than the proposal), with at most step years from one to the next.
 */
static int32_t
chain(const bool *years, int32_t year, int32_t step, int32_t after)
{
	int32_t best = 0;

	for (int32_t end = year; end >= year - 1; end--) {
		int32_t n = 0, at = end, d;

		if (!has(years, end) || end <= after)
			continue;
		for (n = 1;; n++) {
			for (d = 1; d <= step && !(has(years, at - d) && at - d > after); d++)
				continue;
			if (d > step)
				break;
			at -= d;
		}
		if (n > best)
			best = n;
	}
	return best;
}

static int32_t
count_years(const bool *years, int32_t first, int32_t last)
{
	int32_t n = 0;

	for (int32_t y = first; y <= last; y++)
		n += has(years, y);
	return n;
}

/* Only what the chain of need years would have held is shown: older proofs say nothing. */
static void
keep_recent(struct proofs *p, int32_t from)
{
	size_t n = 0;

	for (size_t i = 0; i < p->n; i++) {
		if (p->v[i].year >= from)
			p->v[n++] = p->v[i];
	}
	p->n = n;
}

/* --- conditions --------------------------------------------------------------------------------------------- */

static const char *
register_silent(struct ev *e)
{
	return e->f->identified
	    ? WORD(e,
		  T("Sổ khen thưởng chưa có dữ liệu nào về trường hợp này. Bổ sung quyết định các năm để xét."))
	    : WORD(e,
		  T("Chưa xác định được đây là ai trong sổ, nên chưa tra được quá trình khen thưởng."));
}

static enum finding_status
award_consecutive(
    struct ev *e, const struct elig_condition *c, struct proofs *p, const char **missing)
{
	struct span s;
	int32_t y = e->f->year, end, sure, maybe;

	award_span(e, c->award, 0, &s, p);
	sure = chain(s.sure, y, 1, 0);
	maybe = chain(s.maybe, y, c->years > 1 ? c->years : 1, 0);
	end = has(s.sure, y) ? y : y - 1;
	keep_recent(p, end - (c->years > 1 ? c->years : 1) * c->count);
	if (sure >= c->count)
		return FINDING_STATUS_MET;
	if (!e->recorded)
		*missing = register_silent(e);
	else if (maybe >= c->count && count_years(s.sure, FIRST_YEAR, y) >= c->count)
		*missing = SAY(e,
		    T("Có %1 lần nhưng không liền năm; cơ quan xác định thế nào là %2 lần liên tục."),
		    2, num(e, count_years(s.sure, FIRST_YEAR, y)), num(e, c->count));
	else
		*missing =
		    SAY(e, T("Có %1/%2 năm liên tục %3. Sổ không có quyết định của năm: %4."),
			4, num(e, sure), num(e, c->count), c->award_name,
			year_list(e, s.sure, end - c->count + 1, end));
	return status_of(false, maybe >= c->count);
}

/* The years after an award that has to be there first; false when it is not, with the words. */
static bool
since_year(struct ev *e, const struct elig_condition *c, bool sure, int32_t *after)
{
	*after = 0;
	if (c->since == 0)
		return true;
	*after = first_held(e, c->since, sure);
	return *after != 0;
}

static const char *
needs_first(struct ev *e, const struct elig_condition *c)
{
	return !e->recorded
	    ? register_silent(e)
	    : SAY(e, T("Chỉ tính sau khi đã được tặng %1; sổ chưa có quyết định đó."), 1,
		  c->since_name);
}

static enum finding_status
award_within(
    struct ev *e, const struct elig_condition *c, struct proofs *p, const char **missing)
{
	struct span s;
	int32_t y = e->f->year, after, from;
	bool held, possible;
	int32_t sure = 0, maybe = 0;

	held = since_year(e, c, true, &after);
	award_span(e, c->award, after, &s, p);
	from = c->years > 0 && y - c->years > after ? y - c->years : after;
	keep_recent(p, from + 1);
	if (held)
		sure = count_years(s.sure, from + 1, y);
	possible = since_year(e, c, false, &after);
	if (possible) {
		award_span(e, c->award, after, &s, NULL);
		maybe = count_years(s.maybe,
		    (c->years > 0 && y - c->years > after ? y - c->years : after) + 1, y);
	}
	if (held && sure >= c->count)
		return FINDING_STATUS_MET;
	*missing = !possible || !e->recorded
	    ? needs_first(e, c)
	    : SAY(e, T("Có %1/%2 lần %3 trong thời gian được tính."), 3, num(e, sure),
		  num(e, c->count), c->award_name);
	return status_of(false, possible && maybe >= c->count);
}

static enum finding_status
award_held(struct ev *e, const struct elig_condition *c, struct proofs *p, const char **missing)
{
	struct span s;
	bool sure, maybe;

	award_span(e, c->award, 0, &s, p);
	sure = count_years(s.sure, FIRST_YEAR, e->f->year) > 0;
	maybe = count_years(s.maybe, FIRST_YEAR, e->f->year) > 0;
	if (c->kind == CONDITION_KIND_AWARD_NOT_HELD) {
		if (sure)
			*missing = SAY(e, T("Đã được tặng %1 trước đây."), 1, c->award_name);
		else if (maybe)
			*missing = register_silent(e);
		return sure ? FINDING_STATUS_NOT_MET
		    : maybe ? FINDING_STATUS_UNKNOWN
			    : FINDING_STATUS_MET;
	}
	if (!sure)
		*missing = !e->recorded ? register_silent(e)
		    : maybe
		    ? WORD(e, T("Có quyết định nhưng sổ chưa ghi loại hình khen thưởng."))
		    : SAY(e, T("Sổ không có quyết định tặng %1."), 1, c->award_name);
	return status_of(sure, maybe);
}

static enum finding_status
rating_of_year(
    struct ev *e, const struct elig_condition *c, struct proofs *p, const char **missing)
{
	struct span s;
	int32_t y = e->f->year;
	bool any = false;

	rating_span(e, c->rating, y - 1, &s, p);
	for (size_t i = 0; i < e->f->nyears; i++)
		any = any || (e->f->years[i].year == y);
	if (has(s.sure, y))
		return FINDING_STATUS_MET;
	*missing = !any ? SAY(e, T("Chưa có kết quả xếp loại năm %1."), 1, num(e, y))
	    : has(s.maybe, y) ? SAY(e, T("Chưa có quyết định xếp loại năm %1."), 1, num(e, y))
			      : SAY(e, T("Năm %1 xếp loại thấp hơn mức “%2”."), 2, num(e, y),
				    WORD(e, rating_words(c->rating)));
	return status_of(false, has(s.maybe, y));
}

static enum finding_status
rating_consecutive(
    struct ev *e, const struct elig_condition *c, struct proofs *p, const char **missing)
{
	struct span s;
	int32_t y = e->f->year, after, end, from, sure = 0, maybe = 0;
	bool held, possible;

	held = since_year(e, c, true, &after);
	rating_span(e, c->rating, after, &s, p);
	end = has(s.sure, y) ? y : y - 1;
	from = end - c->count + 1;
	keep_recent(p, from);
	if (held)
		sure = chain(s.sure, y, 1, after);
	if (held && sure >= c->count)
		return FINDING_STATUS_MET;
	if (held)
		*missing = SAY(e, T("Có %1/%2 năm liên tục xếp loại “%3” trở lên. Thiếu: %4."),
		    4, num(e, sure), num(e, c->count), WORD(e, rating_words(c->rating)),
		    year_list(e, s.sure, from > after ? from : after + 1, end));
	possible = since_year(e, c, false, &after);
	if (possible) {
		rating_span(e, c->rating, after, &s, NULL);
		maybe = chain(s.maybe, y, 1, after);
	}
	if (!held)
		*missing = needs_first(e, c);
	return status_of(false, possible && maybe >= c->count);
}

static enum finding_status
rating_within(
    struct ev *e, const struct elig_condition *c, struct proofs *p, const char **missing)
{
	struct span s;
	int32_t y = e->f->year, after, from, sure = 0, maybe = 0;
	bool held = since_year(e, c, true, &after), possible;

	from = c->years > 0 && y - c->years > after ? y - c->years : after;
	rating_span(e, c->rating, from, &s, p);
	if (held)
		sure = count_years(s.sure, from + 1, y);
	possible = since_year(e, c, false, &after);
	if (possible) {
		from = c->years > 0 && y - c->years > after ? y - c->years : after;
		rating_span(e, c->rating, from, &s, NULL);
		maybe = count_years(s.maybe, from + 1, y);
	}
	if (held && sure >= c->count)
		return FINDING_STATUS_MET;
	*missing = !held
	    ? needs_first(e, c)
	    : SAY(e, T("Có %1/%2 năm xếp loại “%3” trở lên trong thời gian được tính."), 3,
		  num(e, sure), num(e, c->count), WORD(e, rating_words(c->rating)));
	return status_of(false, possible && maybe >= c->count);
}

static enum finding_status
initiatives(
    struct ev *e, const struct elig_condition *c, struct proofs *p, const char **missing)
{
	int32_t sure = 0, maybe = 0, y = e->f->year;

	for (size_t i = 0; i < e->f->ninitiatives; i++) {
		const struct elig_initiative *n = &e->f->initiatives[i];
		const char *why = NULL;
		bool counted = true, certain = n->proven;

		if (n->year > y)
			continue;
		if (n->scope < c->scope) {
			counted = false;
			why = WORD(e, T("Phạm vi ảnh hưởng hẹp hơn mức cần có"));
		} else if (e->chosen && !n->chosen) {
			counted = false;
			why = WORD(e, T("Không được chọn cho đề nghị này"));
		} else if (n->year <= e->floor_year) {
			counted = false;
			why = WORD(e, T("Trước khi hết thời hạn kỷ luật"));
		} else if (!certain) {
			why = WORD(e, T("Tự khai, chưa có văn bản công nhận"));
		} else if (c->years > 0 && n->year < y - c->years) {
			certain = false;
			why = SAY(e,
			    T("Công nhận đã quá %1 năm; cơ quan xác định có được tính không"),
			    1, num(e, c->years));
		}
		sure += counted && certain;
		maybe += counted;
		prove(e, p,
		    (struct elig_proof){ .year = n->year,
			.what = arena_printf(e->a, "%s (%s)", n->title,
			    WORD(e, initiative_scope_words(n->scope))),
			.decision_no = n->recognition_no,
			.counted = counted,
			.why_not = why });
	}
	if (sure >= c->count)
		return FINDING_STATUS_MET;
	if (e->f->ninitiatives == 0 && !e->recorded) {
		*missing = WORD(e, T("Chưa khai sáng kiến, đề tài nào."));
		return FINDING_STATUS_UNKNOWN;
	}
	*missing = SAY(e, T("Có %1/%2 sáng kiến, đề tài được công nhận, phạm vi %3 trở lên."),
	    3, num(e, sure), num(e, c->count), WORD(e, initiative_scope_words(c->scope)));
	return status_of(false, maybe >= c->count);
}

/* One initiative, one use: a title and a form of commendation do not rest on the same one. false: nothing to say. */
static bool
initiatives_unused(struct ev *e, const struct elig_condition *c, struct proofs *p,
    const char **missing, enum finding_status *status)
{
	int32_t unused = 0, used = 0;

	for (size_t i = 0; i < e->f->ninitiatives; i++) {
		const struct elig_initiative *n = &e->f->initiatives[i];
		bool elsewhere = n->used_for != NULL && n->used_for_form != e->f->form;

		if (n->year > e->f->year || (e->chosen ? !n->chosen : c->count == 0))
			continue;
		unused += !elsewhere;
		used += elsewhere;
		prove(e, p,
		    (struct elig_proof){ .year = n->year,
			.what = arena_printf(e->a, "%s (%s)", n->title,
			    WORD(e, initiative_scope_words(n->scope))),
			.decision_no = n->recognition_no,
			.counted = !elsewhere,
			.why_not = elsewhere ? SAY(e, T("Đã dùng để xét %1"), 1, n->used_for)
					     : NULL });
	}
	if (unused + used == 0)
		return false;
	if (c->count > 0 ? unused >= c->count : used == 0) {
		*status = FINDING_STATUS_MET;
		return true;
	}
	*missing = c->count > 0
	    ? SAY(e,
		  T("Chỉ có %1/%2 sáng kiến, đề tài chưa dùng để xét danh hiệu, hình thức khác."),
		  2, num(e, unused), num(e, c->count))
	    : WORD(e,
		  T("Sáng kiến đã dùng để xét danh hiệu thì không dùng lại để xét hình thức khen thưởng và ngược lại."));
	*status = FINDING_STATUS_NOT_MET;
	return true;
}

static enum finding_status
collective(struct ev *e, const struct elig_condition *c, struct proofs *p, const char **missing)
{
	const struct elig_figures *g = &e->f->figures;
	int64_t count = 0;
	const char *what = "";
	bool known = false, reached = false;

	switch (c->kind) {
	case CONDITION_KIND_COLLECTIVE_SHARE:
		known = g->has_advanced;
		count = g->advanced;
		reached = elig_share_reaches(count, g->members, c->percent);
		what = SAY(e, T("%1/%2 người đạt danh hiệu tiên tiến, cần %3 %"), 3,
		    num(e, count), num(e, g->members), num(e, c->percent));
		break;
	case CONDITION_KIND_COLLECTIVE_COMPLETED:
		known = g->has_completed;
		count = g->completed;
		reached = elig_share_reaches(count, g->members, c->percent);
		what = SAY(e, T("%1/%2 người hoàn thành nhiệm vụ, cần %3 %"), 3, num(e, count),
		    num(e, g->members), num(e, c->percent));
		break;
	case CONDITION_KIND_COLLECTIVE_FIGHTERS:
		known = g->has_fighters;
		count = g->fighters;
		reached = count >= c->count;
		what = SAY(e, T("%1 người đạt Chiến sĩ thi đua cơ sở, cần ít nhất %2"), 2,
		    num(e, count), num(e, c->count));
		break;
	default:
		known = g->has_disciplined;
		count = g->disciplined;
		reached = count == 0;
		what = SAY(e, T("%1 người bị kỷ luật từ cảnh cáo trở lên"), 1, num(e, count));
		break;
	}
	if (!g->known || !known) {
		*missing = WORD(e, T("Chưa khai số liệu của tập thể."));
		return FINDING_STATUS_UNKNOWN;
	}
	prove(e, p,
	    (struct elig_proof){ .year = e->f->year,
		.what = what,
		.decision_no = "",
		.counted = true,
		.why_not = g->proven ? NULL : WORD(e, T("Đơn vị khai, chưa được đối chiếu")) });
	if (!reached)
		*missing = what;
	return status_of(reached, false);
}

static bool
in_force(struct date from, struct date to, struct date on)
{
	return date_cmp(from, on) <= 0 && (to.year == 0 || date_cmp(to, on) >= 0);
}

static enum finding_status
discipline_none(
    struct ev *e, const struct elig_condition *c, struct proofs *p, const char **missing)
{
	enum finding_status status = FINDING_STATUS_MET;

	for (size_t i = 0; i < e->f->ndisciplines; i++) {
		const struct elig_discipline *d = &e->f->disciplines[i];
		bool running = in_force(d->from, d->to, e->f->on);
		bool recent = c->years > 0 && d->from.year > e->f->year - c->years &&
		    d->from.year <= e->f->year;

		prove(e, p,
		    (struct elig_proof){ .year = d->from.year,
			.what = WORD(e, discipline_level_words(d->level)),
			.decision_no = d->decision_no,
			.counted = running || recent,
			.why_not = d->to.year == 0
			    ? NULL
			    : SAY(e, T("Hết thời hạn ngày %1"), 1, date_format(e->a, d->to)) });
		if (!running && !recent)
			continue;
		status = FINDING_STATUS_NOT_MET;
		*missing = running
		    ? (d->to.year == 0
			      ? WORD(e,
				    T("Đang trong thời hạn kỷ luật; thành tích chỉ được tính từ khi hết thời hạn."))
			      : SAY(e,
				    T("Đang trong thời hạn kỷ luật đến hết ngày %1; thành tích chỉ được tính từ khi hết thời hạn."),
				    1, date_format(e->a, d->to)))
		    : WORD(e, T("Bị kỷ luật trong thời gian xét."));
	}
	return status;
}

static enum finding_status
not_on_hold(struct ev *e, struct proofs *p, const char **missing)
{
	enum finding_status status = FINDING_STATUS_MET;

	for (size_t i = 0; i < e->f->nholds; i++) {
		const struct elig_hold *h = &e->f->holds[i];

		if (!in_force(h->from, h->to, e->f->on))
			continue;
		prove(e, p,
		    (struct elig_proof){ .year = h->from.year,
			.what = WORD(e, hold_kind_words(h->kind)),
			.decision_no = h->document_no,
			.counted = true });
		*missing = WORD(e,
		    T("Chưa xét khen thưởng khi cơ quan có thẩm quyền chưa kết luận. Đề nghị tạm dừng xét, không loại."));
		e->hold = !e->ahead;
		status = FINDING_STATUS_UNKNOWN;
	}
	return e->ahead ? FINDING_STATUS_MET : status;
}

static bool
same_text(const char *x, const char *y)
{
	return !str_empty(x) && !str_empty(y) && strcmp(x, y) == 0;
}

/* Luật TĐKT Đ5: no two forms for one achievement. What the texts cannot tell is left to a person. */
static enum finding_status
one_achievement(struct ev *e, struct proofs *p, const char **missing)
{
	const struct elig_facts *f = e->f;
	enum finding_status status = FINDING_STATUS_MET;

	if (e->ahead)
		return status;
	for (size_t i = 0; i < f->nhonours; i++) {
		const struct elig_honour *h = &f->honours[i];
		bool again = h->award == f->award,
		     text = same_text(h->achievement, f->achievement);

		if (h->revoked || h->year != f->year || !(again || (h->form && f->form)))
			continue;
		prove(e, p,
		    (struct elig_proof){ .year = h->year,
			.what = h->award_name,
			.decision_no = h->decision_no,
			.counted = true });
		status = both(
		    status, again || text ? FINDING_STATUS_NOT_MET : FINDING_STATUS_UNKNOWN);
		*missing = again ? SAY(e, T("Đã được tặng %1 cho năm %2."), 2, h->award_name,
				       num(e, h->year))
		    : text
		    ? SAY(e, T("Thành tích này đã được tặng %1."), 1, h->award_name)
		    : SAY(e,
			  T("Cùng năm đã được tặng %1; xác định không phải cùng một thành tích."),
			  1, h->award_name);
	}
	for (size_t i = 0; i < f->nothers; i++) {
		const struct elig_other *o = &f->others[i];
		bool again = o->award == f->award;

		if (!again && !(o->form && f->form))
			continue;
		prove(e, p,
		    (struct elig_proof){ .what = o->award_name,
			.decision_no = "",
			.counted = true,
			.why_not = o->unit });
		status = both(status, FINDING_STATUS_UNKNOWN);
		if (**missing == '\0')
			*missing = again
			    ? SAY(e,
				  T("Đang được %2 đề nghị cùng danh hiệu, hình thức này (%1)."),
				  2, o->award_name, o->unit)
			    : SAY(e,
				  T("Cùng năm đang được đề nghị %1; xác định không phải cùng một thành tích."),
				  1, o->award_name);
	}
	return status;
}

static bool
merit_only(struct ev *e, struct proofs *p)
{
	size_t n = 0;

	for (size_t i = 0; i < e->f->nhonours; i++) {
		const struct elig_honour *h = &e->f->honours[i];

		if (h->revoked || !h->kind_known ||
		    (h->kind != COMMENDATION_KIND_DOT_XUAT &&
			h->kind != COMMENDATION_KIND_PHONG_TRAO))
			continue;
		n++;
		prove(e, p,
		    (struct elig_proof){ .year = h->year,
			.what = h->award_name,
			.decision_no = h->decision_no,
			.counted = false,
			.why_not = WORD(e,
			    T("Khen thưởng đột xuất hoặc theo chuyên đề, không làm căn cứ xét công trạng")) });
	}
	return n > 0;
}

static bool
maternity(struct ev *e, struct proofs *p)
{
	size_t n = 0;

	for (size_t i = 0; i < e->f->nyears; i++) {
		const struct elig_year *y = &e->f->years[i];

		if (!y->maternity || y->year > e->f->year)
			continue;
		n++;
		prove(e, p,
		    (struct elig_proof){ .year = y->year,
			.what = WORD(e, T("Nghỉ thai sản")),
			.decision_no = y->decision_no,
			.counted = true,
			.why_not = WORD(e, T("Nghỉ thai sản được tính vào thời gian xét")) });
	}
	return n > 0;
}

static enum finding_status
judged(struct ev *e, const struct elig_rule *r, const struct elig_condition *c,
    struct proofs *p, const char **missing)
{
	for (size_t i = 0; i < e->f->njudgements; i++) {
		const struct elig_judgement *j = &e->f->judgements[i];

		if (j->condition != c->id)
			continue;
		prove(e, p,
		    (struct elig_proof){ .what = WORD(e, T("Kết luận của cơ quan thẩm định")),
			.decision_no = "",
			.counted = j->met,
			.why_not = j->reason });
		if (!j->met)
			*missing = j->reason;
		return j->met ? FINDING_STATUS_MET : FINDING_STATUS_NOT_MET;
	}
	/* Looking ahead, a way only a person can judge promises nothing; what is asked of everybody is assumed. */
	if (e->ahead)
		return r->route[0] != '\0' || c->alternative[0] != '\0' ? FINDING_STATUS_NOT_MET
									: FINDING_STATUS_MET;
	*missing = WORD(e, T("Cơ quan thẩm định kết luận trên hồ sơ."));
	return FINDING_STATUS_UNKNOWN;
}

/* False: the condition has nothing to say here. */
static bool
find(struct ev *e, const struct elig_rule *r, const struct elig_condition *c,
    struct elig_finding *out)
{
	struct proofs p = { 0 };
	const char *missing = "";
	enum finding_status status = FINDING_STATUS_MET;

	switch (c->kind) {
	case CONDITION_KIND_AWARD_CONSECUTIVE:
		status = award_consecutive(e, c, &p, &missing);
		break;
	case CONDITION_KIND_AWARD_WITHIN: status = award_within(e, c, &p, &missing); break;
	case CONDITION_KIND_AWARD_HELD:
	case CONDITION_KIND_AWARD_NOT_HELD: status = award_held(e, c, &p, &missing); break;
	case CONDITION_KIND_RATING_OF_YEAR: status = rating_of_year(e, c, &p, &missing); break;
	case CONDITION_KIND_RATING_CONSECUTIVE:
		status = rating_consecutive(e, c, &p, &missing);
		break;
	case CONDITION_KIND_RATING_WITHIN: status = rating_within(e, c, &p, &missing); break;
	case CONDITION_KIND_INITIATIVES: status = initiatives(e, c, &p, &missing); break;
	case CONDITION_KIND_INITIATIVES_UNUSED:
		if (!initiatives_unused(e, c, &p, &missing, &status))
			return false;
		break;
	case CONDITION_KIND_COLLECTIVE_SHARE:
	case CONDITION_KIND_COLLECTIVE_COMPLETED:
	case CONDITION_KIND_COLLECTIVE_FIGHTERS:
	case CONDITION_KIND_COLLECTIVE_DISCIPLINE:
		status = collective(e, c, &p, &missing);
		break;
	case CONDITION_KIND_DISCIPLINE_NONE:
		status = discipline_none(e, c, &p, &missing);
		break;
	case CONDITION_KIND_NOT_ON_HOLD: status = not_on_hold(e, &p, &missing); break;
	case CONDITION_KIND_ONE_ACHIEVEMENT: status = one_achievement(e, &p, &missing); break;
	case CONDITION_KIND_MERIT_ONLY:
		if (!merit_only(e, &p))
			return false;
		break;
	case CONDITION_KIND_MATERNITY:
		if (!maternity(e, &p))
			return false;
		break;
	case CONDITION_KIND_JUDGED: status = judged(e, r, c, &p, &missing); break;
	case CONDITION_KIND_NOTE:
	case CONDITION_KIND_COUNT: return false;
	}
	*out = (struct elig_finding){ c, status, status == FINDING_STATUS_MET ? "" : missing,
		p.v, p.n };
	return true;
}

/* --- rules and verdict ------------------------------------------------------------------------------------------ */

/* A condition together with those of its letter; false when it stands for a group already seen. */
static bool
group_status(const struct elig_finding *v, size_t n, size_t i, enum finding_status *status)
{
	const char *letter = v[i].condition->alternative;

	*status = v[i].status;
	for (size_t j = 0; letter[0] != '\0' && j < n; j++) {
		if (strcmp(v[j].condition->alternative, letter) != 0)
			continue;
		if (j < i)
			return false;
		*status = either(*status, v[j].status);
	}
	return true;
}

static enum finding_status
combine(const struct elig_finding *v, size_t n)
{
	enum finding_status all = FINDING_STATUS_MET, one;

	for (size_t i = 0; i < n; i++) {
		if (group_status(v, n, i, &one))
			all = both(all, one);
	}
	return all;
}

static bool
applies(const struct elig_rule *r, const struct elig_facts *f, int64_t award)
{
	return (r->award == 0 || r->award == award) && (r->any_kind || r->kind == f->kind);
}

/* False when none of its conditions has anything to say. */
static bool
apply(struct ev *e, const struct elig_rule *r, struct elig_rule_result *out)
{
	struct elig_finding *v = arena_array(e->a, r->nconditions + 1, sizeof(*v));
	size_t n = 0;

	for (size_t i = 0; i < r->nconditions; i++)
		n += find(e, r, &r->conditions[i], &v[n]);
	*out = (struct elig_rule_result){
		.rule = r, .status = combine(v, n), .findings = v, .nfindings = n
	};
	return n > 0;
}

/* Of several ways one is enough; a way whose text nobody confirmed leaves the matter open. */
static enum finding_status
ways(const struct elig_rule_result *v, size_t n, const char *chosen, bool *any)
{
	enum finding_status best = FINDING_STATUS_NOT_MET;

	*any = false;
	for (size_t i = 0; i < n; i++) {
		const char *route = v[i].rule->route;
		enum finding_status way = FINDING_STATUS_MET;
		bool binding = false, first = true;

		if (route[0] == '\0' || (chosen[0] != '\0' && strcmp(route, chosen) != 0))
			continue;
		for (size_t j = 0; j < n; j++) {
			if (strcmp(v[j].rule->route, route) != 0)
				continue;
			first = first && j >= i;
			if (v[j].rule->binding) {
				binding = true;
				way = both(way, v[j].status);
			}
		}
		if (!first)
			continue;
		*any = true;
		best = either(best, binding ? way : FINDING_STATUS_UNKNOWN);
	}
	return best;
}

static void
look_at_rules(struct ev *e)
{
	const struct elig_facts *f = e->f;

	e->recorded = f->nhonours > 0 || f->nyears > 0;
	for (size_t i = 0; i < f->ninitiatives; i++)
		e->chosen = e->chosen || f->initiatives[i].chosen;
	for (size_t i = 0; i < e->nrules; i++) {
		const struct elig_rule *r = &e->rules[i];

		if (!r->binding || !applies(r, f, f->award))
			continue;
		for (size_t j = 0; j < r->nconditions; j++) {
			e->merit_only =
			    e->merit_only || r->conditions[j].kind == CONDITION_KIND_MERIT_ONLY;
			e->maternity =
			    e->maternity || r->conditions[j].kind == CONDITION_KIND_MATERNITY;
			if (r->conditions[j].kind != CONDITION_KIND_DISCIPLINE_NONE)
				continue;
			/* Years over before a discipline ended do not count. */
			for (size_t k = 0; k < f->ndisciplines; k++) {
				struct date to = f->disciplines[k].to;
				int32_t last =
				    to.month == 12 && to.day == 31 ? to.year : to.year - 1;

				if (to.year != 0 && last > e->floor_year)
					e->floor_year = last;
			}
		}
	}
}

static struct elig_verdict
evaluate(struct ev *e, int64_t award)
{
	struct elig_rule_result *v = arena_array(e->a, e->nrules + 1, sizeof(*v));
	struct elig_verdict out = { .status = FINDING_STATUS_MET, .assumption = "" };
	enum finding_status way;
	size_t n = 0;
	bool any_way;

	look_at_rules(e);
	for (size_t i = 0; i < e->nrules; i++) {
		if (applies(&e->rules[i], e->f, award) && apply(e, &e->rules[i], &v[n]))
			n++;
	}
	for (size_t i = 0; i < n; i++) {
		const struct elig_rule *r = v[i].rule;
		bool off_route = r->route[0] != '\0' && e->f->route[0] != '\0' &&
		    strcmp(r->route, e->f->route) != 0;

		v[i].counts = r->binding && !off_route;
		if (!r->binding && !off_route)
			out.warned = out.warned || v[i].status == FINDING_STATUS_NOT_MET;
		if (!v[i].counts)
			continue;
		out.own_rule = out.own_rule || r->award == award;
		for (size_t j = 0; j < v[i].nfindings; j++) {
			enum finding_status one;

			if (!group_status(v[i].findings, v[i].nfindings, j, &one))
				continue;
			out.met += one == FINDING_STATUS_MET;
			out.unknown += one == FINDING_STATUS_UNKNOWN;
			out.not_met += one == FINDING_STATUS_NOT_MET;
		}
		if (r->route[0] == '\0')
			out.status = both(out.status, v[i].status);
	}
	way = ways(v, n, e->f->route, &any_way);
	if (any_way)
		out.status = both(out.status, way);
	/* No rule of its own that counts: nothing was found against it, and nothing for it. */
	if (!out.own_rule)
		out.status = both(out.status, FINDING_STATUS_UNKNOWN);
	out.hold = e->hold;
	out.rules = v;
	out.nrules = n;
	return out;
}

/* --- looking ahead ------------------------------------------------------------------------------------------------ */

struct ladder {
	int64_t v[LADDER_MAX];
	size_t n;
};

/* Awards the way to this one leads over, directly or by their own conditions. */
static void
ladder_add(struct ladder *l, const struct elig_rule *rules, size_t nrules, int64_t award)
{
	for (size_t i = 0; i < nrules; i++) {
		if (rules[i].award != award)
			continue;
		for (size_t j = 0; j < rules[i].nconditions; j++) {
			int64_t wanted[2] = { rules[i].conditions[j].award,
				rules[i].conditions[j].since };

			for (size_t k = 0; k < 2; k++) {
				bool known =
				    wanted[k] == 0 || wanted[k] == award || l->n == LADDER_MAX;

				for (size_t m = 0; m < l->n; m++)
					known = known || l->v[m] == wanted[k];
				if (known)
					continue;
				l->v[l->n++] = wanted[k];
				ladder_add(l, rules, nrules, wanted[k]);
			}
		}
	}
}

static enum finding_status
status_ahead(struct arena *a, const struct elig_rule *rules, size_t nrules,
    const struct elig_facts *f, int64_t award)
{
	struct elig_facts g = *f;
	struct ev e = { .a = a, .rules = rules, .nrules = nrules, .f = &g, .ahead = true };

	if (award != f->award)
		g.route = "";
	g.award = award;
	return evaluate(&e, award).status;
}

static bool
honoured(const struct elig_honour *v, size_t n, int64_t award, int32_t year)
{
	for (size_t i = 0; i < n; i++) {
		if (v[i].year == year && (award == 0 || v[i].award == award) && !v[i].revoked)
			return true;
	}
	return false;
}

static bool
rated(const struct elig_year *v, size_t n, int32_t year)
{
	for (size_t i = 0; i < n; i++) {
		if (v[i].year == year)
			return true;
	}
	return false;
}

/*
 * Year by year as if each went as well as it can: excellent, one more initiative, and every award on the way
 * as soon as its own standard is met.  A year the register already decided stays as it was.
 */
static int32_t
earliest(
    struct arena *a, const struct elig_rule *rules, size_t nrules, const struct elig_facts *f)
{
	struct ladder ladder = { .n = 0 };
	struct elig_facts g = *f;
	struct elig_honour *honours;
	struct elig_year *years;
	struct elig_initiative *found;
	bool chosen = false;

	ladder_add(&ladder, rules, nrules, f->award);
	honours =
	    arena_array(a, f->nhonours + (AHEAD_YEARS + 1) * (ladder.n + 1), sizeof(*honours));
	years = arena_array(a, f->nyears + AHEAD_YEARS + 1, sizeof(*years));
	found = arena_array(a, f->ninitiatives + AHEAD_YEARS + 1, sizeof(*found));
	if (f->nhonours > 0)
		memcpy(honours, f->honours, f->nhonours * sizeof(*honours));
	if (f->nyears > 0)
		memcpy(years, f->years, f->nyears * sizeof(*years));
	for (size_t i = 0; i < f->ninitiatives; i++) {
		found[i] = f->initiatives[i];
		chosen = chosen || found[i].chosen;
	}
	g.honours = honours;
	g.years = years;
	g.initiatives = found;
	for (int32_t t = f->year; t <= f->year + AHEAD_YEARS; t++) {
		bool decided = t == f->year && honoured(f->honours, f->nhonours, 0, t);

		g.year = t;
		g.on = (struct date){ (int16_t)t, 12, 31 };
		if (!rated(years, g.nyears, t))
			years[g.nyears++] = (struct elig_year){ .year = t,
				.rated = true,
				.rating = RATING_EXCELLENT,
				.decision_no = "",
				.proven = true };
		found[g.ninitiatives++] = (struct elig_initiative){ .year = t,
			.scope = INITIATIVE_SCOPE_NATION,
			.title = "",
			.recognition_no = "",
			.proven = true,
			.chosen = chosen };
		/* Each award on the way may open the next one, at most as often as there are awards. */
		for (size_t pass = 0, added = 1; !decided && added > 0 && pass <= ladder.n;
		     pass++) {
			added = 0;
			for (size_t k = 0; k < ladder.n; k++) {
				if (honoured(honours, g.nhonours, ladder.v[k], t) ||
				    status_ahead(a, rules, nrules, &g, ladder.v[k]) !=
					FINDING_STATUS_MET)
					continue;
				honours[g.nhonours++] =
				    (struct elig_honour){ .award = ladder.v[k],
					    .award_name = "",
					    .decision_no = "",
					    .unit = "",
					    .year = t,
					    .decided_on = g.on,
					    .kind_known = true,
					    .kind = COMMENDATION_KIND_CONG_TRANG,
					    .achievement = "" };
				added++;
			}
		}
		if (status_ahead(a, rules, nrules, &g, f->award) == FINDING_STATUS_MET)
			return t;
	}
	return 0;
}

struct elig_verdict
elig_evaluate(struct arena *a, enum lang lang, const struct elig_rule *rules, size_t nrules,
    const struct elig_facts *f)
{
	struct ev e = { .a = a, .lang = lang, .rules = rules, .nrules = nrules, .f = f };
	struct elig_verdict v = evaluate(&e, f->award);

	/* A collective's figures of coming years are nobody's to assume. */
	if (v.status == FINDING_STATUS_MET || !v.own_rule || f->nominee != NOMINEE_KIND_PERSON)
		return v;
	v.earliest = earliest(a, rules, nrules, f);
	if (v.earliest != 0)
		v.assumption = tr_fmt(a, lang,
		    T("Giả định: từ năm %1, mỗi năm đều được xếp loại hoàn thành xuất sắc nhiệm vụ, có thêm một sáng kiến được công nhận ở phạm vi cần thiết, không bị kỷ luật, và được tặng các danh hiệu, hình thức làm điều kiện ngay khi đủ tiêu chuẩn."),
		    1, arena_printf(a, "%" PRId32, f->year));
	return v;
}

/* --- transition and ties -------------------------------------------------------------------------------------------- */

struct elig_pin
elig_pin(struct date received_on, struct date today, const struct elig_transition *v, size_t n)
{
	struct elig_pin pin = { .on = received_on.year != 0 ? received_on : today };

	for (size_t i = 0; i < n && received_on.year != 0; i++) {
		if (!v[i].received_before_continues || date_cmp(received_on, v[i].from) >= 0 ||
		    date_cmp(today, v[i].from) < 0)
			continue;
		if (v[i].favourable_applies && date_cmp(v[i].from, pin.favourable_on) > 0)
			pin.favourable_on = v[i].from;
	}
	return pin;
}

const struct elig_verdict *
elig_favourable(const struct elig_verdict *old, const struct elig_verdict *new)
{
	/* The order of the enum: met, unknown, not met. */
	return new->status < old->status ? new : old;
}

static bool
goes_first(const struct elig_tie *t)
{
	return t->kind == NOMINEE_KIND_COLLECTIVE ? elig_share_reaches(t->women, t->members, 70)
						  : t->woman;
}

int
elig_tie_break(const struct elig_tie *a, const struct elig_tie *b)
{
	return (int)goes_first(b) - (int)goes_first(a);
}
