/* Machine-readable forms of honour lists. */
#include "site/site_format.h"

#include <inttypes.h>
#include <string.h>

#include "app/words.h"
#include "core/json.h"
#include "core/str.h"

#define AUTHOR T("Hội đồng Thi đua - Khen thưởng tỉnh An Giang")

/* --- JSON -------------------------------------------------------------------------------------- */

json_t *
site_json_entry(struct arena *a, const char *origin, enum lang lang, const struct site_entry *e)
{
	json_t *o = json_object();

	json_object_set_new(o, "ordinal", json_integer(e->ordinal));
	json_object_set_new(o, "kind", json_string(nominee_kind_text(e->kind)));
	json_object_set_new(o, "name", json_string(e->name));
	json_object_set_new(o, "position", json_string(e->position));
	json_object_set_new(
	    o, "unit", json_pack("{s:s, s:s}", "code", e->unit_code, "name", e->unit_name));
	json_object_set_new(o, "award",
	    json_pack("{s:s, s:s, s:s}", "code", e->award_code, "name", e->award_name_vi,
		"name_en", e->award_name_en));
	json_object_set_new(o, "field", json_string(achievement_field_text(e->field)));
	json_object_set_new(o, "year", json_integer(e->year));
	json_object_set_new(o, "achievement", json_string(e->achievement));
	json_object_set_new(o, "decision",
	    json_pack("{s:s, s:s}", "number", e->decision_no, "date",
		date_format_iso(a, e->decision_date)));
	json_object_set_new(o, "state", json_string(entry_state_text(e->state)));
	if (e->state == ENTRY_STATE_REVOKED)
		json_object_set_new(o, "revoked_on",
		    e->revoked_on.year != 0 ? json_string(date_format_iso(a, e->revoked_on))
					    : json_null());
	if (!str_empty(e->note))
		json_object_set_new(o, "note", json_string(e->note));
	json_object_set_new(o, "url",
	    json_string(arena_printf(a, "%s%s", origin, site_entry_path(a, lang, e))));
	return o;
}

void
site_json_list(struct arena *a, const char *origin, enum lang lang, const struct site_list *l,
    struct buf *out)
{
	json_t *o = json_object(), *changes = json_array(), *entries = json_array();

	json_object_set_new(o, "title", json_string(l->title));
	json_object_set_new(o, "introduction", json_string(l->introduction));
	json_object_set_new(o, "url",
	    json_string(arena_printf(a, "%s%s", origin, site_list_path(a, lang, l->slug))));
	json_object_set_new(o, "version", json_integer(l->version));
	json_object_set_new(o, "published", json_string(timestamp_format_iso(a, l->first_at)));
	json_object_set_new(o, "updated", json_string(timestamp_format_iso(a, l->at)));
	json_object_set_new(
	    o, "unit", json_pack("{s:s, s:s}", "code", l->unit_code, "name", l->unit_name));
	json_object_set_new(o, "decision",
	    json_pack("{s:s, s:s}", "number", l->decision_no, "date",
		date_format_iso(a, l->decision_date)));
	json_object_set_new(o, "year", json_integer(l->year));
	json_object_set_new(o, "revoked", json_boolean(l->revoked));
	if (l->revoked)
		json_object_set_new(
		    o, "revoked_on", json_string(date_format_iso(a, l->revoked_on)));
	for (size_t i = 0; i < l->nchanges; i++)
		json_array_append_new(changes,
		    json_pack("{s:i, s:s, s:s}", "version", (int)l->changes[i].version, "at",
			timestamp_format_iso(a, l->changes[i].at), "text", l->changes[i].text));
	json_object_set_new(o, "corrections", changes);
	for (size_t i = 0; i < l->n; i++)
		json_array_append_new(entries, site_json_entry(a, origin, lang, &l->v[i]));
	json_object_set_new(o, "entries", entries);
	buf_puts(out, json_text(a, o));
}

/* --- CSV --------------------------------------------------------------------------------------------- */

