/* Which row holds the headings, and what each column means. */
#include <inttypes.h>
#include <string.h>

#include "core/str.h"
#include "core/utf8.h"
#include "core/vietnamese.h"
#include "dossier/dossier_sheet.h"

/* Folded phrases a column is known by, the surest first; a later row of the table never beats an earlier one. */
static const struct {
	const char *phrase;
	enum sheet_column column;
	bool whole; /* the whole heading, not a part of it */
} phrases[] = {
	{ "ma dong", SHEET_KEY, true },
	{ "stt", SHEET_ORDINAL, true },
	{ "tt", SHEET_ORDINAL, true },
	{ "so tt", SHEET_ORDINAL, true },
	{ "so thu tu", SHEET_ORDINAL, true },
	{ "so dinh danh", SHEET_ID_NUMBER, false },
	{ "dinh danh ca nhan", SHEET_ID_NUMBER, false },
	{ "can cuoc", SHEET_ID_NUMBER, false },
	{ "cccd", SHEET_ID_NUMBER, false },
	{ "cmnd", SHEET_ID_NUMBER, false },
	/* What was awarded before is no proposal. */
	{ "da duoc", SHEET_IGNORE, false },
	{ "da dat", SHEET_IGNORE, false },
	{ "ghi chu", SHEET_IGNORE, false },
	{ "linh vuc", SHEET_FIELD, false },
	{ "thanh tich", SHEET_ACHIEVEMENT, false },
	{ "danh hieu", SHEET_AWARD, false },
	{ "hinh thuc", SHEET_AWARD, false },
	{ "muc khen", SHEET_AWARD, false },
	{ "de nghi khen", SHEET_AWARD, false },
	{ "ho va ten", SHEET_NAME, false },
	{ "ho ten", SHEET_NAME, false },
	{ "ten tap the", SHEET_NAME, false },
	{ "ten ca nhan", SHEET_NAME, false },
	{ "ten ho gia dinh", SHEET_NAME, false },
	{ "gioi tinh", SHEET_GENDER, false },
	{ "nam nu", SHEET_GENDER, true },
	{ "ngay sinh", SHEET_BORN, false },
	{ "nam sinh", SHEET_BORN, false },
	{ "ngay thang nam sinh", SHEET_BORN, false },
	{ "doi tuong", SHEET_KIND, false },
	{ "ca nhan tap the", SHEET_KIND, false },
	{ "chuc vu", SHEET_POSITION, false },
	{ "chuc danh", SHEET_POSITION, false },
	{ "nghe nghiep", SHEET_POSITION, false },
	{ "don vi", SHEET_WORKPLACE, false },
	{ "noi cong tac", SHEET_WORKPLACE, false },
	{ "dia chi", SHEET_WORKPLACE, false },
	{ "noi o", SHEET_WORKPLACE, false },
};

static bool
meaning_of(struct arena *a, const char *heading, enum sheet_column *out)
{
	const char *folded;

	/* A heading is short; a long cell with such words is a title or an achievement. */
	if (heading[0] == '\0' || utf8_length(heading) > 80)
		return false;
	folded = vn_fold(a, heading);
	for (size_t i = 0; i < sizeof(phrases) / sizeof(phrases[0]); i++) {
		if (phrases[i].whole ? strcmp(folded, phrases[i].phrase) == 0
				     : strstr(folded, phrases[i].phrase) != NULL) {
			*out = phrases[i].column;
			return *out != SHEET_IGNORE;
		}
	}
	return false;
}

static const char *
heading_text(struct arena *a, const struct sheet_row *r, size_t column)
{
	if (column >= r->ncells || r->cells[column].type != CELL_TEXT)
		return "";
	return sheet_clean(a, r->cells[column].text, false);
}

static bool
means(const struct sheet_map *map, enum sheet_column column)
{
	for (size_t i = 0; i < map->n; i++) {
		if (map->of[i] == column)
			return true;
	}
	return false;
}

static int
read_headings(struct arena *a, const struct sheet_row *r, struct sheet_map *map)
{
	enum sheet_column m;
	int known = 0;

	memset(map, 0, sizeof(*map));
	map->header_row = map->header_first = r->row_no;
	map->n = r->ncells;
	for (size_t i = 0; i < r->ncells; i++) {
		map->heading[i] = heading_text(a, r, i);
		/* Of two columns that could mean the same the first one is taken; the user may change it. */
		if (!meaning_of(a, map->heading[i], &m) || means(map, m))
			continue;
		map->of[i] = m;
		known++;
	}
	return known;
}

/*
 * A second line of headings under merged cells: no name and no award in it, short texts only, at least one
 * of them a heading where the first line has none or a wider one.
 */
