/* Bytes of a CSV file or of pasted cells as rows: delimiter, line ends, quotes. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include <csv.h>

#include "core/str.h"
#include "core/utf8.h"
#include "dossier/dossier_sheet.h"

#define PROBE_BYTES 32768

struct grid {
	struct arena *arena;
	struct sheet_rows *rows;
	struct sheet_cell line[SHEET_COLUMNS_MAX];
	size_t nline;
	int32_t row_no;
	enum sheet_fault fault;
};

static void
on_cell(void *bytes, size_t n, void *arg)
{
	struct grid *g = arg;
	char *text;

	if (g->fault != SHEET_OK)
		return;
	if (g->nline == SHEET_COLUMNS_MAX) {
		/* Spreadsheets write empty columns to the right of what is used. */
		if (n > 0)
			g->fault = SHEET_TOO_MANY_COLUMNS;
		return;
	}
	text = arena_strndup(g->arena, bytes != NULL ? bytes : "", n);
	if (n > SHEET_CELL_MAX && utf8_length(text) > SHEET_CELL_MAX)
		g->fault = SHEET_LONG_CELL;
	g->line[g->nline] =
	    (struct sheet_cell){ text[0] != '\0' ? CELL_TEXT : CELL_EMPTY, text, "", NULL };
	sheet_hide_number(g->arena, &g->line[g->nline++]);
}

static bool
line_is_blank(const struct grid *g)
{
	for (size_t i = 0; i < g->nline; i++) {
		if (str_trim(g->arena, g->line[i].text)[0] != '\0')
			return false;
	}
	return true;
}

struct sheet_row *sheet_rows_add(struct arena *, struct sheet_rows *);

struct sheet_row *
sheet_rows_add(struct arena *a, struct sheet_rows *rows)
{
	if (rows->n == rows->cap) {
		size_t cap = rows->cap == 0 ? 64 : rows->cap * 2;
		struct sheet_row *more = arena_array(a, cap, sizeof(*more));

		if (rows->n > 0)
			memcpy(more, rows->v, rows->n * sizeof(*more));
		rows->v = more;
		rows->cap = cap;
	}
	return &rows->v[rows->n++];
}

/* Called for every line end, blank lines included, so that rows are counted as a spreadsheet counts. */
static void
on_row(int c, void *arg)
{
	struct grid *g = arg;
	struct sheet_row *r;
	size_t n = g->nline;

	(void)c;
	g->row_no++;
	g->nline = 0;
	if (g->fault != SHEET_OK)
		return;
	g->nline = n;
	if (line_is_blank(g)) {
		g->nline = 0;
		return;
	}
	g->nline = 0;
	if (g->rows->n == SHEET_ROWS_MAX || g->row_no >= SHEET_REMOVED_FROM) {
		g->fault = SHEET_TOO_MANY_ROWS;
		return;
	}
	r = sheet_rows_add(g->arena, g->rows);
	r->row_no = g->row_no;
	r->cells = arena_array(g->arena, n + 1, sizeof(*r->cells));
	memcpy(r->cells, g->line, n * sizeof(*r->cells));
	r->ncells = n;
}

static enum sheet_fault
parse(struct arena *a, const char *bytes, size_t n, char delimiter, struct sheet_rows *rows,
    int32_t *last)
{
	struct csv_parser p;
	struct grid *g = ARENA_NEW(a, struct grid);

	memset(rows, 0, sizeof(*rows));
	g->arena = a;
	g->rows = rows;
	if (csv_init(&p, CSV_REPALL_NL) != 0)
		abort();
	csv_set_delim(&p, (unsigned char)delimiter);
	csv_parse(&p, bytes, n, on_cell, on_row, g);
	csv_fini(&p, on_cell, on_row, g);
	csv_free(&p);
	*last = g->row_no;
	return g->fault;
}

/* The bytes without byte-order mark, every kind of line end as \n. */
static char *
normalise(struct arena *a, const char *bytes, size_t *n)
{
	char *out, *o;
	size_t i = 0;

	out = o = arena_alloc(a, *n + 1);
	if (*n >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0)
		i = 3;
	for (; i < *n; i++) {
		if (bytes[i] == '\r') {
			if (i + 1 < *n && bytes[i + 1] == '\n')
				continue;
			*o++ = '\n';
		} else {
			*o++ = bytes[i];
		}
	}
	*n = (size_t)(o - out);
	return out;
}

static bool
quote_left_open(const char *s, size_t n)
{
	size_t quotes = 0;

	for (size_t i = 0; i < n; i++)
		quotes += s[i] == '"';
	return quotes % 2 != 0;
}

