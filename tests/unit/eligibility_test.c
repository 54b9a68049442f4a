/* The rules of eligibility, each as it stands in sql/seed: one case that passes, one that fails, one on the boundary. */
#include "support/unit.h"

#include <csv.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/str.h"
#include "eligibility/eligibility.h"

#define MET     FINDING_STATUS_MET
#define NOT_MET FINDING_STATUS_NOT_MET
#define UNKNOWN FINDING_STATUS_UNKNOWN

/* --- the seed ------------------------------------------------------------------------------------- */

struct table {
	const char *cells[400][24];
	size_t rows, column;
	struct arena *a;
};
static struct table seed, awards;

static void
on_field(void *text, size_t n, void *arg)
{
	struct table *t = arg;

	assert_true(t->rows < 400 && t->column < 24);
	t->cells[t->rows][t->column++] = arena_strndup(t->a, text != NULL ? text : "", n);
}

static void
on_row(int c, void *arg)
{
	struct table *t = arg;

	(void)c;
	t->rows++;
	t->column = 0;
}

static void
read_table(struct table *t, const char *path)
{
	static char text[1 << 18];
	struct csv_parser parser;
	FILE *f = fopen(path, "r");
	size_t n;

	assert_non_null(f);
	n = fread(text, 1, sizeof(text), f);
	assert_true(n < sizeof(text));
	fclose(f);
	assert_int_equal(csv_init(&parser, 0), 0);
	assert_int_equal(csv_parse(&parser, text, n, on_field, on_row, t), n);
	csv_fini(&parser, on_field, on_row, t);
	csv_free(&parser);
}

static const char *
cell(const struct table *t, size_t row, const char *column)
{
	for (size_t i = 0; i < 24 && t->cells[0][i] != NULL; i++) {
		if (str_eq(t->cells[0][i], column))
			return t->cells[row][i];
	}
	fail_msg("no column %s", column);
	return "";
}

/* An award's number is its line in the catalogue. */
static int64_t
award_no(const char *code)
{
	if (code[0] == '\0')
		return 0;
	for (size_t i = 1; i < awards.rows; i++) {
		if (str_eq(awards.cells[i][0], code))
			return (int64_t)i;
	}
	fail_msg("no award %s", code);
	return 0;
}

static const char *
award_name(int64_t no)
{
	return no == 0 ? "" : awards.cells[no][1];
}

static bool
is_form(int64_t no)
{
	return no != 0 && str_eq(cell(&awards, (size_t)no, "category"), "khen_thuong");
}

static struct elig_rule rules[200];
static struct elig_condition conditions[400];
static size_t nrules;

static struct date
day(const char *text)
{
	struct date d = { 0 };

	if (text[0] != '\0')
		assert_int_equal(date_parse(text, &d), ERR_OK);
	return d;
}

static int32_t
number(const char *text)
{
	int64_t n = 0;

	if (text[0] != '\0')
		assert_int_equal(parse_i64(text, INT32_MIN, INT32_MAX, &n), ERR_OK);
	return (int32_t)n;
}

static void
read_condition(size_t row, struct elig_condition *c)
{
	const char *rating = cell(&seed, row, "rating"), *scope = cell(&seed, row, "scope");

	*c = (struct elig_condition){ .id = (int64_t)row,
		.alternative = cell(&seed, row, "alternative"),
		.award = award_no(cell(&seed, row, "condition_award")),
		.since = award_no(cell(&seed, row, "since_award")),
		.count = number(cell(&seed, row, "count")),
		.years = number(cell(&seed, row, "years")),
		.percent = number(cell(&seed, row, "percent")),
		.wording = cell(&seed, row, "wording") };
	assert_true(condition_kind_parse(cell(&seed, row, "kind"), &c->kind));
	assert_true(rating[0] == '\0' || rating_parse(rating, &c->rating));
	assert_true(scope[0] == '\0' || initiative_scope_parse(scope, &c->scope));
	c->award_name = award_name(c->award);
	c->since_name = award_name(c->since);
}

static void
read_rule(size_t row, struct elig_rule *r)
{
	const char *kind = cell(&seed, row, "commendation_kind");

	*r = (struct elig_rule){ .id = (int64_t)row,
		.code = cell(&seed, row, "rule_code"),
		.award = award_no(cell(&seed, row, "award_code")),
		.any_kind = kind[0] == '\0',
		.route = cell(&seed, row, "route"),
		.wording = cell(&seed, row, "rule_wording"),
		.valid_from = day(cell(&seed, row, "valid_from")),
		.valid_to = day(cell(&seed, row, "valid_to")),
		.warn_only = number(cell(&seed, row, "warn_only")) == 1,
		.conditions = &conditions[row] };
	assert_true(kind[0] == '\0' || commendation_kind_parse(kind, &r->kind));
	assert_true(confidence_parse(cell(&seed, row, "confidence"), &r->confidence));
	r->binding = elig_binding(r->confidence, false, r->warn_only);
}

static int
read_seed(void **state)
{
	(void)state;
	seed.a = awards.a = arena_new();
	read_table(&seed, "sql/seed/eligibility-rules.csv");
	read_table(&awards, "sql/seed/award-types.csv");
	for (size_t row = 1; row < seed.rows; row++) {
		read_condition(row, &conditions[row]);
		if (nrules == 0 ||
		    !str_eq(rules[nrules - 1].code, cell(&seed, row, "rule_code")))
			read_rule(row, &rules[nrules++]);
		rules[nrules - 1].nconditions++;
	}
	return 0;
}

static int
forget_seed(void **state)
{
	(void)state;
	arena_free(seed.a);
	return 0;
}

static const struct elig_rule *
rule_named(const char *code)
{
	for (size_t i = 0; i < nrules; i++) {
		if (str_eq(rules[i].code, code))
			return &rules[i];
	}
	fail_msg("no rule %s", code);
	return NULL;
}

/* --- facts in a few words ----------------------------------------------------------------------------- */

struct given {
	const char *award, *route; /* proposed */
	const char
	    *honours; /* "CSTD_CS 2023; BK_TINH_CN 2019 dot_xuat; CSTD_CS 2024 revoked" */
	const char *
	    years; /* "2024 excellent; 2025 good?; 2023 leave" ('?': declared without a paper) */
	const char *
	    initiatives; /* "2025 province; 2024 unit?; 2023 unit title; 2022 unit form; 2025 nation chosen" */
	const char *figures; /* members completed advanced disciplined fighters */
	const char *disciplines; /* "2024-03-01 2025-02-28; 2025-06-01" */
	const char *holds; /* "2026-05-01; 2026-01-01 2026-02-01" */
	const char *others; /* "BK_TINH_CN" proposed elsewhere */
	const char *judged; /* "met", "not": every condition a person judges */
	const char *achievement;
	int32_t year; /* 0: 2026 */
	enum commendation_kind kind;
	bool unknown_person;
};

static char *
next_item(char **rest)
{
	char *item;

	do {
		item = strsep(rest, ";");
		while (item != NULL && *item == ' ')
			item++;
	} while (item != NULL && *item == '\0');
	return item;
}