void
site_csv_cell(struct buf *out, const char *s, bool last)
{
	if (s == NULL)
		s = "";
	BUF_LIT(out, "\"");
	if (strchr("=+-@\t\r\n|%", s[0]) != NULL && s[0] != '\0')
		BUF_LIT(out, "'");
	/* Full-width = + - @ are formulas for some spreadsheets too. */
	else if (str_starts(s, "\xef\xbc\x9d") || str_starts(s, "\xef\xbc\x8b") ||
	    str_starts(s, "\xef\xbc\x8d") || str_starts(s, "\xef\xbc\xa0"))
		BUF_LIT(out, "'");
	for (; *s != '\0'; s++) {
		if (*s == '"')
			BUF_LIT(out, "\"\"");
		else if (*s == '\n')
			BUF_LIT(out, " ");
		else if (*s != '\r')
			buf_putc(out, *s);
	}
	if (last)
		BUF_LIT(out, "\"\r\n");
	else
		BUF_LIT(out, "\",");
}

void
site_csv_head(enum lang lang, struct buf *out)
{
	static const char *const columns[] = { T("Số sổ vàng"), T("Tên"), T("Loại"),
		T("Chức vụ"), T("Đơn vị"), T("Danh hiệu, hình thức khen thưởng"), T("Lĩnh vực"),
		T("Năm"), T("Thành tích"), T("Số quyết định"), T("Ngày quyết định"),
		T("Trạng thái"), T("Ghi chú"), T("Địa chỉ") };
	size_t n = sizeof(columns) / sizeof(columns[0]);

	BUF_LIT(out, "\xef\xbb\xbf");
	for (size_t i = 0; i < n; i++)
		site_csv_cell(out, tr(lang, columns[i]), i == n - 1);
}

static const char *
state_words(struct arena *a, enum lang lang, const struct site_entry *e)
{
	if (e->state == ENTRY_STATE_REVOKED)
		return e->revoked_on.year != 0
		    ? tr_fmt(a, lang, T("Đã thu hồi ngày %1"), 1, date_format(a, e->revoked_on))
		    : tr(lang, T("Đã thu hồi"));
	return e->state == ENTRY_STATE_CORRECTED ? tr(lang, T("Đã đính chính")) : "";
}

void
site_csv_entry(struct arena *a, const char *origin, enum lang lang, const struct site_entry *e,
    struct buf *out)
{
	site_csv_cell(out, arena_printf(a, "%d", (int)e->ordinal), false);
	site_csv_cell(out, e->name, false);
	site_csv_cell(out, tr(lang, nominee_kind_words(e->kind)), false);
	site_csv_cell(out, e->position, false);
	site_csv_cell(out, e->unit_name, false);
	site_csv_cell(out, site_award_name(lang, e), false);
	site_csv_cell(out, tr(lang, achievement_field_words(e->field)), false);
	site_csv_cell(out, arena_printf(a, "%d", (int)e->year), false);
	site_csv_cell(out, e->achievement, false);
	site_csv_cell(out, e->decision_no, false);
	site_csv_cell(out, date_format(a, e->decision_date), false);
	site_csv_cell(out, state_words(a, lang, e), false);
	site_csv_cell(out, e->note, false);
	site_csv_cell(out, arena_printf(a, "%s%s", origin, site_entry_path(a, lang, e)), true);
}

/* --- feeds --------------------------------------------------------------------------------------------- */

void
site_xml(struct buf *out, const char *s)
{
	for (; s != NULL && *s != '\0'; s++) {
		switch (*s) {
		case '&': BUF_LIT(out, "&amp;"); break;
		case '<': BUF_LIT(out, "&lt;"); break;
		case '>': BUF_LIT(out, "&gt;"); break;
		case '"': BUF_LIT(out, "&quot;"); break;
		default:
			if ((unsigned char)*s >= 0x20 || *s == '\n' || *s == '\t')
				buf_putc(out, *s);
		}
	}
}

static void
element(struct buf *out, const char *name, const char *text)
{
	buf_printf(out, "<%s>", name);
	site_xml(out, text);
	buf_printf(out, "</%s>\n", name);
}