/* The one that gives the headings most meanings; without headings the one that parts most cells. */
static char
find_delimiter(struct arena *a, const char *bytes, size_t n)
{
	static const char candidates[] = { ',', ';', '\t' };
	struct sheet_rows rows;
	struct sheet_map map;
	char best = ',';
	size_t most = 0;
	int32_t last;

	/* Only whole lines: half a letter at the end would not be UTF-8. */
	if (n > PROBE_BYTES) {
		n = PROBE_BYTES;
		while (n > 0 && bytes[n - 1] != '\n')
			n--;
	}
	for (size_t i = 0; i < sizeof(candidates); i++) {
		size_t score = 0;

		if (parse(a, bytes, n, candidates[i], &rows, &last) != SHEET_OK)
			continue;
		sheet_propose_map(a, &rows, &map);
		if (map.header_row > 0) {
			for (size_t k = 0; k < map.n; k++)
				score += map.of[k] != SHEET_IGNORE ? 100000 : 0;
		}
		for (size_t k = 0; k < rows.n && k < 40; k++)
			score += rows.v[k].ncells - 1;
		if (score > most) {
			most = score;
			best = candidates[i];
		}
	}
	return best;
}

static const char *
bad_line(struct arena *a, const char *s, size_t n)
{
	int line = 1;
	size_t from = 0;

	for (size_t i = 0; i <= n; i++) {
		if (i < n && s[i] != '\n')
			continue;
		if (!utf8_valid(s + from, i - from))
			break;
		from = i + 1;
		line++;
	}
	return arena_printf(a, "%d", line);
}

enum sheet_fault
sheet_read_csv(
    struct arena *a, const char *bytes, size_t n, struct sheet_rows *rows, const char **detail)
{
	enum sheet_fault fault;
	int32_t last;
	char *text;

	memset(rows, 0, sizeof(*rows));
	*detail = "";
	if (n == 0)
		return SHEET_EMPTY;
	if (n > SHEET_BYTES_MAX)
		return SHEET_TOO_LARGE;
	if (n >= 4 &&
	    (memcmp(bytes, "PK\x03\x04", 4) == 0 || memcmp(bytes, "\xd0\xcf\x11\xe0", 4) == 0))
		return SHEET_WORKBOOK;
	text = normalise(a, bytes, &n);
	if (!utf8_valid(text, n)) {
		*detail = bad_line(a, text, n);
		return SHEET_NOT_UTF8;
	}
	if (quote_left_open(text, n))
		return SHEET_OPEN_QUOTE;
	fault = parse(a, text, n, find_delimiter(a, text, n), rows, &last);
	*detail = arena_printf(a, "%" PRId32, last);
	if (fault == SHEET_OK && rows->n == 0)
		return SHEET_EMPTY;
	return fault;
}

const char *
sheet_fault_words(enum sheet_fault fault)
{
	switch (fault) {
	case SHEET_EMPTY: return T("Tệp rỗng. Chọn lại tệp danh sách.");
	case SHEET_TOO_LARGE:
		return T(
		    "Tệp lớn hơn 20 MB. Danh sách chỉ cần chữ; xóa hình và chia thành nhiều tệp.");
	case SHEET_WORKBOOK:
		return T(
		    "Đây là tệp bảng tính (Excel). Trình duyệt này không đọc được; trong Excel chọn Lưu thành, kiểu “CSV UTF-8”, rồi tải tệp đó lên.");
	case SHEET_NOT_UTF8:
		return T(
		    "Dòng %1 có ký tự không phải Unicode (UTF-8). Trong Excel chọn Lưu thành, kiểu “CSV UTF-8”, rồi tải lại.");
	case SHEET_TOO_MANY_ROWS:
		return T("Danh sách có hơn 20.000 dòng. Chia thành nhiều tệp.");
	case SHEET_TOO_MANY_COLUMNS:
		return T("Danh sách có hơn 60 cột. Xóa các cột không dùng rồi gửi lại.");
	case SHEET_LONG_CELL: return T("Có ô dài hơn 32.767 ký tự. Rút ngắn ô đó rồi gửi lại.");
	case SHEET_OPEN_QUOTE:
		return T(
		    "Có dấu nháy kép mở mà không đóng, nên các dòng sau dính vào nhau. Sửa dấu nháy rồi tải lại.");
	case SHEET_BAD_CELLS:
		return T("Phần gửi lên không đúng dạng. Tải lại trang rồi gửi tệp lần nữa.");
	case SHEET_OK: break;
	}
	return "";
}