static void
read_honours(struct arena *a, const char *text, struct elig_facts *f)
{
	struct elig_honour *v = arena_array(a, 32, sizeof(*v));
	char *rest = arena_strdup(a, text), *item;

	while (rest != NULL && (item = next_item(&rest)) != NULL) {
		struct elig_honour *h = &v[f->nhonours++];
		char *code = strsep(&item, " "), *year = strsep(&item, " "), *word;

		*h = (struct elig_honour){ .award = award_no(code),
			.award_name = award_name(award_no(code)),
			.decision_no = "12/QĐ-UBND",
			.unit = "",
			.year = number(year),
			.form = is_form(award_no(code)),
			.kind_known = true,
			.kind = COMMENDATION_KIND_CONG_TRANG,
			.achievement = "" };
		while ((word = strsep(&item, " ")) != NULL) {
			if (str_eq(word, "revoked"))
				h->revoked = true;
			else if (str_eq(word, "unrecorded"))
				h->kind_known = false;
			else if (!commendation_kind_parse(word, &h->kind))
				h->achievement = word;
		}
	}
	f->honours = v;
}

static void
read_years(struct arena *a, const char *text, struct elig_facts *f)
{
	struct elig_year *v = arena_array(a, 32, sizeof(*v));
	char *rest = arena_strdup(a, text), *item;

	while (rest != NULL && (item = next_item(&rest)) != NULL) {
		struct elig_year *y = &v[f->nyears++];
		char *year = strsep(&item, " "), *word = item;
		size_t n = strlen(word);

		*y = (struct elig_year){
			.year = number(year), .decision_no = "", .proven = word[n - 1] != '?'
		};
		word[n - 1] = y->proven ? word[n - 1] : '\0';
		y->maternity = str_eq(word, "leave");
		y->rated = !y->maternity;
		assert_true(y->maternity || rating_parse(word, &y->rating));
	}
	f->years = v;
}

static void
read_initiatives(struct arena *a, const char *text, struct elig_facts *f)
{
	struct elig_initiative *v = arena_array(a, 32, sizeof(*v));
	char *rest = arena_strdup(a, text), *item;

	while (rest != NULL && (item = next_item(&rest)) != NULL) {
		struct elig_initiative *i = &v[f->ninitiatives++];
		char *year = strsep(&item, " "), *scope = strsep(&item, " "), *word;
		size_t n = strlen(scope);

		*i = (struct elig_initiative){ .year = number(year),
			.title = "x",
			.recognition_no = "",
			.proven = scope[n - 1] != '?' };
		scope[n - 1] = i->proven ? scope[n - 1] : '\0';
		assert_true(initiative_scope_parse(scope, &i->scope));
		while ((word = strsep(&item, " ")) != NULL) {
			i->chosen = i->chosen || str_eq(word, "chosen");
			if (str_eq(word, "title") || str_eq(word, "form")) {
				i->used_for = word;
				i->used_for_form = str_eq(word, "form");
			}
		}
	}
	f->initiatives = v;
}

static void
read_periods(struct arena *a, const struct given *g, struct elig_facts *f)
{
	struct elig_discipline *d = arena_array(a, 8, sizeof(*d));
	struct elig_hold *h = arena_array(a, 8, sizeof(*h));
	char *rest = arena_strdup(a, g->disciplines), *item;

	while (rest != NULL && (item = next_item(&rest)) != NULL) {
		char *from = strsep(&item, " ");

		d[f->ndisciplines++] = (struct elig_discipline){ DISCIPLINE_LEVEL_WARNING,
			day(from), day(item != NULL ? item : ""), "1" };
	}
	rest = arena_strdup(a, g->holds);
	while (rest != NULL && (item = next_item(&rest)) != NULL) {
		char *from = strsep(&item, " ");

		h[f->nholds++] = (struct elig_hold){ HOLD_KIND_COMPLAINT, day(from),
			day(item != NULL ? item : ""), "1" };
	}
	f->disciplines = d;
	f->holds = h;
}

static void
read_judged(struct arena *a, const char *text, struct elig_facts *f)
{
	struct elig_judgement *v = arena_array(a, seed.rows, sizeof(*v));

	for (size_t row = 1; text != NULL && row < seed.rows; row++) {
		if (conditions[row].kind == CONDITION_KIND_JUDGED)
			v[f->njudgements++] = (struct elig_judgement){ conditions[row].id,
				str_eq(text, "met"), "hồ sơ" };
	}
	f->judgements = v;
}

static enum nominee_kind
nominee_of(int64_t award)
{
	const char *recipient = cell(&awards, (size_t)award, "recipient");

	return str_eq(recipient, "collective") ? NOMINEE_KIND_COLLECTIVE
	    : str_eq(recipient, "household")   ? NOMINEE_KIND_HOUSEHOLD
					       : NOMINEE_KIND_PERSON;
}

static void
read_facts(struct arena *a, const struct given *g, struct elig_facts *f)
{
	*f = (struct elig_facts){ .award = award_no(g->award),
		.achievement = g->achievement != NULL ? g->achievement : "",
		.kind = g->kind,
		.year = g->year != 0 ? g->year : 2026,
		.on = { 2026, 11, 23 },
		.route = g->route != NULL ? g->route : "",
		.identified = !g->unknown_person };
	f->award_name = award_name(f->award);
	f->form = is_form(f->award);
	f->nominee = nominee_of(f->award);
	read_honours(a, g->honours, f);
	read_years(a, g->years, f);
	read_initiatives(a, g->initiatives, f);
	read_periods(a, g, f);
	read_judged(a, g->judged, f);
	if (g->others != NULL) {
		struct elig_other *o = arena_array(a, 1, sizeof(*o));

		o->award = award_no(g->others);
		o->award_name = award_name(o->award);
		o->form = is_form(o->award);
		o->unit = "Phường Rạch Giá";
		o->achievement = "";
		f->others = o;
		f->nothers = 1;
	}
	if (g->figures != NULL) {
		long v[5];

		assert_int_equal(sscanf(g->figures, "%ld %ld %ld %ld %ld", &v[0], &v[1], &v[2],
				     &v[3], &v[4]),
		    5);
		f->figures = (struct elig_figures){ true, true, true, true, true, true, v[0],
			v[1], v[2], v[3], v[4] };
	}
}

static struct elig_verdict
judge(struct arena *a, const struct given *g)
{
	struct elig_facts f;

	read_facts(a, g, &f);
	return elig_evaluate(a, LANG_VI, rules, nrules, &f);
}

/* Of a verdict, what one rule said; -1 when it had nothing to say. */
static int
said(const struct elig_verdict *v, const char *code)
{
	for (size_t i = 0; i < v->nrules; i++) {
		if (str_eq(v->rules[i].rule->code, code))
			return (int)v->rules[i].status;
	}
	return -1;
}

