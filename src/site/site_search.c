/* Search by words, in two phases: exactly this name, then everybody with all these words. */
#include "site/site_search.h"

#include <inttypes.h>
#include <string.h>

#include "core/str.h"
#include "core/vietnamese.h"
#include "sql/site.h"

#define WALK_BOUND 1000 /* entries of the rarest term looked at for one page */
#define TERMS_MAX  12
#define QUERY_MAX  200 /* bytes of a folded query that count */

enum phase { PHASE_EXACT = 'e', PHASE_WORDS = 'w' };

struct cursor {
	enum phase phase;
	int32_t year;
	int64_t id;
};

struct terms {
	const char *v[TERMS_MAX];
	size_t n;
};

/* --- cursors --------------------------------------------------------------------------------- */

static const char *
cursor_text(struct arena *a, struct cursor c)
{
	return arena_printf(a, "%c.%d.%" PRId64, (char)c.phase, (int)c.year, c.id);
}

static enum err
cursor_parse(struct arena *a, const char *s, struct cursor *c)
{
	const char *dot;
	int64_t year;

	if ((s[0] != PHASE_EXACT && s[0] != PHASE_WORDS) || s[1] != '.' ||
	    (dot = strchr(s + 2, '.')) == NULL)
		return ERR_BAD_REQUEST;
	c->phase = (enum phase)s[0];
	if (parse_i64(arena_strndup(a, s + 2, (size_t)(dot - s - 2)), 0, INT32_MAX, &year) !=
		ERR_OK ||
	    parse_i64(dot + 1, 0, INT64_MAX, &c->id) != ERR_OK)
		return ERR_BAD_REQUEST;
	c->year = (int32_t)year;
	return ERR_OK;
}

/* Before everything that is asked for. */
static struct cursor
cursor_start(enum phase phase, const struct site_query *q)
{
	return (struct cursor){ phase, q->year != 0 ? q->year + 1 : INT32_MAX, 0 };
}

/* --- rows ------------------------------------------------------------------------------------- */

/* The generated rows of the four statements have the same columns. */
#define ENTRY_OF(r)                                       \
	((struct site_entry){ .list_slug = (r).list_slug, \
	    .anchor = (r).anchor,                         \
	    .ordinal = (r).ordinal,                       \
	    .kind = (r).kind,                             \
	    .name = (r).name,                             \
	    .position = (r).position,                     \
	    .unit_code = (r).unit_code,                   \
	    .unit_name = (r).unit_name,                   \
	    .award_code = (r).award_code,                 \
	    .award_name_vi = (r).award_name_vi,           \
	    .award_name_en = (r).award_name_en,           \
	    .field = (r).field,                           \
	    .year = (r).year,                             \
	    .achievement = (r).achievement,               \
	    .decision_no = (r).decision_no,               \
	    .decision_date = (r).decision_date,           \
	    .state = (r).state,                           \
	    .revoked_on = (r).revoked_on,                 \
	    .note = (r).note })

/* --- terms -------------------------------------------------------------------------------------- */

static void
terms_add(struct terms *t, const char *term)
{
	for (size_t i = 0; i < t->n; i++) {
		if (str_eq(t->v[i], term))
			return;
	}
	if (t->n < TERMS_MAX)
		t->v[t->n++] = term;
}

static void
terms_of_words(struct arena *a, const char *folded, struct terms *t)
{
	const char *p = folded;

	while (*p != '\0' && t->n < TERMS_MAX - 3) {
		size_t n = strcspn(p, " ");

		terms_add(t, arena_strndup(a, p, n));
		p += n + (p[n] == ' ');
	}
}

static void
terms_of_filters(struct arena *a, const struct site_query *q, struct terms *t)
{
	if (q->award[0] != '\0')
		terms_add(t, arena_printf(a, "a:%s", q->award));
	if (q->unit[0] != '\0')
		terms_add(t, arena_printf(a, "u:%s", q->unit));
	if (q->field[0] != '\0')
		terms_add(t, arena_printf(a, "f:%s", q->field));
}

