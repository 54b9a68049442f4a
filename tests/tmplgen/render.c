/* Writes one page of the suite with one set of data: render contexts|text|null|scheme|full|empty */
#include <stdio.h>
#include <string.h>

#include "core/arena.h"
#include "html/html.h"
#include "page.h"

/* A translation is text like any other: its special characters are escaped too. */
const struct message_pair message_table[] = {
	{ "%2 & %1", "<%1> & %3 & \"%2\" 100%" },
};
const size_t message_count = 1;

const char *asset_path(const char *name);

const char *
asset_path(const char *name)
{
	return strcmp(name, "a.png") == 0 ? "/a-0123.png" : "/b-4567.png";
}

int
main(int argc, char **argv)
{
	static const struct row rows[] = {
		{ "Nguyễn Thị <Hòa>", true, { { 2026, 11, 5 }, { 0, 0, 0 } } },
		{ NULL, false, { { 1985, 2, 28 }, { 2026, 1, 1 } } },
	};
	struct buf out = { 0 };
	struct html h = { .out = &out, .arena = arena_new(), .lang = LANG_VI };
	struct view v = { 0 };
	const char *what = argc > 1 ? argv[1] : "";

	v.title = "Hồ sơ \"12\"";
	if (strcmp(what, "contexts") == 0) {
		v.evil = "\"'><script>alert(1)</script>&/../ %1";
		v.json = "{\"a\":\"</script><!--&\xe2\x80\xa8\"}";
		v.n = 1048;
		tmpl_page_contexts(&h, &v);
	} else if (strcmp(what, "scheme") == 0) {
		h.lang = LANG_EN;
		v.evil = "java\tscript:alert(1)";
		v.json = "{}";
		v.n = 1;
		tmpl_page_contexts(&h, &v);
	} else if (strcmp(what, "null") == 0) {
		tmpl_page_contexts(&h, &v);
	} else if (strcmp(what, "full") == 0) {
		v.rows = rows;
		v.nrows = 2;
		v.n = 1049;
		v.when.us = INT64_C(1793872800) * 1000000;
		v.sum.dong = 2530000;
		tmpl_page_blocks(&h, &v);
	} else if (strcmp(what, "empty") == 0) {
		v.title = NULL;
		tmpl_page_blocks(&h, &v);
	} else {
		return 2;
	}
	fwrite(out.p, 1, out.len, stdout);
	putchar('\n');
	buf_free(&out);
	arena_free(h.arena);
	return 0;
}
