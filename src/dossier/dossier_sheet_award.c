/* What a written award means: its name, a loose name to be confirmed, or the nearest ones to choose from. */
#include <stdlib.h>
#include <string.h>

#include "core/str.h"
#include "core/vietnamese.h"
#include "dossier/dossier_sheet.h"

#define NEAREST     3
#define MEMORY      1024 /* written names remembered, a power of two */
#define ASKED_MAX   300 /* written names that nearest ones are looked for */
#define COMPARE_MAX 80

enum outcome { OUT_GOOD, OUT_LOOSE, OUT_UNKNOWN, OUT_WRONG_KIND, OUT_EXPIRED };

struct memory {
	const char *typed;
	enum nominee_kind kind;
	const char *folded;
	enum outcome outcome;
	struct award_type_id id;
	const char *name; /* of the award; of an unknown one the nearest, ready to print */
};

struct sheet_names {
	struct arena *arena;
	struct sheet_source *in;
	struct memory memory[MEMORY];
	size_t asked;
};

static int
award_cmp(const void *x, const void *y)
{
	const struct sheet_award *a = x, *b = y;
	int c = strcmp(a->folded, b->folded);

	return c != 0 ? c : a->loose - b->loose;
}

struct sheet_names *
sheet_names_new(struct arena *a, struct sheet_source *in)
{
	struct sheet_names *names = ARENA_NEW(a, struct sheet_names);

	qsort(in->awards, in->nawards, sizeof(*in->awards), award_cmp);
	names->arena = a;
	names->in = in;
	return names;
}

/* The entries named like this, as a run in the sorted table. */
static const struct sheet_award *
run_of(const struct sheet_names *names, const char *folded, size_t *count)
{
	const struct sheet_award *awards = names->in->awards;
	size_t lo = 0, hi = names->in->nawards, end;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (strcmp(awards[mid].folded, folded) < 0)
			lo = mid + 1;
		else
			hi = mid;
	}
	for (end = lo; end < names->in->nawards && strcmp(awards[end].folded, folded) == 0;
	     end++)
		;
	*count = end - lo;
	return awards + lo;
}

bool
sheet_award_only_for(
    struct sheet_names *names, const char *folded, enum award_recipient recipient)
{
	size_t n;
	const struct sheet_award *run = run_of(names, folded, &n);

	for (size_t i = 0; i < n; i++) {
		if (run[i].recipient != recipient)
			return false;
	}
	return n > 0;
}

/* Edits between two folded names, over their length: 0 same, 100 nothing in common. */
static int
distance(const char *x, const char *y)
{
	int row[COMPARE_MAX + 1];
	size_t nx = strnlen(x, COMPARE_MAX), ny = strnlen(y, COMPARE_MAX);
	size_t longer = nx > ny ? nx : ny;

	for (size_t j = 0; j <= ny; j++)
		row[j] = (int)j;
	for (size_t i = 1; i <= nx; i++) {
		int corner = row[0];

		row[0] = (int)i;
		for (size_t j = 1; j <= ny; j++) {
			int keep = row[j], best = corner + (x[i - 1] != y[j - 1]);

			if (row[j] + 1 < best)
				best = row[j] + 1;
			if (row[j - 1] + 1 < best)
				best = row[j - 1] + 1;
			row[j] = best;
			corner = keep;
		}
	}
	return longer == 0 ? 0 : row[ny] * 100 / (int)longer;
}

/* "“Huy chương Hữu nghị”, “...”": awards this kind of nominee may get, nearest to what was written. */
static const char *
nearest(struct sheet_names *names, const char *folded, enum nominee_kind kind)
{
	struct {
		const char *name;
		int distance;
	} best[NEAREST] = { 0 };
	const char *out = "";

	for (size_t i = 0; i < names->in->nawards; i++) {
		const struct sheet_award *w = &names->in->awards[i];
		int d, at = 0, was = 0;

		if (!w->valid || !award_fits(w->recipient, kind))
			continue;
		d = distance(folded, w->folded);
		/* An award has several names; the nearest of them counts. */
		while (was < NEAREST &&
		    (best[was].name == NULL || strcmp(best[was].name, w->name) != 0))
			was++;
		if (was < NEAREST) {
			if (best[was].distance <= d)
				continue;
			memmove(&best[was], &best[was + 1],
			    (size_t)(NEAREST - 1 - was) * sizeof(best[0]));
			best[NEAREST - 1].name = NULL;
		}
		while (at < NEAREST && best[at].name != NULL && best[at].distance <= d)
			at++;
		if (at == NEAREST)
			continue;
		memmove(&best[at + 1], &best[at], (size_t)(NEAREST - 1 - at) * sizeof(best[0]));
		best[at].name = w->name;
		best[at].distance = d;
	}
	for (int k = 0; k < NEAREST && best[k].name != NULL; k++)
		out = arena_printf(
		    names->arena, "%s%s“%s”", out, k > 0 ? ", " : "", best[k].name);
	return out;
}