static const char *
missing(const struct elig_verdict *v, const char *code)
{
	for (size_t i = 0; i < v->nrules; i++) {
		for (size_t j = 0;
		     str_eq(v->rules[i].rule->code, code) && j < v->rules[i].nfindings; j++) {
			if (v->rules[i].findings[j].status != MET)
				return v->rules[i].findings[j].missing;
		}
	}
	return "";
}

/* --- the table: every rule a machine can decide ------------------------------------------------------------ */

enum side { PASSES, FAILS, BOUNDARY };

#define NOTHING   (-1)
#define FIVE_GOOD "2021 good; 2022 good; 2023 good; 2024 good; 2025 good"

static const struct {
	const char *rule;
	enum side side;
	int status;
	struct given given;
} cases[] = {
	/* every award */
	{ "CHUNG_TAM_DUNG", PASSES, MET,
	    { .award = "LDTT", .holds = "2026-01-01 2026-02-01" } },
	{ "CHUNG_TAM_DUNG", FAILS, UNKNOWN, { .award = "LDTT", .holds = "2026-05-01" } },
	{ "CHUNG_TAM_DUNG", BOUNDARY, UNKNOWN,
	    { .award = "LDTT", .holds = "2026-05-01 2026-11-23" } },
	{ "CHUNG_TAM_DUNG", BOUNDARY, MET,
	    { .award = "LDTT", .holds = "2026-05-01 2026-11-22" } },
	{ "CHUNG_KY_LUAT", PASSES, MET,
	    { .award = "LDTT", .disciplines = "2022-01-01 2022-12-31" } },
	{ "CHUNG_KY_LUAT", FAILS, NOT_MET, { .award = "LDTT", .disciplines = "2026-03-01" } },
	{ "CHUNG_KY_LUAT", BOUNDARY, NOT_MET,
	    { .award = "LDTT", .disciplines = "2025-11-24 2026-11-23" } },
	{ "CHUNG_KY_LUAT", BOUNDARY, MET,
	    { .award = "LDTT", .disciplines = "2025-11-23 2026-11-22" } },
	{ "CHUNG_MOT_THANH_TICH", PASSES, MET,
	    { .award = "BK_TINH_CN", .honours = "BK_TINH_CN 2025; LDTT 2026; CSTD_CS 2026" } },
	{ "CHUNG_MOT_THANH_TICH", FAILS, NOT_MET, { .award = "LDTT", .honours = "LDTT 2026" } },
	{ "CHUNG_MOT_THANH_TICH", FAILS, NOT_MET,
	    { .award = "BK_TINH_CN",
		.honours = "GK_XA_CN 2026 cong_trang trực-bão",
		.achievement = "trực-bão" } },
	{ "CHUNG_MOT_THANH_TICH", BOUNDARY, UNKNOWN,
	    { .award = "BK_TINH_CN",
		.honours = "GK_XA_CN 2026 cong_trang trực-bão",
		.achievement = "sáng-kiến" } },
	{ "CHUNG_MOT_THANH_TICH", BOUNDARY, UNKNOWN,
	    { .award = "BK_TINH_CN", .others = "BK_TINH_CN" } },
	{ "CHUNG_MOT_THANH_TICH", BOUNDARY, MET,
	    { .award = "LDTT", .honours = "LDTT 2026 revoked" } },
	{ "CHUNG_CONG_TRANG", PASSES, NOTHING,
	    { .award = "BK_TTG_CN", .honours = "BK_TINH_CN 2019" } },
	{ "CHUNG_CONG_TRANG", FAILS, MET,
	    { .award = "BK_TTG_CN",
		.honours = "BK_TINH_CN 2019 dot_xuat" } }, /* says so; the count is below */
	{ "CHUNG_CONG_TRANG", BOUNDARY, NOTHING,
	    { .award = "BK_TTG_CN", .honours = "BK_TINH_CN 2019 unrecorded" } },
	{ "CHUNG_THAI_SAN", PASSES, MET, { .award = "LDTT", .years = "2026 leave" } },
	{ "CHUNG_THAI_SAN", FAILS, NOTHING, { .award = "LDTT", .years = "2026 completed" } },
	{ "CHUNG_THAI_SAN", BOUNDARY, NOTHING, { .award = "LDTT", .years = "2027 leave" } },
	{ "CHUNG_SANG_KIEN", PASSES, MET,
	    { .award = "CSTD_TINH", .initiatives = "2025 province chosen" } },
	{ "CHUNG_SANG_KIEN", FAILS, NOT_MET,
	    { .award = "BK_TINH_CN", .initiatives = "2025 province chosen title" } },
	{ "CHUNG_SANG_KIEN", FAILS, NOT_MET,
	    { .award = "CSTD_TINH", .initiatives = "2025 province chosen form" } },
	{ "CHUNG_SANG_KIEN", BOUNDARY, MET,
	    { .award = "CSTD_TINH", .initiatives = "2025 province chosen title" } },
	{ "CHUNG_SANG_KIEN", BOUNDARY, NOTHING,
	    { .award = "BK_TINH_CN", .initiatives = "2025 province title" } },
	{ "CHUNG_CONG_HIEN", PASSES, MET,
	    { .award = "HC_LD3_CN", .kind = COMMENDATION_KIND_CONG_HIEN } },
	{ "CHUNG_CONG_HIEN", FAILS, NOT_MET,
	    { .award = "HC_LD3_CN",
		.kind = COMMENDATION_KIND_CONG_HIEN,
		.disciplines = "2010-01-01 2010-12-31" } },
	{ "CHUNG_CONG_HIEN", BOUNDARY, MET,
	    { .award = "HC_LD3_CN",
		.kind = COMMENDATION_KIND_CONG_HIEN,
		.disciplines = "1986-01-01 1986-12-31" } },
	{ "CHUNG_CONG_HIEN", BOUNDARY, NOT_MET,
	    { .award = "HC_LD3_CN",
		.kind = COMMENDATION_KIND_CONG_HIEN,
		.disciplines = "1987-01-01 1987-12-31" } },

	/* titles of persons */
	{ "LDTT_TIEU_CHUAN", PASSES, MET,
	    { .award = "LDTT", .years = "2026 excellent", .judged = "met" } },
	{ "LDTT_TIEU_CHUAN", FAILS, NOT_MET,
	    { .award = "LDTT", .years = "2026 completed", .judged = "not" } },
	{ "LDTT_TIEU_CHUAN", BOUNDARY, MET,
	    { .award = "LDTT", .years = "2026 good", .judged = "met" } },
	{ "LDTT_TIEU_CHUAN", BOUNDARY, MET,
	    { .award = "LDTT", .years = "2026 leave", .judged = "met" } },
	{ "CSTT_TIEU_CHUAN", PASSES, MET,
	    { .award = "CSTT", .years = "2026 excellent", .judged = "met" } },
	{ "CSTT_TIEU_CHUAN", FAILS, NOT_MET,
	    { .award = "CSTT", .years = "2026 completed", .judged = "met" } },
	{ "CSTT_TIEU_CHUAN", BOUNDARY, UNKNOWN,
	    { .award = "CSTT", .years = "2026 good?", .judged = "met" } },
	{ "CSTD_CS_TIEU_CHUAN", PASSES, MET,
	    { .award = "CSTD_CS", .years = "2026 excellent" } },
	{ "CSTD_CS_TIEU_CHUAN", PASSES, MET,
	    { .award = "CSTD_CS", .years = "2026 good", .initiatives = "2026 unit" } },
	{ "CSTD_CS_TIEU_CHUAN", FAILS, NOT_MET,
	    { .award = "CSTD_CS", .years = "2026 good", .judged = "not" } },
	{ "CSTD_CS_TIEU_CHUAN", FAILS, NOT_MET,
	    { .award = "CSTD_CS",
		.years = "2026 completed",
		.initiatives = "2026 unit",
		.judged = "met" } },
	{ "CSTD_CS_TIEU_CHUAN", BOUNDARY, UNKNOWN,
	    { .award = "CSTD_CS",
		.years = "2026 good",
		.initiatives = "2024 unit",
		.judged = "not" } },
	{ "CSTD_CS_TIEU_CHUAN", BOUNDARY, UNKNOWN,
	    { .award = "CSTD_CS", .years = "2026 leave" } },
	{ "CSTD_TINH_TIEU_CHUAN", PASSES, MET,
	    { .award = "CSTD_TINH",
		.honours = "CSTD_CS 2023; CSTD_CS 2024; CSTD_CS 2025",
		.initiatives = "2025 province" } },
	{ "CSTD_TINH_TIEU_CHUAN", FAILS, NOT_MET,
	    { .award = "CSTD_TINH",
		.honours = "CSTD_CS 2023; LDTT 2024; CSTD_CS 2025",
		.initiatives = "2025 province" } },
	{ "CSTD_TINH_TIEU_CHUAN", FAILS, NOT_MET,
	    { .award = "CSTD_TINH",
		.honours = "CSTD_CS 2023; CSTD_CS 2024; CSTD_CS 2025",
		.initiatives = "2025 unit" } },
	{ "CSTD_TINH_TIEU_CHUAN", BOUNDARY, MET,
	    { .award = "CSTD_TINH",
		.honours = "CSTD_CS 2024; CSTD_CS 2025; CSTD_CS 2026",
		.initiatives = "2023 nation" } },
	{ "CSTD_TINH_TIEU_CHUAN", BOUNDARY, NOT_MET,
	    { .award = "CSTD_TINH",
		.honours = "CSTD_CS 2022; CSTD_CS 2023; CSTD_CS 2024",
		.initiatives = "2025 province" } },
	{ "CSTD_TINH_TIEU_CHUAN", BOUNDARY, UNKNOWN,
	    { .award = "CSTD_TINH",
		.honours = "CSTD_CS 2023; CSTD_CS 2024; CSTD_CS 2025",
		.initiatives = "2022 province" } },
	{ "CSTD_TINH_TIEU_CHUAN", BOUNDARY, UNKNOWN,
	    { .award = "CSTD_TINH",
		.honours = "CSTD_CS 2023; CSTD_CS 2024; CSTD_CS 2025",
		.initiatives = "2025 province?" } },
	{ "CSTD_TQ_TIEU_CHUAN", PASSES, MET,
	    { .award = "CSTD_TQ",
		.honours = "CSTD_TINH 2024; CSTD_TINH 2025",
		.initiatives = "2025 nation" } },
	{ "CSTD_TQ_TIEU_CHUAN", FAILS, NOT_MET,
	    { .award = "CSTD_TQ", .honours = "CSTD_TINH 2025", .initiatives = "2025 nation" } },
	{ "CSTD_TQ_TIEU_CHUAN", BOUNDARY, UNKNOWN,
	    { .award = "CSTD_TQ",
		.honours = "CSTD_TINH 2022; CSTD_TINH 2025",
		.initiatives = "2025 nation" } },
	{ "CSTD_TQ_TIEU_CHUAN", BOUNDARY, NOT_MET,
	    { .award = "CSTD_TQ",
		.honours = "CSTD_TINH 2021; CSTD_TINH 2025",
		.initiatives = "2025 nation" } },

	/* titles of collectives: 70 % exactly passes, one in a thousand less does not */
	{ "TT_LDTT_TIEU_CHUAN", PASSES, MET,
	    { .award = "TT_LDTT", .years = "2026 good", .figures = "10 10 8 0 0" } },
	{ "TT_LDTT_TIEU_CHUAN", FAILS, NOT_MET,
	    { .award = "TT_LDTT", .years = "2026 good", .figures = "10 10 6 0 0" } },
	{ "TT_LDTT_TIEU_CHUAN", FAILS, NOT_MET,
	    { .award = "TT_LDTT", .years = "2026 good", .figures = "10 10 10 1 0" } },
	{ "TT_LDTT_TIEU_CHUAN", BOUNDARY, MET,
	    { .award = "TT_LDTT", .years = "2026 good", .figures = "10 9 7 0 0" } },
	{ "TT_LDTT_TIEU_CHUAN", BOUNDARY, NOT_MET,
	    { .award = "TT_LDTT", .years = "2026 good", .figures = "1000 1000 699 0 0" } },
	{ "TT_LDTT_TIEU_CHUAN", BOUNDARY, UNKNOWN,
	    { .award = "TT_LDTT", .years = "2026 good" } },
	{ "DV_TT_TIEU_CHUAN", PASSES, MET,
	    { .award = "DV_TT", .years = "2026 excellent", .figures = "10 10 10 0 0" } },
	{ "DV_TT_TIEU_CHUAN", FAILS, NOT_MET,
	    { .award = "DV_TT", .years = "2026 completed", .figures = "10 10 10 0 0" } },
	{ "DV_TT_TIEU_CHUAN", BOUNDARY, MET,
	    { .award = "DV_TT", .years = "2026 good", .figures = "100 100 70 0 0" } },
	{ "TT_LDXS_TIEU_CHUAN", PASSES, MET,
	    { .award = "TT_LDXS", .years = "2026 excellent", .figures = "20 20 16 0 3" } },
	{ "TT_LDXS_TIEU_CHUAN", FAILS, NOT_MET,
	    { .award = "TT_LDXS", .years = "2026 excellent", .figures = "20 20 16 0 0" } },
	{ "TT_LDXS_TIEU_CHUAN", FAILS, NOT_MET,
	    { .award = "TT_LDXS", .years = "2026 good", .figures = "20 20 16 0 3" } },
	{ "TT_LDXS_TIEU_CHUAN", BOUNDARY, NOT_MET,
	    { .award = "TT_LDXS", .years = "2026 excellent", .figures = "1000 999 1000 0 1" } },
	{ "TT_LDXS_TIEU_CHUAN", BOUNDARY, MET,
	    { .award = "TT_LDXS", .years = "2026 excellent", .figures = "10 10 7 0 1" } },
	{ "DV_QT_TIEU_CHUAN", PASSES, MET,
	    { .award = "DV_QT", .years = "2026 excellent", .figures = "20 20 16 0 3" } },
	{ "DV_QT_TIEU_CHUAN", FAILS, NOT_MET,
	    { .award = "DV_QT", .years = "2026 excellent", .figures = "20 19 16 0 3" } },
	{ "DV_QT_TIEU_CHUAN", BOUNDARY, MET,
	    { .award = "DV_QT", .years = "2026 excellent", .figures = "20 20 14 0 1" } },

	/* certificates of merit */
	{ "BK_TINH_CN_D", PASSES, MET,
	    { .award = "BK_TINH_CN",
		.route = "d",
		.honours = "CSTD_CS 2024; CSTD_CS 2025",
		.initiatives = "2024 unit; 2025 unit" } },
	{ "BK_TINH_CN_D", PASSES, MET,
	    { .award = "BK_TINH_CN",
		.route = "d",
		.years = "2025 excellent; 2026 excellent",
		.initiatives = "2024 unit; 2025 province" } },
	{ "BK_TINH_CN_D", FAILS, NOT_MET,
	    { .award = "BK_TINH_CN",
		.route = "d",
		.honours = "LDTT 2024; LDTT 2025",
		.years = "2024 good; 2025 good; 2026 good",
		.initiatives = "2024 unit; 2025 unit" } },
	{ "BK_TINH_CN_D", FAILS, NOT_MET,
	    { .award = "BK_TINH_CN",
		.route = "d",
		.honours = "CSTD_CS 2024; CSTD_CS 2025",
		.initiatives = "2025 unit" } },
	{ "BK_TINH_CN_D", BOUNDARY, MET,
	    { .award = "BK_TINH_CN",
		.route = "d",
		.years = "2024 excellent; 2025 excellent",
		.initiatives = "2023 unit; 2023 unit" } },
	{ "BK_TINH_CN_D", BOUNDARY, UNKNOWN,
	    { .award = "BK_TINH_CN",
		.route = "d",
		.years = "2025 excellent; 2026 excellent?",
		.honours = "LDTT 2025",
		.initiatives = "2024 unit; 2025 unit" } },
	{ "BK_TINH_CN_D_SK", PASSES, MET,
	    { .award = "BK_TINH_CN", .route = "d", .initiatives = "2024 unit; 2025 unit" } },
	{ "BK_TINH_CN_D_SK", FAILS, NOT_MET,
	    { .award = "BK_TINH_CN",
		.route = "d",
		.initiatives = "2024 unit title; 2025 unit" } },
	{ "BK_TINH_CN_D_SK", BOUNDARY, MET,
	    { .award = "BK_TINH_CN",
		.route = "d",
		.initiatives = "2024 unit title; 2025 unit; 2025 unit form" } },
	{ "BK_TINH_TT_D", PASSES, MET,
	    { .award = "BK_TINH_TT",
		.route = "d",
		.years = "2025 excellent; 2026 excellent",
		.judged = "met" } },
	{ "BK_TINH_TT_D", FAILS, NOT_MET,
	    { .award = "BK_TINH_TT",
		.route = "d",
		.years = "2024 good; 2025 good; 2026 good",
		.judged = "met" } },
	{ "BK_TINH_TT_D", BOUNDARY, MET,
	    { .award = "BK_TINH_TT",
		.route = "d",
		.honours = "TT_LDXS 2024; TT_LDXS 2025",
		.judged = "met" } },
	{ "BK_TTG_CN_B", PASSES, MET,
	    { .award = "BK_TTG_CN",
		.route = "b",
		.honours = "BK_TINH_CN 2019; CSTD_CS 2021; CSTD_CS 2023; CSTD_CS 2024",
		.years = "2020 good; " FIVE_GOOD } },
	{ "BK_TTG_CN_B", FAILS, NOT_MET,
	    { .award = "BK_TTG_CN",
		.route = "b",
		.honours = "CSTD_CS 2021; CSTD_CS 2023; CSTD_CS 2024",
		.years = FIVE_GOOD } },
	{ "BK_TTG_CN_B", FAILS, NOT_MET,
	    { .award = "BK_TTG_CN",
		.route = "b",
		.honours = "BK_TINH_CN 2019 dot_xuat; CSTD_CS 2021; CSTD_CS 2023; CSTD_CS 2024",
		.years = FIVE_GOOD } },
	{ "BK_TTG_CN_B", FAILS, NOT_MET,
	    { .award = "BK_TTG_CN",
		.route = "b",
		.honours = "BK_TINH_CN 2020; CSTD_CS 2023; CSTD_CS 2024",
		.years = FIVE_GOOD } },
	{ "BK_TTG_CN_B", BOUNDARY, MET,
	    { .award = "BK_TTG_CN",
		.route = "b",
		.honours = "BK_TINH_CN 2020; CSTD_CS 2021; CSTD_CS 2023; CSTD_CS 2024",
		.years = FIVE_GOOD } },
	{ "BK_TTG_CN_B", BOUNDARY, NOT_MET,
	    { .award = "BK_TTG_CN",
		.route = "b",
		.honours = "BK_TINH_CN 2021; CSTD_CS 2022; CSTD_CS 2023; CSTD_CS 2024",
		.years = FIVE_GOOD "; 2026 completed" } },
	{ "BK_TTG_CN_B", BOUNDARY, UNKNOWN,
	    { .award = "BK_TTG_CN",
		.route = "b",
		.honours =
		    "BK_TINH_CN 2020 unrecorded; CSTD_CS 2021; CSTD_CS 2023; CSTD_CS 2024",
		.years = FIVE_GOOD } },
	{ "BK_TTG_TT_TIEU_CHUAN", PASSES, MET,
	    { .award = "BK_TTG_TT",
		.honours = "BK_TINH_TT 2019",
		.years =
		    "2021 excellent; 2022 excellent; 2023 excellent; 2024 excellent; 2025 excellent" } },
	{ "BK_TTG_TT_TIEU_CHUAN", FAILS, NOT_MET,
	    { .award = "BK_TTG_TT",
		.honours = "BK_TINH_TT 2019",
		.years = FIVE_GOOD "; 2026 good" } },
	{ "BK_TTG_TT_TIEU_CHUAN", BOUNDARY, MET,
	    { .award = "BK_TTG_TT",
		.honours = "BK_TINH_TT 2020",
		.years =
		    "2021 excellent; 2022 excellent; 2023 excellent; 2024 excellent; 2025 excellent" } },
	{ "HC_LD3_CN_E", PASSES, MET,
	    { .award = "HC_LD3_CN",
		.route = "e",
		.honours = "BK_TTG_CN 2019; CSTD_CS 2021; CSTD_CS 2023; CSTD_CS 2024",
		.years = "2020 excellent; " FIVE_GOOD } },
	{ "HC_LD3_CN_E", FAILS, NOT_MET,
	    { .award = "HC_LD3_CN",
		.route = "e",
		.honours = "BK_TINH_CN 2019; CSTD_CS 2021; CSTD_CS 2023; CSTD_CS 2024",
		.years = "2020 excellent; " FIVE_GOOD } },
	{ "HC_LD3_CN_E", BOUNDARY, NOT_MET,
	    { .award = "HC_LD3_CN",
		.route = "e",
		.honours = "BK_TTG_CN 2020; CSTD_CS 2021; CSTD_CS 2023; CSTD_CS 2024",
		.years = "2020 excellent; " FIVE_GOOD "; 2026 good" } },
	{ "HC_LD3_CN_E", BOUNDARY, MET,
	    { .award = "HC_LD3_CN",
		.route = "e",
		.honours = "BK_TTG_CN 2020; CSTD_CS 2021; CSTD_CS 2023; CSTD_CS 2024",
		.years = FIVE_GOOD "; 2026 excellent" } },
	{ "HC_LD2_CN_TIEU_CHUAN", PASSES, MET,
	    { .award = "HC_LD2_CN", .honours = "HC_LD3_CN 2018", .years = FIVE_GOOD } },
	{ "HC_LD2_CN_TIEU_CHUAN", FAILS, NOT_MET,
	    { .award = "HC_LD2_CN", .honours = "BK_TTG_CN 2018", .years = FIVE_GOOD } },
	{ "HC_LD2_CN_TIEU_CHUAN", BOUNDARY, MET,
	    { .award = "HC_LD2_CN", .honours = "HC_LD3_CN 2020", .years = FIVE_GOOD } },
	{ "HC_LD1_CN_TIEU_CHUAN", PASSES, MET,
	    { .award = "HC_LD1_CN", .honours = "HC_LD2_CN 2018", .years = FIVE_GOOD } },
	{ "HC_LD1_CN_TIEU_CHUAN", FAILS, NOT_MET,
	    { .award = "HC_LD1_CN", .honours = "HC_LD3_CN 2018", .years = FIVE_GOOD } },
	{ "HC_LD1_CN_TIEU_CHUAN", BOUNDARY, NOT_MET,
	    { .award = "HC_LD1_CN",
		.honours = "HC_LD2_CN 2018",
		.years = "2021 good; 2022 good; 2023 completed; 2024 good; 2025 good" } },
	{ "KNC_TINH_TIEU_CHUAN", PASSES, MET,
	    { .award = "KNC_TINH", .honours = "LDTT 2020", .judged = "met" } },
	{ "KNC_TINH_TIEU_CHUAN", FAILS, NOT_MET,
	    { .award = "KNC_TINH", .honours = "KNC_TINH 2020", .judged = "met" } },
	{ "KNC_TINH_TIEU_CHUAN", BOUNDARY, MET,
	    { .award = "KNC_TINH", .honours = "KNC_TINH 2020 revoked", .judged = "met" } },
#define GK(who)                                                                             \
	{ "GK_" who "_CN_TIEU_CHUAN", PASSES, MET,                                          \
		{ .award = "GK_" who "_CN", .years = "2026 excellent", .judged = "met" } }, \
	    { "GK_" who "_CN_TIEU_CHUAN", FAILS, NOT_MET,                                   \
		    { .award = "GK_" who "_CN",                                             \
			.years = "2026 completed",                                          \
			.judged = "met" } },                                                \
	    { "GK_" who "_CN_TIEU_CHUAN", BOUNDARY, MET,                                    \
		    { .award = "GK_" who "_CN", .years = "2026 good", .judged = "met" } },  \
	    { "GK_" who "_TT_TIEU_CHUAN", PASSES, MET,                                      \
		    { .award = "GK_" who "_TT",                                             \
			.years = "2026 excellent",                                          \
			.judged = "met" } },                                                \
	    { "GK_" who "_TT_TIEU_CHUAN", FAILS, NOT_MET,                                   \
		    { .award = "GK_" who "_TT", .years = "2026 good", .judged = "not" } },  \
	{                                                                                   \
		"GK_" who "_TT_TIEU_CHUAN", BOUNDARY, MET,                                  \
		{                                                                           \
			.award = "GK_" who "_TT", .years = "2026 good", .judged = "met"     \
		}                                                                           \
	}
	GK("CQ"),
	GK("XA"),
};
#define NCASES (sizeof(cases) / sizeof(cases[0]))