static void
add_second_line(struct arena *a, const struct sheet_row *r, struct sheet_map *map)
{
	struct sheet_map wide = *map;
	enum sheet_column m;
	int added = 0;

	if (r->row_no != map->header_row + 1)
		return;
	if (wide.n < r->ncells)
		wide.n = r->ncells;
	for (size_t i = 0; i < wide.n; i++) {
		const char *text = heading_text(a, r, i);

		if (i >= map->n)
			wide.heading[i] = "";
		if (i < r->ncells && r->cells[i].type != CELL_EMPTY && text[0] == '\0')
			return; /* numbers and dates are no headings */
		if (text[0] == '\0')
			continue;
		if (wide.of[i] == SHEET_NAME || utf8_length(text) > 80)
			return;
		if (!meaning_of(a, text, &m))
			m = SHEET_IGNORE;
		if (m != SHEET_IGNORE && !means(&wide, m) && wide.of[i] == SHEET_IGNORE) {
			wide.of[i] = m;
			added++;
		} else if (m != SHEET_IGNORE && wide.of[i] == m) {
			added++;
		}
		wide.heading[i] = wide.heading[i][0] == '\0'
		    ? text
		    : arena_printf(a, "%s: %s", wide.heading[i], text);
	}
	if (added == 0)
		return;
	wide.header_row = r->row_no;
	*map = wide;
}

/* Without headings all columns of the first rows are offered, and none means anything yet. */
static void
no_headings(const struct sheet_rows *rows, struct sheet_map *map)
{
	memset(map, 0, sizeof(*map));
	for (size_t i = 0; i < rows->n && i < SHEET_HEADER_WITHIN; i++) {
		if (rows->v[i].ncells > map->n)
			map->n = rows->v[i].ncells;
	}
	for (size_t i = 0; i < map->n; i++)
		map->heading[i] = "";
}

void
sheet_propose_map(struct arena *a, const struct sheet_rows *rows, struct sheet_map *best)
{
	struct sheet_map map;
	int known, most = 0;
	size_t at = 0;

	no_headings(rows, best);
	for (size_t i = 0;
	     i < rows->n && i < SHEET_HEADER_WITHIN && rows->v[i].row_no <= SHEET_HEADER_WITHIN;
	     i++) {
		known = read_headings(a, &rows->v[i], &map);
		if (!means(&map, SHEET_NAME) || known < 2 || known <= most)
			continue;
		*best = map;
		most = known;
		at = i;
		if (means(&map, SHEET_AWARD))
			break;
	}
	if (most > 0 && at + 1 < rows->n)
		add_second_line(a, &rows->v[at + 1], best);
}

void
sheet_fill_headings(struct arena *a, const struct sheet_rows *rows, struct sheet_map *map)
{
	for (size_t k = 0; k < SHEET_COLUMNS_MAX; k++)
		map->heading[k] = "";
	map->header_first = map->header_row;
	for (size_t i = 0; i < rows->n && rows->v[i].row_no <= map->header_row; i++) {
		if (rows->v[i].row_no != map->header_row)
			continue;
		if (rows->v[i].ncells > map->n)
			map->n = rows->v[i].ncells;
		for (size_t k = 0; k < map->n; k++)
			map->heading[k] = heading_text(a, &rows->v[i], k);
	}
}

const char *
sheet_map_fault(const struct sheet_map *map, const char **column)
{
	static const enum sheet_column needed[] = { SHEET_NAME, SHEET_AWARD };

	for (size_t i = 0; i < map->n; i++) {
		for (size_t k = 0; k < i; k++) {
			if (map->of[i] != SHEET_IGNORE && map->of[i] == map->of[k]) {
				*column = sheet_column_words(map->of[i]);
				return T("Hai cột cùng được chọn là “%1”. Chọn lại một cột.");
			}
		}
	}
	for (size_t i = 0; i < sizeof(needed) / sizeof(needed[0]); i++) {
		if (!means(map, needed[i])) {
			*column = sheet_column_words(needed[i]);
			return T(
			    "Chưa biết cột nào là “%1”. Chọn cột đó ở phần “Các cột của tệp”.");
		}
	}
	return NULL;
}

char *
sheet_map_format(struct arena *a, const struct sheet_map *map)
{
	char *out = arena_strdup(a, "");

	for (size_t i = 0; i < map->n; i++)
		out = arena_printf(
		    a, "%s%s%s", out, i > 0 ? "," : "", sheet_column_text(map->of[i]));
	return out;
}

bool
sheet_map_parse(const char *text, struct sheet_map *map)
{
	char name[32];

	map->n = 0;
	while (*text != '\0') {
		size_t len = strcspn(text, ",");

		if (len >= sizeof(name) || map->n == SHEET_COLUMNS_MAX)
			return false;
		memcpy(name, text, len);
		name[len] = '\0';
		if (!sheet_column_parse(name, &map->of[map->n]))
			return false;
		map->n++;
		text += len;
		if (*text == ',' && *++text == '\0') {
			if (map->n == SHEET_COLUMNS_MAX)
				return false;
			map->of[map->n++] = SHEET_IGNORE;
		}
	}
	return true;
}
