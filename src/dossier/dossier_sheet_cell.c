/* Cells: as JSON from a browser and in the database, as cleaned text for reading. */
#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>
#include <sodium.h>

#include "core/str.h"
#include "core/utf8.h"
#include "dossier/dossier_sheet.h"
#include "registry/identity.h"

struct sheet_row *sheet_rows_add(struct arena *, struct sheet_rows *);

static const char *const column_texts[SHEET_COLUMN_COUNT] = {
	[SHEET_IGNORE] = "",
	[SHEET_ORDINAL] = "ordinal",
	[SHEET_NAME] = "name",
	[SHEET_KIND] = "kind",
	[SHEET_GENDER] = "gender",
	[SHEET_BORN] = "born",
	[SHEET_POSITION] = "position",
	[SHEET_WORKPLACE] = "workplace",
	[SHEET_AWARD] = "award",
	[SHEET_FIELD] = "field",
	[SHEET_ACHIEVEMENT] = "achievement",
	[SHEET_ID_NUMBER] = "id_number",
	[SHEET_KEY] = "key",
};

const char *
sheet_column_text(enum sheet_column column)
{
	return column_texts[column];
}

bool
sheet_column_parse(const char *text, enum sheet_column *out)
{
	for (int i = 0; i < SHEET_COLUMN_COUNT; i++) {
		if (strcmp(column_texts[i], text) == 0) {
			*out = (enum sheet_column)i;
			return true;
		}
	}
	return false;
}

const char *
sheet_column_words(enum sheet_column column)
{
	static const char *const words[SHEET_COLUMN_COUNT] = {
		[SHEET_IGNORE] = T("(không đọc)"),
		[SHEET_ORDINAL] = T("Số thứ tự"),
		[SHEET_NAME] = T("Họ và tên/Tên tập thể"),
		[SHEET_KIND] = T("Cá nhân, tập thể hay hộ gia đình"),
		[SHEET_GENDER] = T("Giới tính"),
		[SHEET_BORN] = T("Ngày sinh"),
		[SHEET_POSITION] = T("Chức vụ, nghề nghiệp"),
		[SHEET_WORKPLACE] = T("Đơn vị công tác"),
		[SHEET_AWARD] = T("Danh hiệu, hình thức đề nghị"),
		[SHEET_FIELD] = T("Lĩnh vực"),
		[SHEET_ACHIEVEMENT] = T("Tóm tắt thành tích"),
		[SHEET_ID_NUMBER] = T("Số định danh cá nhân"),
		[SHEET_KEY] = T("Mã dòng"),
	};

	return words[column];
}

/* --- from JSON ----------------------------------------------------------------------------------------- */

static const char *
number_text(struct arena *a, double v)
{
	if (v == floor(v) && fabs(v) < 1e15)
		return arena_printf(a, "%.0f", v);
	return arena_printf(a, "%.15g", v);
}

static bool
too_long(const char *s)
{
	return strlen(s) > SHEET_CELL_MAX && utf8_length(s) > SHEET_CELL_MAX;
}

static bool
scalar_text(struct arena *a, const json_t *j, const char **out)
{
	switch (json_typeof(j)) {
	case JSON_STRING: *out = arena_strdup(a, json_string_value(j)); return true;
	case JSON_INTEGER:
		*out = arena_printf(a, "%" JSON_INTEGER_FORMAT, json_integer_value(j));
		return true;
	case JSON_REAL: *out = number_text(a, json_real_value(j)); return true;
	case JSON_TRUE: *out = "TRUE"; return true;
	case JSON_FALSE: *out = "FALSE"; return true;
	case JSON_NULL: *out = ""; return true;
	case JSON_OBJECT:
	case JSON_ARRAY: break;
	}
	return false;
}