static void
test_each_rule_decides_as_its_article_says(void **state)
{
	for (size_t i = 0; i < NCASES; i++) {
		struct elig_verdict v = judge(*state, &cases[i].given);
		int status = said(&v, cases[i].rule);

		if (status != cases[i].status)
			fail_msg("case %zu, %s: said %d, should be %d (%s)", i, cases[i].rule,
			    status, cases[i].status, missing(&v, cases[i].rule));
	}
}

static bool
only_of_kind(const struct elig_rule *r, enum condition_kind kind)
{
	for (size_t i = 0; i < r->nconditions; i++) {
		if (r->conditions[i].kind != kind)
			return false;
	}
	return true;
}

static void
test_every_rule_has_a_case_that_passes_one_that_fails_and_one_on_the_boundary(void **state)
{
	(void)state;
	for (size_t i = 0; i < nrules; i++) {
		bool have[3] = { false };

		if (only_of_kind(&rules[i], CONDITION_KIND_JUDGED) ||
		    only_of_kind(&rules[i], CONDITION_KIND_NOTE))
			continue;
		for (size_t j = 0; j < NCASES; j++)
			have[cases[j].side] =
			    have[cases[j].side] || str_eq(cases[j].rule, rules[i].code);
		if (!have[PASSES] || !have[FAILS] || !have[BOUNDARY])
			fail_msg("%s: passes %d, fails %d, boundary %d", rules[i].code,
			    have[PASSES], have[FAILS], have[BOUNDARY]);
	}
}

