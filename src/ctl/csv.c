/* CSV files with a header row: libcsv underneath, UTF-8 checked, everything trimmed. */
#include "ctl/csv.h"

#include <csv.h>
#include <errno.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "core/buf.h"
#include "core/str.h"
#include "core/utf8.h"
#include "ctl/ctl.h"

struct reading {
	struct arena *arena;
	struct csv_table *table;
	const char **cells; /* of the row being read */
	size_t ncells, cell_room, row_room;
	bool has_header;
};

/* As people count: the header is row 1. */
static size_t
row_number(size_t row)
{
	return row + 2;
}

/* A bigger array with the first n elements kept; the old one stays in the arena. */
static void *
grown(struct arena *a, void *old, size_t n, size_t room, size_t size)
{
	void *p = arena_array(a, room, size);

	if (n > 0)
		memcpy(p, old, n * size);
	return p;
}

static void
on_cell(void *text, size_t n, void *arg)
{
	struct reading *r = arg;

	if (r->ncells == r->cell_room) {
		r->cell_room = r->cell_room == 0 ? 16 : r->cell_room * 2;
		r->cells =
		    grown(r->arena, r->cells, r->ncells, r->cell_room, sizeof(*r->cells));
	}
	r->cells[r->ncells++] =
	    str_trim(r->arena, arena_strndup(r->arena, text == NULL ? "" : text, n));
}

static void
on_row(int end, void *arg)
{
	struct reading *r = arg;
	struct csv_row row = { .cells = r->cells, .n = r->ncells };

	(void)end;
	r->cells = NULL;
	r->ncells = r->cell_room = 0;
	if (!r->has_header) {
		r->table->header = row;
		r->has_header = true;
		return;
	}
	if (r->table->nrows == r->row_room) {
		r->row_room = r->row_room == 0 ? 256 : r->row_room * 2;
		r->table->rows = grown(r->arena, r->table->rows, r->table->nrows, r->row_room,
		    sizeof(*r->table->rows));
	}
	r->table->rows[r->table->nrows++] = row;
}

static const char *
file_read(struct arena *a, const char *path, struct buf *out)
{
	char chunk[65536];
	const char *fault = NULL;
	FILE *f;
	size_t n;

	if ((f = fopen(path, "rb")) == NULL)
		return arena_printf(a, "%s: %s", path, strerror(errno));
	while ((n = fread(chunk, 1, sizeof(chunk), f)) > 0 && out->len <= CSV_FILE_MAX)
		buf_add(out, chunk, n);
	if (ferror(f))
		fault = arena_printf(a, "%s: %s", path, strerror(errno));
	else if (out->len > CSV_FILE_MAX)
		fault = arena_printf(a, "%s: larger than %u MB", path, CSV_FILE_MAX >> 20);
	else if (out->len == 0)
		fault = arena_printf(a, "%s: empty", path);
	else if (!utf8_valid(out->p, out->len))
		fault = arena_printf(a, "%s: not UTF-8 text", path);
	fclose(f);
	return fault;
}

/* NULL on success, else a sentence that says what is wrong and where. */
static const char *
table_read(struct arena *a, const char *path, struct csv_table *table)
{
	struct reading r = { .arena = a, .table = table };
	struct csv_parser parser;
	struct buf text = { 0 };
	const char *fault, *body;
	size_t n, i;

	*table = (struct csv_table){ .arena = a, .path = path };
	if ((fault = file_read(a, path, &text)) != NULL)
		goto out;
	body = text.p;
	n = text.len;
	if (str_starts(body, "\xef\xbb\xbf")) {
		body += 3;
		n -= 3;
	}
	if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) != 0) {
		fault = "out of memory";
		goto out;
	}
	if (csv_parse(&parser, body, n, on_cell, on_row, &r) != n ||
	    csv_fini(&parser, on_cell, on_row, &r) != 0)
		fault = arena_printf(a, "%s row %zu: %s", path, row_number(table->nrows),
		    csv_strerror(csv_error(&parser)));
	csv_free(&parser);
	if (fault == NULL && !r.has_header)
		fault = arena_printf(a, "%s: no header row", path);
	for (i = 0; fault == NULL && i < table->nrows; i++) {
		if (table->rows[i].n > table->header.n)
			fault = arena_printf(a, "%s row %zu: %zu cells, the header has %zu",
			    path, row_number(i), table->rows[i].n, table->header.n);
	}
out:
	buf_free(&text);
	return fault;
}

static int
column_of(const struct csv_table *table, const char *name)
{
	for (size_t i = 0; i < table->header.n; i++) {
		if (str_eq(table->header.cells[i], name))
			return (int)i;
	}
	return -1;
}

enum err
csv_read(
    struct arena *a, const char *path, const char *const *required, struct csv_table *table)
{
	const char *fault = table_read(a, path, table);

	if (fault != NULL) {
		ctl_fail("%s", fault);
		return ERR_INVALID;
	}
	for (; *required != NULL; required++) {
		if (column_of(table, *required) < 0) {
			ctl_fail("%s: no column '%s'", path, *required);
			return ERR_INVALID;
		}
	}
	return ERR_OK;
}

const char *
csv_cell(const struct csv_table *table, const char *column)
{
	const struct csv_row *row = &table->rows[table->row];
	int i = column_of(table, column);

	return i < 0 || (size_t)i >= row->n ? "" : row->cells[i];
}

enum err
csv_fault(const struct csv_table *table, const char *fmt, ...)
{
	va_list ap;
	char *text;

	va_start(ap, fmt);
	text = arena_vprintf(table->arena, fmt, ap);
	va_end(ap);
	ctl_fail("%s row %zu: %s", table->path, row_number(table->row), text);
	return ERR_INVALID;
}