/* A PostgreSQL array literal. */
static const char *
array_text(struct arena *a, const char *const *v, size_t n)
{
	struct buf b = { 0 };
	const char *out;

	buf_putc(&b, '{');
	for (size_t i = 0; i < n; i++) {
		buf_puts(&b, i > 0 ? ",\"" : "\"");
		for (const char *p = v[i]; *p != '\0'; p++) {
			if (*p == '"' || *p == '\\')
				buf_putc(&b, '\\');
			buf_putc(&b, *p);
		}
		buf_putc(&b, '"');
	}
	buf_putc(&b, '}');
	out = arena_strdup(a, b.p);
	buf_free(&b);
	return out;
}

/* --- walking ---------------------------------------------------------------------------------------- */

static enum err
fetch(struct ctx *c, const struct sql_site_word_walk_rows *walked, size_t n,
    struct site_found *out)
{
	struct sql_site_entries_by_id_rows rows;
	struct buf ids = { 0 };
	const char *text;

	if (n == 0)
		return ERR_OK;
	for (size_t i = 0; i < n; i++)
		buf_printf(&ids, "%c%" PRId64, i == 0 ? '{' : ',', walked->v[i].entry_id);
	buf_putc(&ids, '}');
	text = arena_strdup(c->arena, ids.p);
	buf_free(&ids);
	MUST(sql_site_entries_by_id(
	    c->db, c->arena, &(struct sql_site_entries_by_id_params){ .ids = text }, &rows));
	for (size_t i = 0; i < rows.n; i++)
		out->v[out->n++] = ENTRY_OF(rows.v[i]);
	return ERR_OK;
}

/*
 * Add up to want entries that hold all terms but not exclude, from *at on; *at moves on and *more tells
 * whether there may be others behind it.
 */
static enum err
walk(struct ctx *c, const struct site_query *q, const struct terms *t, const char *exclude,
    int64_t want, struct cursor *at, bool *more, struct site_found *out)
{
	struct sql_site_word_counts_rows counts;
	struct sql_site_word_walk_rows rows;
	struct sql_site_word_bound_row stop;
	const char *others[TERMS_MAX];
	int32_t from = q->year;
	size_t n;
	bool found;

	*more = false;
	MUST(sql_site_word_counts(c->db, c->arena,
	    &(struct sql_site_word_counts_params){ .words = array_text(c->arena, t->v, t->n) },
	    &counts));
	if (counts.n == 0 || counts.v[0].entries <= 0)
		return ERR_OK;
	for (size_t i = 1; i < counts.n; i++)
		others[i - 1] = counts.v[i].word;
	MUST(sql_site_word_walk(c->db, c->arena,
	    &(struct sql_site_word_walk_params){ .rarest = counts.v[0].word,
		.before_year = at->year,
		.before_id = at->id,
		.from_year = from,
		.bound = WALK_BOUND,
		.others = array_text(c->arena, others, counts.n - 1),
		.exclude = exclude,
		.count = want + 1 },
	    &rows));
	n = rows.n;
	if ((int64_t)n > want) {
		n = (size_t)want;
		*more = true;
		at->year = rows.v[n - 1].year;
		at->id = rows.v[n - 1].entry_id;
	} else {
		MUST(sql_site_word_bound(c->db, c->arena,
		    &(struct sql_site_word_bound_params){ .rarest = counts.v[0].word,
			.before_year = at->year,
			.before_id = at->id,
			.from_year = from,
			.skip = WALK_BOUND - 1 },
		    &stop, &found));
		if (found) {
			*more = true;
			at->year = stop.year;
			at->id = stop.entry_id;
		}
	}
	return fetch(c, &rows, n, out);
}