static void
test_a_rule_only_a_person_can_judge_waits_for_that_person(void **state)
{
	size_t tried = 0;

	for (size_t i = 0; i < nrules; i++) {
		struct given g = { .route = rules[i].route };
		struct elig_verdict v;

		if (!only_of_kind(&rules[i], CONDITION_KIND_JUDGED))
			continue;
		tried++;
		g.award = awards.cells[rules[i].award][0];
		v = judge(*state, &g);
		assert_int_equal(said(&v, rules[i].code), UNKNOWN);
		g.judged = "met";
		v = judge(*state, &g);
		assert_int_equal(said(&v, rules[i].code), MET);
		g.judged = "not";
		v = judge(*state, &g);
		assert_int_equal(said(&v, rules[i].code), NOT_MET);
	}
	assert_true(tried > 50);
}

static void
test_a_note_decides_nothing(void **state)
{
	for (size_t i = 0; i < nrules; i++) {
		struct elig_verdict v =
		    judge(*state, &(struct given){ .award = "LDTT", .years = "2026 good" });

		if (only_of_kind(&rules[i], CONDITION_KIND_NOTE))
			assert_int_equal(said(&v, rules[i].code), NOTHING);
	}
}

/* --- the whole verdict --------------------------------------------------------------------------------------- */

