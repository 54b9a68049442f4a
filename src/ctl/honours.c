/* vinhdanhctl honours import: the register of honours from before this system, with ratings and initiatives. */
#include "ctl/honours.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/json.h"
#include "core/str.h"
#include "core/vietnamese.h"
#include "ctl/csv.h"
#include "sql/ctl.h"

struct load {
	struct ctl *c;
	struct csv_table table;
	struct sql_ctl_unit_codes_rows units;
	json_t *lines;
};

struct line {
	const char *ref, *name, *unit, *award, *decision_no, *rating, *scope, *kind, *gender;
	struct date born, decided_on;
	int64_t year;
	struct unit_id unit_id;
	struct award_type_id award_id;
};

static enum err
text(const struct load *l, const char *column, size_t max, const char **out)
{
	*out = csv_cell(&l->table, column);
	if (**out == '\0')
		return csv_fault(&l->table, "'%s' is empty", column);
	/* Bytes: a letter takes at most four. */
	return strlen(*out) <= max * 4 ? ERR_OK
				       : csv_fault(&l->table, "'%s' is too long", column);
}

static int
compare_code(const void *key, const void *element)
{
	return strcmp(key, ((const struct sql_ctl_unit_codes_row *)element)->code);
}

static enum err
read_places(const struct load *l, struct line *n)
{
	const struct sql_ctl_unit_codes_row *u;
	struct sql_ctl_award_find_row award;
	bool found = false;

	MUST(text(l, "unit_code", 20, &n->unit));
	u = bsearch(n->unit, l->units.v, l->units.n, sizeof(*u), compare_code);
	if (u == NULL)
		return csv_fault(&l->table, "no unit with the code '%s'", n->unit);
	n->unit_id = u->unit_id;
	MUST(text(l, "award_code", 40, &n->award));
	MUST(sql_ctl_award_find(l->c->db, l->c->arena,
	    &(struct sql_ctl_award_find_params){ .code = n->award }, &award, &found));
	if (!found)
		return csv_fault(&l->table, "no award type with the code '%s'", n->award);
	if (award.recipient != AWARD_RECIPIENT_INDIVIDUAL &&
	    award.recipient != AWARD_RECIPIENT_ANY)
		return csv_fault(&l->table, "'%s' is not given to persons", n->award);
	n->award_id = award.award_type_id;
	return ERR_OK;
}

static enum err
read_date(const struct load *l, const char *column, struct date *out)
{
	const char *s = csv_cell(&l->table, column);

	return date_parse(s, out) == ERR_OK
	    ? ERR_OK
	    : csv_fault(&l->table, "'%s' is not a date: %s", column, s);
}

static enum err
read_line(const struct load *l, struct line *n)
{
	enum rating rating;
	enum initiative_scope scope;
	enum commendation_kind kind;
	const char *gender = csv_cell(&l->table, "gender");

	memset(n, 0, sizeof(*n));
	MUST(text(l, "person_ref", 50, &n->ref));
	MUST(text(l, "full_name", 200, &n->name));
	if (gender[0] != '\0' && !str_eq(gender, "Nam") && !str_eq(gender, "Nữ"))
		return csv_fault(&l->table, "'gender' is neither Nam nor Nữ: %s", gender);
	n->gender = gender[0] == '\0' ? NULL : str_eq(gender, "Nam") ? "male" : "female";
	if (csv_cell(&l->table, "born")[0] != '\0')
		MUST(read_date(l, "born", &n->born));
	MUST(read_places(l, n));
	if (parse_i64(csv_cell(&l->table, "period_year"), 1950, 2200, &n->year) != ERR_OK)
		return csv_fault(&l->table, "'period_year' is not a year: %s",
		    csv_cell(&l->table, "period_year"));
	MUST(text(l, "decision_no", 60, &n->decision_no));
	MUST(read_date(l, "decision_date", &n->decided_on));
	n->rating = csv_cell(&l->table, "rating");
	if (n->rating[0] != '\0' && !rating_parse(n->rating, &rating))
		return csv_fault(&l->table, "unknown rating '%s'", n->rating);
	n->scope = csv_cell(&l->table, "initiative_scope");
	if (n->scope[0] != '\0' && !initiative_scope_parse(n->scope, &scope))
		return csv_fault(&l->table, "unknown scope of an initiative '%s'", n->scope);
	n->kind = csv_cell(&l->table, "commendation_kind");
	if (n->kind[0] != '\0' && !commendation_kind_parse(n->kind, &kind))
		return csv_fault(&l->table, "unknown kind of commendation '%s'", n->kind);
	return ERR_OK;
}

static json_t *
text_or_null(const char *s)
{
	return str_empty(s) ? json_null() : json_string(s);
}

/* A line again is the same line by what it says, whatever file it comes in. */
static enum err
add_line(struct load *l, const struct line *n)
{
	struct arena *a = l->c->arena;
	const char *born = n->born.year != 0 ? date_format_iso(a, n->born) : "";
	const char *key = arena_printf(a, "%s|%s|%s|%s|%" PRId64 "|%s", vn_key(a, n->name),
	    born, n->unit, n->award, n->year, n->decision_no);
	json_t *line = json_pack(
	    "{s:I, s:s, s:s, s:o, s:o, s:I, s:I, s:s, s:s, s:o, s:s, s:o, s:o}", "unit_id",
	    (json_int_t)n->unit_id.v, "name", n->name, "name_folded", vn_fold(a, n->name),
	    "gender", text_or_null(n->gender), "born_on", text_or_null(born), "award_type_id",
	    (json_int_t)n->award_id.v, "period_year", (json_int_t)n->year, "decision_no",
	    n->decision_no, "decision_date", date_format_iso(a, n->decided_on),
	    "commendation_kind", text_or_null(n->kind), "import_key", key, "rating",
	    text_or_null(n->rating), "scope", text_or_null(n->scope));

	/* Refused by jansson: not UTF-8, which the reader of the file has excluded. */
	return line != NULL && json_array_append_new(l->lines, line) == 0
	    ? ERR_OK
	    : csv_fault(&l->table, "cannot be kept");
}