static bool
read_object(struct arena *a, const json_t *j, struct sheet_cell *out)
{
	const json_t *date = json_object_get(j, "d"), *formula = json_object_get(j, "f"),
		     *shown = json_object_get(j, "v");
	struct date day;

	if (formula != NULL) {
		if (!json_is_string(formula) || json_object_size(j) > (shown != NULL ? 2u : 1u))
			return false;
		out->type = CELL_FORMULA;
		out->text = arena_strdup(a, json_string_value(formula));
		if (shown != NULL && json_is_object(shown)) {
			struct sheet_cell inner = { CELL_EMPTY, "", "", NULL };

			if (json_object_get(shown, "d") == NULL ||
			    !read_object(a, shown, &inner))
				return false;
			out->shown = inner.text;
			return true;
		}
		return shown == NULL || scalar_text(a, shown, &out->shown);
	}
	if (date == NULL || !json_is_string(date) || json_object_size(j) != 1)
		return false;
	out->text = arena_strndup(a, json_string_value(date), 10);
	out->type = CELL_DATE;
	/* A day outside the calendar of people is kept as text, to be judged as what was typed. */
	if (date_parse(out->text, &day) != ERR_OK)
		out->type = CELL_TEXT;
	return true;
}

void
sheet_hide_number(struct arena *a, struct sheet_cell *cell)
{
	char digits[IDENTITY_DIGITS + 1];
	const char *text;

	if (row_key_shaped(cell->text))
		return;
	text = identity_hide(a, cell->text, digits);
	cell->shown = identity_hide(a, cell->shown, NULL);
	if (text == cell->text)
		return;
	cell->text = text;
	if (cell->type == CELL_NUMBER)
		cell->type = CELL_TEXT;
	/* What a formula says is not read, so neither is a number in it. */
	if (cell->type == CELL_TEXT && digits[0] != '\0')
		cell->number = arena_strdup(a, digits);
	sodium_memzero(digits, sizeof(digits));
}

static enum sheet_fault
read_cell(struct arena *a, const json_t *j, struct sheet_cell *out)
{
	out->text = out->shown = "";
	out->number = NULL;
	switch (json_typeof(j)) {
	case JSON_OBJECT:
		if (!read_object(a, j, out))
			return SHEET_BAD_CELLS;
		break;
	case JSON_ARRAY: return SHEET_BAD_CELLS;
	case JSON_NULL: out->type = CELL_EMPTY; return SHEET_OK;
	case JSON_STRING: out->type = CELL_TEXT; break;
	case JSON_INTEGER:
	case JSON_REAL: out->type = CELL_NUMBER; break;
	case JSON_TRUE:
	case JSON_FALSE: out->type = CELL_BOOL; break;
	}
	if (!json_is_object(j) && !scalar_text(a, j, &out->text))
		return SHEET_BAD_CELLS;
	if (out->type == CELL_TEXT && out->text[0] == '\0')
		out->type = CELL_EMPTY;
	sheet_hide_number(a, out);
	return too_long(out->text) || too_long(out->shown) ? SHEET_LONG_CELL : SHEET_OK;
}

static enum sheet_fault
read_array(struct arena *a, const json_t *j, struct sheet_row *r)
{
	size_t n = json_array_size(j);

	if (!json_is_array(j))
		return SHEET_BAD_CELLS;
	while (n > 0 && json_is_null(json_array_get(j, n - 1)))
		n--;
	if (n > SHEET_COLUMNS_MAX)
		return SHEET_TOO_MANY_COLUMNS;
	r->cells = arena_array(a, n + 1, sizeof(*r->cells));
	r->ncells = n;
	for (size_t i = 0; i < n; i++) {
		enum sheet_fault fault = read_cell(a, json_array_get(j, i), &r->cells[i]);

		if (fault != SHEET_OK)
			return fault;
	}
	return SHEET_OK;
}

static bool
row_is_blank(struct arena *a, const struct sheet_row *r)
{
	for (size_t i = 0; i < r->ncells; i++) {
		if (r->cells[i].type != CELL_EMPTY && str_trim(a, r->cells[i].text)[0] != '\0')
			return false;
	}
	return true;
}