/* Filing, failures of others: "Prerequisites were a box ticked by hand". */
static void
test_prerequisites_were_a_box_ticked_by_hand(void **state)
{
	/* What is only declared never makes a condition met: no decision, no recognition, no register. */
	struct elig_verdict v = judge(*state,
	    &(struct given){ .award = "BK_TINH_CN",
		.route = "d",
		.honours = "LDTT 2023",
		.years = "2024 excellent?; 2025 excellent?",
		.initiatives = "2024 unit?; 2025 unit?" });

	assert_int_equal(v.status, UNKNOWN);
	assert_int_equal(said(&v, "BK_TINH_CN_D"), UNKNOWN);
	/* And the register is what proves, each year by its decision. */
	v = judge(*state,
	    &(struct given){ .award = "CSTD_TINH",
		.honours = "CSTD_CS 2023; CSTD_CS 2024; CSTD_CS 2025",
		.initiatives = "2025 province" });
	assert_int_equal(v.status, MET);
	for (size_t i = 0; i < v.nrules; i++) {
		if (!str_eq(v.rules[i].rule->code, "CSTD_TINH_TIEU_CHUAN"))
			continue;
		assert_int_equal(v.rules[i].findings[0].nproofs, 3);
		for (size_t j = 0; j < 3; j++) {
			assert_int_equal(v.rules[i].findings[0].proofs[j].year, 2023 + (int)j);
			assert_string_equal(
			    v.rules[i].findings[0].proofs[j].decision_no, "12/QĐ-UBND");
		}
	}
}