static void
link_to(
    struct buf *out, const char *rel, const char *type, const char *origin, const char *path)
{
	buf_printf(out, "<link rel=\"%s\" type=\"%s\" href=\"", rel, type);
	site_xml(out, origin);
	site_xml(out, path);
	BUF_LIT(out, "\"/>\n");
}

void
site_feed_atom(
    struct arena *a, const char *origin, enum lang lang, const struct feed *f, struct buf *out)
{
	BUF_LIT(out,
	    "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"");
	buf_puts(out, lang_code(lang));
	BUF_LIT(out, "\">\n");
	element(out, "title", f->title);
	element(out, "id", arena_printf(a, "%s%s", origin, f->path));
	element(out, "updated", timestamp_format_iso(a, f->updated));
	BUF_LIT(out, "<author>");
	element(out, "name", tr(lang, AUTHOR));
	BUF_LIT(out, "</author>\n");
	link_to(out, "self", "application/atom+xml", origin, f->self);
	link_to(out, "alternate", "text/html", origin, f->path);
	for (size_t i = 0; i < f->n; i++) {
		const struct feed_item *e = &f->v[i];

		BUF_LIT(out, "<entry>\n");
		element(out, "title", e->title);
		element(out, "id", arena_printf(a, "%s%s", origin, e->path));
		element(out, "published", timestamp_format_iso(a, e->published));
		element(out, "updated", timestamp_format_iso(a, e->updated));
		link_to(out, "alternate", "text/html", origin, e->path);
		element(out, "summary", e->text);
		BUF_LIT(out, "</entry>\n");
	}
	BUF_LIT(out, "</feed>\n");
}

void
site_feed_json(
    struct arena *a, const char *origin, enum lang lang, const struct feed *f, struct buf *out)
{
	json_t *o = json_object(), *items = json_array();

	json_object_set_new(o, "version", json_string("https://jsonfeed.org/version/1.1"));
	json_object_set_new(o, "title", json_string(f->title));
	json_object_set_new(
	    o, "home_page_url", json_string(arena_printf(a, "%s%s", origin, f->path)));
	json_object_set_new(
	    o, "feed_url", json_string(arena_printf(a, "%s%s", origin, f->self)));
	json_object_set_new(o, "language", json_string(lang_code(lang)));
	json_object_set_new(o, "authors", json_pack("[{s:s}]", "name", tr(lang, AUTHOR)));
	for (size_t i = 0; i < f->n; i++) {
		const char *url = arena_printf(a, "%s%s", origin, f->v[i].path);

		json_array_append_new(items,
		    json_pack("{s:s, s:s, s:s, s:s, s:s, s:s}", "id", url, "url", url, "title",
			f->v[i].title, "content_text", f->v[i].text, "date_published",
			timestamp_format_iso(a, f->v[i].published), "date_modified",
			timestamp_format_iso(a, f->v[i].updated)));
	}
	json_object_set_new(o, "items", items);
	buf_puts(out, json_text(a, o));
}

void
site_feed_of_list(struct arena *a, enum lang lang, const struct site_list *l, struct feed *f)
{
	struct feed_item *items = arena_array(a, l->n, sizeof(*items));

	f->title = l->title;
	f->path = site_list_path(a, lang, l->slug);
	f->updated = l->at;
	f->v = items;
	f->n = l->n;
	for (size_t i = 0; i < l->n; i++) {
		const struct site_entry *e = &l->v[i];
		const char *state = state_words(a, lang, e);

		items[i].path = site_entry_path(a, lang, e);
		items[i].title = arena_printf(a, "%s – %s%s%s", e->name,
		    site_award_name(lang, e), state[0] != '\0' ? " – " : "", state);
		items[i].text = arena_printf(a, "%s%s%s%s%s", site_where(a, e),
		    e->achievement[0] != '\0' ? ". " : "", e->achievement,
		    str_empty(e->note) ? "" : ". ", str_empty(e->note) ? "" : e->note);
		items[i].published = l->first_at;
		items[i].updated = l->at;
	}
}
