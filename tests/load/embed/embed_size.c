/* Renders the embed of a CSV of nominations as publication does, and weighs it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "publication/compress.h"
#include "publication/publication.h"
#include "publication/render_page.h"

#define LIMIT 30000

/* Cells of one line: RFC 4180 without line ends inside cells, which is what the file has. */
static size_t
cells(struct arena *a, const char *line, char **out, size_t max)
{
	size_t n = 0;

	while (n < max) {
		struct buf b = { 0 };
		bool quoted = *line == '"';

		line += quoted;
		while (*line != '\0' && *line != '\r' && *line != '\n') {
			if (quoted && line[0] == '"' && line[1] == '"')
				line++;
			else if (quoted ? *line == '"' : *line == ',')
				break;
			buf_putc(&b, *line++);
		}
		line += quoted && *line == '"';
		out[n++] = arena_strdup(a, b.p != NULL ? b.p : "");
		buf_free(&b);
		if (*line++ != ',')
			break;
	}
	return n;
}

/* Addresses the bytes make a browser fetch: none is allowed. */
static int
fetches(const char *html)
{
	static const char *const marks[] = { " src=", "url(", "@import",
		"<link rel=\"stylesheet\"", "fetch(", "XMLHttpRequest" };
	int n = 0;

	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++)
		n += strstr(html, marks[i]) != NULL;
	return n;
}

static int
by_award(const void *a, const void *b)
{
	const struct site_entry *x = a, *y = b;
	int c = strcmp(x->award_code, y->award_code);

	return c != 0 ? c : (x->ordinal > y->ordinal) - (x->ordinal < y->ordinal);
}

int
main(int argc, char **argv)
{
	struct arena *a = arena_new();
	struct site_entry *entries = arena_array(a, 2000, sizeof(*entries));
	struct site_list l = { .slug = "danh-sach-vinh-danh-nam-2026-phuong-rach-gia",
		.version = 1,
		.title = "Danh sách vinh danh năm 2026 của phường Rạch Giá",
		.introduction = "",
		.unit_code = "91",
		.unit_name = "Tỉnh An Giang",
		.decision_no = "3679/QĐ-UBND",
		.decision_date = { 2026, 11, 5 },
		.year = 2026,
		.correction = "",
		.v = entries };
	struct site_list_view v;
	struct artifact art;
	struct buf plain = { 0 }, brotli = { 0 };
	char line[8192], *cell[8];
	FILE *f;

	if (argc != 2 || (f = fopen(argv[1], "r")) == NULL) {
		fputs("usage: embed_size NOMINATIONS.csv\n", stderr);
		return 2;
	}
	l.at = l.first_at = clock_now();
	while (fgets(line, sizeof(line), f) != NULL && l.n < 2000) {
		struct site_entry *e = &entries[l.n];

		if (cells(a, line, cell, 8) != 8 || cell[0][0] < '0' || cell[0][0] > '9')
			continue;
		l.n++;
		*e = (struct site_entry){ .list_slug = l.slug,
			.ordinal = (int32_t)l.n,
			.name = cell[1],
			.position = cell[4],
			.unit_code = "30742",
			.unit_name = cell[5],
			.award_code = cell[6],
			.award_name_vi = cell[6],
			.award_name_en = "",
			.year = 2026,
			.achievement = cell[7],
			.decision_no = l.decision_no,
			.decision_date = l.decision_date,
			.note = "" };
		e->anchor = publication_anchor(a, e->ordinal, e->name);
	}
	fclose(f);
	/* A decision lists its awards one after the other. */
	qsort(entries, l.n, sizeof(*entries), by_award);
	site_view_list(a, "https://vinhdanh.angiang.gov.vn", LANG_VI, &l, &v);
	render_artifact(a, "https://vinhdanh.angiang.gov.vn", &v, ARTIFACT_EMBED, &plain, &art);
	(void)compress_brotli(&plain, &brotli);
	printf(
	    "embed of %zu honourees: %zu bytes, %zu as brotli\n", l.n, plain.len, brotli.len);
	printf("ratio embed-bytes-of-30000 %.2f <= 1.0\n", (double)plain.len / LIMIT);
	printf("ratio embed-requests %d <= 0\n", fetches(plain.p));
	buf_free(&plain);
	buf_free(&brotli);
	arena_free(a);
	return 0;
}