static void
test_titles_on_both_sides_of_the_first_of_july_2025_are_one_chain(void **state)
{
	struct given g = { .award = "CSTD_TINH",
		.honours = "CSTD_CS 2024; CSTD_CS 2025; CSTD_CS 2026",
		.initiatives = "2024 province" };
	struct elig_facts f;
	struct elig_honour *h;
	struct elig_verdict v;

	read_facts(*state, &g, &f);
	h = arena_memdup(*state, f.honours, 3 * sizeof(*h));
	h[0].unit = "Phường Mỹ Bình";
	h[1].unit = h[2].unit = "Phường Long Xuyên";
	f.honours = h;
	v = elig_evaluate(*state, LANG_VI, rules, nrules, &f);
	assert_int_equal(v.status, MET);
}

static void
test_somebody_the_register_does_not_know_is_unknown_not_refused(void **state)
{
	struct elig_verdict v =
	    judge(*state, &(struct given){ .award = "CSTD_TINH", .unknown_person = true });

	assert_int_equal(v.status, UNKNOWN);
	assert_int_equal(v.not_met, 0);
	assert_non_null(
	    strstr(missing(&v, "CSTD_TINH_TIEU_CHUAN"), "Chưa xác định được đây là ai"));
}

static void
test_what_is_missing_names_the_years(void **state)
{
	struct elig_verdict v = judge(*state,
	    &(struct given){ .award = "CSTD_TINH",
		.honours = "CSTD_CS 2025; LDTT 2024",
		.initiatives = "2025 province" });

	assert_string_equal(missing(&v, "CSTD_TINH_TIEU_CHUAN"),
	    "Có 1/3 năm liên tục Chiến sĩ thi đua cơ sở. Sổ không có quyết định của năm: 2023, 2024.");
}

static void
test_earliest_year_goes_forward_from_what_is_there(void **state)
{
	static const struct {
		int32_t earliest;
		struct given given;
	} table[] = {
		/* the title of this year is still to come */
		{ 2026,
		    { .award = "CSTD_TINH",
			.honours = "CSTD_CS 2024; CSTD_CS 2025",
			.initiatives = "2025 province" } },
		{ 2027,
		    { .award = "CSTD_TINH",
			.honours = "CSTD_CS 2025",
			.initiatives = "2025 province" } },
		/* 2025 brought another title: the chain begins again */
		{ 2028,
		    { .award = "CSTD_TINH",
			.honours = "CSTD_CS 2023; CSTD_CS 2024; LDTT 2025",
			.initiatives = "2025 province" } },
		/* this year is decided already, without the title: 2027, 2028, 2029 */
		{ 2029,
		    { .award = "CSTD_TINH",
			.honours = "CSTD_CS 2024; CSTD_CS 2025; LDTT 2026",
			.initiatives = "2023 unit" } },
		/* two provincial titles in a row: 2026 is the third year of the chain, 2027 the second title */
		{ 2027,
		    { .award = "CSTD_TQ",
			.honours = "CSTD_CS 2024; CSTD_CS 2025",
			.initiatives = "2025 nation" } },
		/* five years after a certificate that can come this year at the earliest */
		{ 2031,
		    { .award = "BK_TTG_CN",
			.route = "b",
			.honours = "CSTD_CS 2024; CSTD_CS 2025",
			.initiatives = "2025 unit" } },
		/* the discipline runs until mid 2027 */
		{ 2027,
		    { .award = "CSTD_CS",
			.years = "2026 excellent",
			.disciplines = "2026-07-01 2027-06-30" } },
		/* met: nothing to wait for */
		{ 0, { .award = "CSTD_CS", .years = "2026 excellent" } },
		/* only a person can judge */
		{ 0, { .award = "BMVNAH", .honours = "LDTT 2020" } },
	};

	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
		struct elig_verdict v = judge(*state, &table[i].given);

		if (v.earliest != table[i].earliest)
			fail_msg(
			    "case %zu: %d, should be %d", i, v.earliest, table[i].earliest);
		assert_true((v.earliest != 0) == (v.assumption[0] != '\0'));
	}
}

static void
test_a_rule_nobody_confirmed_warns_and_does_not_decide(void **state)
{
	struct given g = { .award = "TT_LDXS", .years = "2026 good", .figures = "10 9 5 0 0" };
	struct elig_verdict v = judge(*state, &g);
	struct elig_rule copy[200];
	struct elig_facts f;

	assert_int_equal(v.status, UNKNOWN);
	assert_true(v.warned);
	assert_false(v.own_rule);
	/* Once the office has confirmed it, it decides. */
	memcpy(copy, rules, sizeof(copy));
	for (size_t i = 0; i < nrules; i++) {
		if (&rules[i] == rule_named("TT_LDXS_TIEU_CHUAN"))
			copy[i].binding =
			    elig_binding(copy[i].confidence, true, copy[i].warn_only);
	}
	read_facts(*state, &g, &f);
	v = elig_evaluate(*state, LANG_VI, copy, nrules, &f);
	assert_int_equal(v.status, NOT_MET);
	assert_false(v.warned);
}

static void
test_only_verified_or_confirmed_rules_bind(void **state)
{
	(void)state;
	for (int c = 0; c < (int)CONFIDENCE_COUNT; c++) {
		assert_int_equal(elig_binding((enum confidence)c, false, false),
		    c == (int)CONFIDENCE_VERIFIED);
		assert_true(elig_binding((enum confidence)c, true, false));
		assert_false(elig_binding((enum confidence)c, true, true));
	}
}