/* One reference is one person, and a person gets an award once for a year. */
struct seen {
	const char *ref, *name, *award;
	struct date born;
	int64_t year;
	size_t row;
};

static int
compare_seen(const void *x, const void *y)
{
	const struct seen *a = x, *b = y;
	int d = strcmp(a->ref, b->ref);

	if (d == 0)
		d = strcmp(a->award, b->award);
	if (d == 0)
		d = a->year < b->year ? -1 : a->year > b->year;
	return d != 0 ? d : (a->row < b->row ? -1 : a->row > b->row);
}

static enum err
check_people(struct load *l, struct seen *v)
{
	size_t bad = SIZE_MAX;
	const char *why = NULL;

	qsort(v, l->table.nrows, sizeof(*v), compare_seen);
	for (size_t i = 1; i < l->table.nrows; i++) {
		const struct seen *a = &v[i - 1], *b = &v[i];
		size_t row = a->row > b->row ? a->row : b->row;
		bool twice;

		if (strcmp(a->ref, b->ref) != 0 || row >= bad)
			continue;
		twice = strcmp(a->award, b->award) == 0 && a->year == b->year;
		if (!twice && strcmp(a->name, b->name) == 0 && date_cmp(a->born, b->born) == 0)
			continue;
		bad = row;
		why = twice ? arena_printf(l->c->arena, "'%s' has %s for %" PRId64 " twice",
				  b->ref, b->award, b->year)
			    : arena_printf(l->c->arena,
				  "'%s' is two people: another name or date of birth", b->ref);
	}
	if (why == NULL)
		return ERR_OK;
	l->table.row = bad;
	return csv_fault(&l->table, "%s", why);
}

static enum err
read_all(struct load *l)
{
	struct seen *seen = arena_array(l->c->arena, l->table.nrows + 1, sizeof(*seen));

	for (l->table.row = 0; l->table.row < l->table.nrows; l->table.row++) {
		struct line n;

		MUST(read_line(l, &n));
		MUST(add_line(l, &n));
		seen[l->table.row] =
		    (struct seen){ n.ref, n.name, n.award, n.born, n.year, l->table.row };
	}
	return check_people(l, seen);
}

static enum err
write_all(struct load *l, struct honours_imported *done)
{
	const char *lines = json_text(l->c->arena, json_incref(l->lines));
	struct ctl *c = l->c;

	if (lines == NULL)
		return ERR_INTERNAL;
	MUST(sql_ctl_honours_import(c->db, c->arena,
	    &(struct sql_ctl_honours_import_params){ .lines = lines }, &done->honours));
	MUST(ctl_match_honours(c, true, &done->matched));
	MUST(sql_ctl_honours_import_years(c->db, c->arena,
	    &(struct sql_ctl_honours_import_years_params){ .lines = lines }, &done->years));
	return sql_ctl_honours_import_initiatives(c->db, c->arena,
	    &(struct sql_ctl_honours_import_initiatives_params){ .lines = lines },
	    &done->initiatives);
}

enum err
honours_load(struct ctl *c, const char *path, struct honours_imported *done)
{
	static const char *const required[] = { "person_ref", "full_name", "gender", "born",
		"unit_code", "award_code", "period_year", "decision_no", "decision_date",
		"rating", "initiative_scope", NULL };
	struct load l = { .c = c };
	enum err err;

	memset(done, 0, sizeof(*done));
	MUST(csv_read(c->arena, path, required, &l.table));
	MUST(sql_ctl_unit_codes(c->db, c->arena, &l.units));
	done->rows = l.table.nrows;
	l.lines = json_array();
	if ((err = read_all(&l)) == ERR_OK)
		err = write_all(&l, done);
	json_decref(l.lines);
	return err;
}

static int
import_file(struct ctl *c, void *arg)
{
	const char *path = arg, *slash = strrchr(path, '/');
	struct honours_imported done;
	enum err err = honours_load(c, path, &done);

	if (err == ERR_INVALID && db_last_message(c->db)[0] == '\0')
		return CTL_FAILED; /* told where it was found */
	if (err != ERR_OK)
		return ctl_fail_db(c, err, path);
	printf("%-24s %5zu rows, %5" PRId64 " new; %" PRId64 " given their entry, %" PRId64
	       " ratings, %" PRId64 " initiatives\n",
	    "honours", done.rows, done.honours, done.matched, done.years, done.initiatives);
	if (done.honours + done.years + done.initiatives + done.matched == 0)
		return CTL_OK;
	err = ctl_audit(c, "honour.import", "file", 0, (struct unit_id){ 0 },
	    ctl_json(c, 2, "file", slash == NULL ? path : slash + 1, "new",
		arena_printf(c->arena, "%" PRId64, done.honours)));
	return err == ERR_OK ? CTL_OK : ctl_fail_db(c, err, path);
}

int
ctl_honours_import(struct ctl *c)
{
	char *path;

	if (!ctl_args_are(c, 1))
		return CTL_USAGE;
	path = c->args[0];
	return ctl_transaction(c, import_file, path);
}