/* Without any term: simply the newest. */
static enum err
recent(struct ctx *c, const struct site_query *q, struct cursor at, struct site_found *out)
{
	struct sql_site_entries_recent_rows rows;

	MUST(sql_site_entries_recent(c->db, c->arena,
	    &(struct sql_site_entries_recent_params){ .before_year = at.year,
		.before_id = at.id,
		.from_year = q->year,
		.count = q->count + 1 },
	    &rows));
	for (size_t i = 0; i < rows.n && (int64_t)i < q->count; i++)
		out->v[out->n++] = ENTRY_OF(rows.v[i]);
	if ((int64_t)rows.n > q->count) {
		at.year = rows.v[q->count - 1].year;
		at.id = rows.v[q->count - 1].entry_id;
		out->next = cursor_text(c->arena, at);
	}
	return ERR_OK;
}

/* People still typing the last word: names that begin so. */
static enum err
prefix(struct ctx *c, const struct site_query *q, const char *folded, struct site_found *out)
{
	struct sql_site_entries_prefix_rows rows;
	size_t had = out->n;

	MUST(sql_site_entries_prefix(c->db, c->arena,
	    &(struct sql_site_entries_prefix_params){ .folded = folded,
		.folded_end = arena_printf(c->arena, "%s\xf4\x8f\xbf\xbf", folded),
		.count = q->count },
	    &rows));
	for (size_t i = 0; i < rows.n && (int64_t)out->n < q->count; i++) {
		bool twice = false;

		for (size_t k = 0; k < had && !twice; k++)
			twice = str_eq(out->v[k].anchor, rows.v[i].anchor) &&
			    str_eq(out->v[k].list_slug, rows.v[i].list_slug);
		if (!twice)
			out->v[out->n++] = ENTRY_OF(rows.v[i]);
	}
	return ERR_OK;
}

static const char *
fold_query(struct arena *a, const char *q)
{
	char *folded = vn_fold(a, q);
	size_t n = strlen(folded);

	if (n > QUERY_MAX) {
		for (n = QUERY_MAX; n > 0 && ((unsigned char)folded[n] & 0xc0) == 0x80; n--)
			;
		folded[n] = '\0';
	}
	return folded;
}

enum err
site_search(struct ctx *c, const struct site_query *q, struct site_found *out)
{
	const char *folded = fold_query(c->arena, q->q), *exact = "";
	struct terms words = { .n = 0 }, name = { .n = 0 };
	struct cursor at;
	bool first = q->cursor[0] == '\0', more = false;

	memset(out, 0, sizeof(*out));
	out->v = arena_array(c->arena, (size_t)q->count + 1, sizeof(*out->v));
	terms_of_words(c->arena, folded, &words);
	if (words.n > 0) {
		exact = arena_printf(c->arena, "=%s", folded);
		terms_add(&name, exact);
		terms_of_filters(c->arena, q, &name);
	} else if (q->q[0] != '\0') {
		return ERR_OK; /* typed something without a letter or digit */
	}
	terms_of_filters(c->arena, q, &words);
	at = cursor_start(words.n > 0 && exact[0] != '\0' ? PHASE_EXACT : PHASE_WORDS, q);
	if (!first)
		MUST(cursor_parse(c->arena, q->cursor, &at));
	if (words.n == 0)
		return recent(c, q, at, out);
	if (at.phase == PHASE_EXACT && exact[0] != '\0') {
		MUST(walk(c, q, &name, "", q->count, &at, &more, out));
		if (!more)
			at = cursor_start(PHASE_WORDS, q);
	}
	if (!more && (int64_t)out->n < q->count) {
		at.phase = PHASE_WORDS;
		MUST(walk(c, q, &words, exact, q->count - (int64_t)out->n, &at, &more, out));
	} else if (!more) {
		more = true; /* the page is full of exact names; the others come next */
	}
	if (more)
		out->next = cursor_text(c->arena, at);
	else if (first && exact[0] != '\0' && name.n == 1 && q->year == 0 &&
	    (int64_t)out->n < q->count)
		MUST(prefix(c, q, folded, out));
	return ERR_OK;
}