enum sheet_fault
sheet_read_chunk(struct arena *a, const char *json, size_t n, int32_t from_row,
    struct sheet_rows *rows, const char **detail)
{
	enum sheet_fault fault = SHEET_OK;
	json_t *doc;

	memset(rows, 0, sizeof(*rows));
	*detail = "";
	doc = json_loadb(json, n, JSON_REJECT_DUPLICATES, NULL);
	if (!json_is_array(doc))
		fault = SHEET_BAD_CELLS;
	else if (json_array_size(doc) > SHEET_ROWS_MAX)
		fault = SHEET_TOO_MANY_ROWS;
	for (size_t i = 0; fault == SHEET_OK && i < json_array_size(doc); i++) {
		struct sheet_row r = { .row_no = from_row + (int32_t)i };

		*detail = arena_printf(a, "%" PRId32, r.row_no);
		if (r.row_no >= SHEET_REMOVED_FROM)
			fault = SHEET_TOO_MANY_ROWS;
		else if ((fault = read_array(a, json_array_get(doc, i), &r)) == SHEET_OK &&
		    !row_is_blank(a, &r))
			*sheet_rows_add(a, rows) = r;
	}
	json_decref(doc);
	return fault;
}

bool
sheet_read_cells(struct arena *a, const char *json, struct sheet_row *r)
{
	json_t *doc = json_loads(json, 0, NULL);
	bool ok = doc != NULL && read_array(a, doc, r) == SHEET_OK;

	json_decref(doc);
	return ok;
}

bool
sheet_read_fix(struct arena *a, const char *json, struct sheet_row *r)
{
	json_t *doc, *value;
	const char *name;
	enum sheet_column column;
	bool ok = true;

	if (strcmp(json, "{}") == 0)
		return true;
	doc = json_loads(json, 0, NULL);
	if (!json_is_object(doc))
		ok = false;
	else
		json_object_foreach(doc, name, value)
		{
			if (!json_is_string(value) || !sheet_column_parse(name, &column) ||
			    column == SHEET_IGNORE)
				ok = false;
			else
				r->fix[column] = arena_strdup(a, json_string_value(value));
		}
	json_decref(doc);
	return ok;
}

/* --- to JSON --------------------------------------------------------------------------------------------- */

void
sheet_write_text(struct buf *b, const char *s)
{
	const char *from = s;

	buf_putc(b, '"');
	for (; *s != '\0'; s++) {
		unsigned char ch = (unsigned char)*s;

		if (ch >= 0x20 && ch != '"' && ch != '\\')
			continue;
		buf_add(b, from, (size_t)(s - from));
		if (ch == '"' || ch == '\\')
			buf_printf(b, "\\%c", ch);
		else
			buf_printf(b, "\\u%04x", ch);
		from = s + 1;
	}
	buf_add(b, from, (size_t)(s - from));
	buf_putc(b, '"');
}

static void
write_cell(struct buf *b, const struct sheet_cell *c)
{
	switch (c->type) {
	case CELL_EMPTY: BUF_LIT(b, "null"); return;
	case CELL_TEXT: sheet_write_text(b, c->text); return;
	case CELL_NUMBER: buf_puts(b, c->text); return;
	case CELL_BOOL: buf_puts(b, c->text[0] == 'T' ? "true" : "false"); return;
	case CELL_DATE:
		BUF_LIT(b, "{\"d\":");
		sheet_write_text(b, c->text);
		buf_putc(b, '}');
		return;
	case CELL_FORMULA: break;
	}
	BUF_LIT(b, "{\"f\":");
	sheet_write_text(b, c->text);
	BUF_LIT(b, ",\"v\":");
	sheet_write_text(b, c->shown);
	buf_putc(b, '}');
}

