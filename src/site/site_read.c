/* Reads for the public pages. */
#include "site/site_read.h"

#include <inttypes.h>
#include <string.h>

#include "app/words.h"
#include "core/money.h"
#include "core/str.h"
#include "sql/site.h"

#define LISTS_ON_HOME 6
#define LISTS_IN_FEED 50
#define FAR_AWAY_US   (INT64_C(4000000000) * 1000000) /* behind every release */

/* The two generated rows have the same columns. */
#define ARTIFACT_OF(r)                                             \
	((struct site_artifact){ .content_type = (r).content_type, \
	    .policy = (r).policy,                                  \
	    .body = (r).body,                                      \
	    .encoding = (r).is_brotli ? WEB_BROTLI                 \
		: (r).is_gzip         ? WEB_GZIP                   \
				      : WEB_PLAIN })

enum err
site_read_artifact(struct ctx *c, const char *path, int32_t version, enum web_encoding encoding,
    struct site_artifact *out)
{
	struct sql_site_artifact_row newest;
	struct sql_site_artifact_version_row one;
	int32_t code = encoding == WEB_BROTLI ? 2 : encoding == WEB_GZIP ? 1 : 0;
	const char *etag;
	bool found;

	if (version == 0) {
		MUST(sql_site_artifact(c->db, c->arena,
		    &(struct sql_site_artifact_params){ .path = path, .encoding = code },
		    &newest, &found));
		if (!found)
			return ERR_NOT_FOUND;
		*out = ARTIFACT_OF(newest);
		etag = newest.etag;
	} else {
		MUST(sql_site_artifact_version(c->db, c->arena,
		    &(struct sql_site_artifact_version_params){
			.path = path, .list_version = version, .encoding = code },
		    &one, &found));
		if (!found)
			return ERR_NOT_FOUND;
		*out = ARTIFACT_OF(one);
		etag = one.etag;
	}
	/* A strong tag names bytes: each coding has its own. */
	out->etag = out->encoding == WEB_PLAIN
	    ? etag
	    : arena_printf(c->arena, "%.*s-%s\"", (int)strlen(etag) - 1, etag,
		  out->encoding == WEB_BROTLI ? "br" : "gz");
	return ERR_OK;
}

enum err
site_read_summary(struct ctx *c, const char *slug, struct site_summary *out)
{
	struct sql_site_list_row row;
	bool found;

	MUST(sql_site_list(
	    c->db, c->arena, &(struct sql_site_list_params){ .slug = slug }, &row, &found));
	if (!found)
		return ERR_NOT_FOUND;
	*out = (struct site_summary){ row.slug, row.title, row.entries };
	return ERR_OK;
}

/* --- home ------------------------------------------------------------------------------------------ */

static const char *
facet_label(struct ctx *c, enum lang lang, const struct sql_site_facets_row *f)
{
	enum achievement_field field;

	if (str_eq(f->kind, "field"))
		return achievement_field_parse(f->code, &field) ? achievement_field_words(field)
								: f->code;
	(void)c;
	return lang == LANG_EN && f->name_en[0] != '\0' ? f->name_en : f->name_vi;
}

static void
facet_options(struct ctx *c, enum lang lang, const struct sql_site_facets_rows *rows,
    const char *kind, const char *chosen, const struct option **out, size_t *n)
{
	struct option *options = arena_array(c->arena, rows->n, sizeof(*options));

	*n = 0;
	for (size_t i = 0; i < rows->n; i++) {
		if (!str_eq(rows->v[i].kind, kind))
			continue;
		options[(*n)++] = (struct option){ .value = rows->v[i].code,
			.label = facet_label(c, lang, &rows->v[i]),
			.selected = str_eq(rows->v[i].code, chosen) };
	}
	*out = options;
}

static enum err
read_facets(struct ctx *c, const struct site_query *q, struct site_home_view *v)
{
	struct sql_site_facets_rows rows;

	MUST(sql_site_facets(c->db, c->arena, &rows));
	facet_options(c, v->lang, &rows, "award", q->award, &v->awards, &v->nawards);
	facet_options(c, v->lang, &rows, "unit", q->unit, &v->units, &v->nunits);
	facet_options(c, v->lang, &rows, "field", q->field, &v->fields, &v->nfields);
	facet_options(c, v->lang, &rows, "year",
	    q->year != 0 ? arena_printf(c->arena, "%d", (int)q->year) : "", &v->years,
	    &v->nyears);
	return ERR_OK;
}

/* "us.slug" of the last list shown. */
static enum err
lists_after(struct ctx *c, const char *cursor, int64_t count, struct sql_site_lists_rows *rows)
{
	struct sql_site_lists_params p = {
		.before_at = { FAR_AWAY_US }, .before_slug = "", .count = count
	};
	const char *dot = strchr(cursor, '.');

	if (cursor[0] != '\0') {
		if (dot == NULL ||
		    parse_i64(arena_strndup(c->arena, cursor, (size_t)(dot - cursor)), 1,
			FAR_AWAY_US, &p.before_at.us) != ERR_OK)
			return ERR_BAD_REQUEST;
		p.before_slug = dot + 1;
	}
	return sql_site_lists(c->db, c->arena, &p, rows);
}