static void
test_an_initiative_used_twice_warns_and_does_not_block(void **state)
{
	struct elig_verdict v = judge(*state,
	    &(struct given){ .award = "BK_TINH_CN",
		.route = "d",
		.honours = "CSTD_CS 2024; CSTD_CS 2025",
		.initiatives = "2024 unit chosen title; 2025 unit chosen title" });

	assert_int_equal(v.status, MET);
	assert_true(v.warned);
}

static void
test_one_way_of_several_is_enough_and_a_chosen_one_stands_alone(void **state)
{
	struct given g = { .award = "BK_TINH_CN",
		.honours = "CSTD_CS 2024; CSTD_CS 2025",
		.initiatives = "2024 unit; 2025 unit" };
	struct elig_verdict v = judge(*state, &g);

	assert_int_equal(v.status, MET); /* by d, whatever the others say */
	g.route = "a";
	v = judge(*state, &g);
	assert_int_equal(v.status, UNKNOWN);
	g.judged = "not";
	v = judge(*state, &g);
	assert_int_equal(v.status, NOT_MET);
	/* No way is met, but one can only be judged by a person: open. */
	v = judge(*state, &(struct given){ .award = "BK_TINH_CN", .honours = "LDTT 2025" });
	assert_int_equal(v.status, UNKNOWN);
}

static void
test_a_ground_for_putting_on_hold_proposes_and_never_refuses(void **state)
{
	struct elig_verdict v = judge(*state,
	    &(struct given){
		.award = "CSTD_CS", .years = "2026 excellent", .holds = "2026-10-01" });

	assert_true(v.hold);
	assert_int_equal(v.status, UNKNOWN);
	assert_int_equal(v.not_met, 0);
}

static void
test_years_before_a_discipline_ended_do_not_count(void **state)
{
	struct given g = { .award = "CSTD_TINH",
		.honours = "CSTD_CS 2023; CSTD_CS 2024; CSTD_CS 2025",
		.initiatives = "2025 province",
		.disciplines = "2023-02-01 2024-01-31" };
	struct elig_verdict v = judge(*state, &g);

	assert_int_equal(v.status, NOT_MET);
	/* Ended in 2023: that year itself is over only afterwards. */
	g.disciplines = "2023-02-01 2023-11-30";
	v = judge(*state, &g);
	assert_int_equal(v.status, MET);
	g.disciplines = "2023-02-01 2023-12-31";
	v = judge(*state, &g);
	assert_int_equal(v.status, NOT_MET);
}

static void
test_shares_are_exact_integers(void **state)
{
	(void)state;
	assert_true(elig_share_reaches(7, 10, 70));
	assert_false(elig_share_reaches(699999, 1000000, 70));
	assert_true(elig_share_reaches(700000, 1000000, 70));
	assert_false(elig_share_reaches(2, 3, 70));
	assert_true(elig_share_reaches(3, 3, 100));
	assert_false(elig_share_reaches(999999, 1000000, 100));
	assert_false(elig_share_reaches(0, 0, 70));
	assert_true(elig_share_reaches(INT64_C(7000000000), INT64_C(10000000000), 70));
}

/* Luật 06/2026/QH16 Article 4(4), in force on the first of October 2026. */
static void
test_a_dossier_received_before_the_new_law_follows_the_old_one_or_the_better(void **state)
{
	static const struct elig_transition law[] = { { { 2026, 10, 1 }, true, true } };
	struct date none = { 0 }, before = { 2026, 9, 30 }, first = { 2026, 10, 1 },
		    today = { 2026, 11, 23 };
	struct elig_pin pin;
	struct elig_verdict old = { .status = NOT_MET }, new = { .status = MET },
			    same = { .status = NOT_MET };

	(void)state;
	pin = elig_pin(before, today, law, 1);
	assert_int_equal(date_cmp(pin.on, before), 0);
	assert_int_equal(date_cmp(pin.favourable_on, first), 0);
	pin = elig_pin(first, today, law, 1); /* the boundary: received on the first day */
	assert_int_equal(date_cmp(pin.on, first), 0);
	assert_int_equal(pin.favourable_on.year, 0);
	pin = elig_pin(
	    before, (struct date){ 2026, 9, 30 }, law, 1); /* the new law is not in force yet */
	assert_int_equal(pin.favourable_on.year, 0);
	pin = elig_pin(none, today, law, 1); /* not received: the rules of today */
	assert_int_equal(date_cmp(pin.on, today), 0);
	assert_int_equal(pin.favourable_on.year, 0);
	assert_ptr_equal(elig_favourable(&old, &new), &new);
	assert_ptr_equal(elig_favourable(&new, &old), &new);
	assert_ptr_equal(elig_favourable(&old, &same), &old);
}

static void
test_of_equals_a_woman_or_a_collective_of_seventy_percent_women_goes_first(void **state)
{
	struct elig_tie woman = { .kind = NOMINEE_KIND_PERSON, .woman = true },
			man = { .kind = NOMINEE_KIND_PERSON };
	struct elig_tie seventy = {
		.kind = NOMINEE_KIND_COLLECTIVE, .women = 7, .members = 10
	};
	struct elig_tie less = { .kind = NOMINEE_KIND_COLLECTIVE, .women = 69, .members = 100 };

	(void)state;
	assert_true(elig_tie_break(&woman, &man) < 0);
	assert_true(elig_tie_break(&man, &woman) > 0);
	assert_int_equal(elig_tie_break(&man, &man), 0);
	assert_true(elig_tie_break(&seventy, &less) < 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		ARENA_TEST(test_each_rule_decides_as_its_article_says),
		ARENA_TEST(
		    test_every_rule_has_a_case_that_passes_one_that_fails_and_one_on_the_boundary),
		ARENA_TEST(test_a_rule_only_a_person_can_judge_waits_for_that_person),
		ARENA_TEST(test_a_note_decides_nothing),
		ARENA_TEST(test_prerequisites_were_a_box_ticked_by_hand),
		ARENA_TEST(test_titles_on_both_sides_of_the_first_of_july_2025_are_one_chain),
		ARENA_TEST(test_somebody_the_register_does_not_know_is_unknown_not_refused),
		ARENA_TEST(test_what_is_missing_names_the_years),
		ARENA_TEST(test_earliest_year_goes_forward_from_what_is_there),
		ARENA_TEST(test_a_rule_nobody_confirmed_warns_and_does_not_decide),
		ARENA_TEST(test_only_verified_or_confirmed_rules_bind),
		ARENA_TEST(test_an_initiative_used_twice_warns_and_does_not_block),
		ARENA_TEST(test_one_way_of_several_is_enough_and_a_chosen_one_stands_alone),
		ARENA_TEST(test_a_ground_for_putting_on_hold_proposes_and_never_refuses),
		ARENA_TEST(test_years_before_a_discipline_ended_do_not_count),
		ARENA_TEST(test_shares_are_exact_integers),
		ARENA_TEST(
		    test_a_dossier_received_before_the_new_law_follows_the_old_one_or_the_better),
		ARENA_TEST(
		    test_of_equals_a_woman_or_a_collective_of_seventy_percent_women_goes_first),
	};

	return cmocka_run_group_tests(tests, read_seed, forget_seed);
}