static void
look_up(struct sheet_names *names, struct memory *m)
{
	const struct sheet_source *in = names->in;
	const struct sheet_award *run, *fit = NULL;
	size_t n;

	for (size_t i = 0; i < in->nanswers; i++) {
		if (in->answers[i].kind != m->kind ||
		    strcmp(in->answers[i].folded, m->folded) != 0)
			continue;
		for (size_t k = 0; k < in->nawards; k++) {
			const struct sheet_award *w = &in->awards[k];

			if (w->id.v != in->answers[i].award_type_id.v || !w->valid ||
			    !award_fits(w->recipient, m->kind))
				continue;
			m->outcome = OUT_GOOD;
			m->id = w->id;
			m->name = w->name;
			return;
		}
	}
	run = run_of(names, m->folded, &n);
	for (size_t i = 0; i < n; i++) {
		if (award_fits(run[i].recipient, m->kind) &&
		    (fit == NULL || (run[i].valid && !fit->valid)))
			fit = &run[i];
	}
	if (fit != NULL) {
		m->outcome = !fit->valid ? OUT_EXPIRED : fit->loose ? OUT_LOOSE : OUT_GOOD;
		m->id = fit->id;
		m->name = fit->name;
		return;
	}
	m->outcome = n > 0 ? OUT_WRONG_KIND : OUT_UNKNOWN;
	m->name = "";
	if (n == 0 && names->asked++ < ASKED_MAX)
		m->name = nearest(names, m->folded, m->kind);
}

static struct memory *
remember(struct sheet_names *names, const char *typed, enum nominee_kind kind)
{
	struct memory *m;
	uint32_t hash = 2166136261u ^ (uint32_t)kind;

	for (const char *p = typed; *p != '\0'; p++)
		hash = (hash ^ (unsigned char)*p) * 16777619u;
	m = &names->memory[hash & (MEMORY - 1)];
	if (m->typed != NULL && m->kind == kind && strcmp(m->typed, typed) == 0)
		return m;
	*m = (struct memory){ .typed = typed, .kind = kind };
	m->folded = vn_fold(names->arena, typed);
	look_up(names, m);
	return m;
}

/* "#12": the award itself, chosen from a list. */
static bool
chosen_by_id(struct sheet_names *names, struct sheet_line *l)
{
	const struct sheet_source *in = names->in;
	int64_t id;

	if (l->award_typed[0] != '#' ||
	    parse_i64(l->award_typed + 1, 1, INT64_MAX, &id) != ERR_OK)
		return false;
	for (size_t i = 0; i < in->nawards; i++) {
		if (in->awards[i].id.v != id)
			continue;
		l->award_typed = in->awards[i].name;
		if (!award_fits(in->awards[i].recipient, l->kind) || !in->awards[i].valid)
			return false;
		l->award_type_id.v = id;
		return true;
	}
	return false;
}

void
sheet_judge_award(struct sheet_names *names, struct sheet_line *l)
{
	struct arena *a = names->arena;
	struct memory *m;

	if (l->award_typed[0] == '\0') {
		sheet_note(a, &l->problems, SHEET_AWARD,
		    T("Chưa ghi danh hiệu, hình thức đề nghị. Chọn một danh hiệu cho dòng này."),
		    NULL, NULL);
		return;
	}
	if (chosen_by_id(names, l))
		return;
	m = remember(names, l->award_typed, l->kind);
	switch (m->outcome) {
	case OUT_GOOD: l->award_type_id = m->id; return;
	case OUT_LOOSE:
		l->award_type_id = m->id;
		l->award_pending = true;
		sheet_note(a, &l->problems, SHEET_AWARD,
		    T("“%1” có phải là “%2” không? Xác nhận một lần ở phần “Tên danh hiệu cần xác nhận” cho mọi dòng ghi như vậy."),
		    l->award_typed, m->name);
		return;
	case OUT_EXPIRED:
		sheet_note(a, &l->problems, SHEET_AWARD,
		    T("“%1” đã hết hiệu lực, không đề nghị được nữa. Chọn danh hiệu khác."),
		    l->award_typed, NULL);
		return;
	case OUT_WRONG_KIND:
		sheet_note(a, &l->problems, SHEET_AWARD,
		    l->kind == NOMINEE_KIND_PERSON
			? T("“%1” không tặng cho cá nhân. Chọn danh hiệu khác hoặc sửa loại đối tượng.")
			: l->kind == NOMINEE_KIND_COLLECTIVE
			? T("“%1” không tặng cho tập thể. Chọn danh hiệu khác hoặc sửa loại đối tượng.")
			: T("“%1” không tặng cho hộ gia đình. Chọn danh hiệu khác hoặc sửa loại đối tượng."),
		    l->award_typed, NULL);
		return;
	case OUT_UNKNOWN: break;
	}
	l->award_pending = true;
	sheet_note(a, &l->problems, SHEET_AWARD,
	    m->name[0] != '\0'
		? T("Không nhận ra danh hiệu, hình thức “%1”. Gần nhất trong danh mục: %2. Chọn một danh hiệu.")
		: T("Không nhận ra danh hiệu, hình thức “%1”. Chọn một danh hiệu trong danh mục."),
	    l->award_typed, m->name);
}