static enum err
read_lists(struct ctx *c, const char *cursor, struct site_home_view *v)
{
	struct sql_site_lists_rows rows;
	struct site_list_card *cards;
	const struct sql_site_lists_row *last;

	MUST(lists_after(c, cursor, LISTS_ON_HOME + 1, &rows));
	if ((v->more_lists = rows.n > LISTS_ON_HOME)) {
		rows.n = LISTS_ON_HOME;
		last = &rows.v[rows.n - 1];
		v->lists_href = arena_printf(c->arena, "%s?truoc=%" PRId64 ".%s", v->home,
		    last->visible_from.us, last->slug);
	}
	cards = arena_array(c->arena, rows.n, sizeof(*cards));
	for (size_t i = 0; i < rows.n; i++) {
		const struct sql_site_lists_row *r = &rows.v[i];

		cards[i] =
		    (struct site_list_card){ .href = site_list_path(c->arena, v->lang, r->slug),
			    .title = r->title,
			    .introduction = r->introduction,
			    .unit_name = r->unit_name,
			    .decision_no = r->decision_no,
			    .decision_date = r->decision_date,
			    .at = r->visible_from,
			    .entries = r->entries,
			    .revoked = r->revoked,
			    .corrected = r->version > 1 };
	}
	v->lists = cards;
	v->nlists = rows.n;
	return ERR_OK;
}

static void
escape(struct buf *out, const char *s)
{
	static const char hex[] = "0123456789ABCDEF";

	for (; *s != '\0'; s++) {
		unsigned char ch = (unsigned char)*s;

		if ((ch >= 'a' && ch <= 'z') || (ch >= 'A' && ch <= 'Z') ||
		    (ch >= '0' && ch <= '9') || strchr("-_.~", ch) != NULL)
			buf_putc(out, *s);
		else
			buf_printf(out, "%%%c%c", hex[ch >> 4], hex[ch & 15]);
	}
}

/* The same question at another address, from a cursor on. */
static const char *
query_href(struct arena *a, const char *path, const struct site_query *q, const char *cursor)
{
	const char *names[] = { "q", "danh-hieu", "don-vi", "linh-vuc", "nam", "tiep" };
	const char *values[] = { q->q, q->award, q->unit, q->field,
		q->year != 0 ? arena_printf(a, "%d", (int)q->year) : "", cursor };
	struct buf b = { 0 };
	const char *out;
	char sep = '?';

	buf_puts(&b, path);
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (values[i] == NULL || values[i][0] == '\0')
			continue;
		buf_printf(&b, "%c%s=", sep, names[i]);
		escape(&b, values[i]);
		sep = '&';
	}
	out = arena_strdup(a, b.p);
	buf_free(&b);
	return out;
}

enum err
site_read_home(struct ctx *c, const struct site_query *q, const char *lists_cursor,
    struct site_home_view *v)
{
	struct site_found found;
	struct site_item *items;

	v->q = q->q;
	v->filtered = q->q[0] != '\0' || q->award[0] != '\0' || q->unit[0] != '\0' ||
	    q->field[0] != '\0' || q->year != 0;
	MUST(read_facets(c, q, v));
	if (!v->filtered && q->cursor[0] == '\0')
		MUST(read_lists(c, lists_cursor, v));
	MUST(site_search(c, q, &found));
	items = arena_array(c->arena, found.n, sizeof(*items));
	for (size_t i = 0; i < found.n; i++) {
		site_view_item(
		    c->arena, c->app->origin, v->lang, &found.v[i], found.n, &items[i]);
		items[i].award_shown = true;
	}
	v->items = items;
	v->nitems = found.n;
	if (found.next != NULL)
		v->next_href = query_href(c->arena, v->home, q, found.next);
	if (q->cursor[0] != '\0')
		v->start_href = query_href(c->arena, v->home, q, "");
	v->clear_href = v->home;
	v->csv_href = query_href(c->arena, arena_printf(c->arena, "%s.csv", v->home), q, "");
	v->json_href = query_href(c->arena, arena_printf(c->arena, "%s.json", v->home), q, "");
	return ERR_OK;
}

enum err
site_read_feed(struct ctx *c, enum lang lang, struct feed *f)
{
	struct sql_site_lists_rows rows;
	struct feed_item *items;

	MUST(lists_after(c, "", LISTS_IN_FEED, &rows));
	items = arena_array(c->arena, rows.n, sizeof(*items));
	f->updated.us = INT64_C(
	    1735689600000000); /* an empty feed: 2025-01-01, not now, so that its bytes stay */
	for (size_t i = 0; i < rows.n; i++) {
		const struct sql_site_lists_row *r = &rows.v[i];
		const char *count = int_format(c->arena, r->entries);

		items[i] = (struct feed_item){ .path = site_list_path(c->arena, lang, r->slug),
			.title = r->title,
			.published = r->visible_from,
			.updated = r->visible_from };
		items[i].text = tr_fmt(c->arena, lang,
		    T("%1 trường hợp theo Quyết định số %2 ngày %3 của %4."), 4, count,
		    r->decision_no, date_format(c->arena, r->decision_date), r->unit_name);
		if (r->revoked)
			items[i].text = arena_printf(c->arena, "%s %s", items[i].text,
			    tr(lang, T("Danh sách đã bị thu hồi.")));
		else if (r->version > 1)
			items[i].text = arena_printf(c->arena, "%s %s %s", items[i].text,
			    tr(lang, T("Đính chính:")), r->correction);
		if (r->visible_from.us > f->updated.us)
			f->updated = r->visible_from;
	}
	f->title = tr(lang, T("Danh sách vinh danh tỉnh An Giang"));
	f->path = site_home(lang);
	f->v = items;
	f->n = rows.n;
	return ERR_OK;
}

enum err
site_read_addresses(
    struct ctx *c, const char *after, int64_t count, struct site_address **out, size_t *n)
{
	struct sql_site_addresses_rows rows;

	MUST(sql_site_addresses(c->db, c->arena,
	    &(struct sql_site_addresses_params){ .after = after, .count = count }, &rows));
	*out = arena_array(c->arena, rows.n, sizeof(**out));
	for (size_t i = 0; i < rows.n; i++)
		(*out)[i] = (struct site_address){ rows.v[i].path, rows.v[i].created_at };
	*n = rows.n;
	return ERR_OK;
}