void
sheet_write_cells(struct buf *b, const struct sheet_row *r)
{
	size_t n = r->ncells;

	while (n > 0 && r->cells[n - 1].type == CELL_EMPTY)
		n--;
	buf_putc(b, '[');
	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			buf_putc(b, ',');
		write_cell(b, &r->cells[i]);
	}
	buf_putc(b, ']');
}

void
sheet_write_fix(struct buf *b, const struct sheet_row *r)
{
	char before = '{';

	for (int i = 1; i < SHEET_COLUMN_COUNT; i++) {
		if (r->fix[i] == NULL)
			continue;
		buf_putc(b, before);
		sheet_write_text(b, column_texts[i]);
		buf_putc(b, ':');
		sheet_write_text(b, r->fix[i]);
		before = ',';
	}
	if (before == '{')
		buf_putc(b, '{');
	buf_putc(b, '}');
}

/* --- as text ------------------------------------------------------------------------------------------------ */

const char *
sheet_clean(struct arena *a, const char *text, bool lines)
{
	const char *in;
	char *s, *out;
	bool space = false, plain = true;

	/* Most cells are ASCII-spaced and composed already; NFC is a no-op copy then. */
	for (in = text; *in != '\0' && plain; in++)
		plain = (unsigned char)*in < 0x80;
	s = plain ? arena_strdup(a, text) : utf8_nfc(a, text);
	for (in = out = s; *in != '\0'; in++) {
		char c = *in;

		/* U+00A0, U+202F, U+2007 are spaces; U+200B, U+FEFF and U+00AD are nothing at all. */
		if ((unsigned char)c == 0xc2 && (unsigned char)in[1] == 0xa0) {
			in++;
			c = ' ';
		} else if (memcmp(in, "\xe2\x80\xaf", strnlen(in, 3)) == 0 ||
		    memcmp(in, "\xe2\x80\x87", strnlen(in, 3)) == 0) {
			in += 2;
			c = ' ';
		} else if (memcmp(in, "\xe2\x80\x8b", strnlen(in, 3)) == 0 ||
		    memcmp(in, "\xef\xbb\xbf", strnlen(in, 3)) == 0) {
			in += 2;
			continue;
		} else if ((unsigned char)c == 0xc2 && (unsigned char)in[1] == 0xad) {
			in++;
			continue;
		}
		if (c == '\t' || c == '\r' || (c == '\n' && !lines))
			c = ' ';
		if (c == ' ' && (space || out == s))
			continue;
		if (c == '\n' && out == s)
			continue;
		/* No space at the end of a line. */
		if (c == '\n' && out > s && out[-1] == ' ')
			out--;
		space = c == ' ';
		*out++ = c;
	}
	while (out > s && (out[-1] == ' ' || out[-1] == '\n'))
		out--;
	*out = '\0';
	return strcmp(s, "-") == 0 || strcmp(s, "–") == 0 ? "" : s;
}

const struct sheet_cell *
sheet_cell_of(const struct sheet_row *r, const struct sheet_map *map, enum sheet_column column)
{
	static const struct sheet_cell none = { CELL_EMPTY, "", "", NULL };

	for (size_t i = 0; i < map->n; i++) {
		if (map->of[i] == column)
			return i < r->ncells ? &r->cells[i] : &none;
	}
	return &none;
}

const char *
sheet_text_of(struct arena *a, const struct sheet_row *r, const struct sheet_map *map,
    enum sheet_column column, bool lines)
{
	const struct sheet_cell *c;
	struct date day;

	if (r->fix[column] != NULL)
		return sheet_clean(a, r->fix[column], lines);
	c = sheet_cell_of(r, map, column);
	switch (c->type) {
	case CELL_TEXT: return sheet_clean(a, c->text, lines);
	case CELL_NUMBER: return c->text;
	case CELL_BOOL: return c->text;
	case CELL_DATE:
		return date_parse(c->text, &day) == ERR_OK ? date_format(a, day) : c->text;
	case CELL_EMPTY:
	case CELL_FORMULA: break;
	}
	return "";
}
