/*
 * msggen: compile a gettext catalogue (argument) into the sorted C table of core/lang.h, on stdout.
 *
 * Refuses fuzzy entries, plural forms, contexts, broken files and translations that do not use
 * exactly the arguments %1..%9 of their message, or break the {1|day|days} of core/lang.h.  Untranslated entries are left out: the
 * Vietnamese text is shown, and scripts/messages --check lists them.
 */
#include <gettext-po.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/buf.h"
#include "core/lang.h"
#include "core/utf8.h"

struct table {
	struct message_pair *v;
	size_t n, cap;
};

static bool failed;

static void
complain(const char *file, const char *msgid, const char *what)
{
	(void)fprintf(stderr, "%s: %s: \"%s\"\n", file, what, msgid);
	failed = true;
}

static void
on_xerror(int severity, po_message_t message, const char *file, size_t line, size_t column,
    int multiline, const char *text)
{
	(void)message;
	(void)column;
	(void)multiline;
	(void)fprintf(stderr, "%s:%zu: %s\n", file == NULL ? "msggen" : file, line, text);
	if (severity != PO_SEVERITY_WARNING)
		failed = true;
	if (severity == PO_SEVERITY_FATAL_ERROR)
		exit(1);
}

static void
on_xerror2(int severity, po_message_t m1, const char *file1, size_t line1, size_t column1,
    int multiline1, const char *text1, po_message_t m2, const char *file2, size_t line2,
    size_t column2, int multiline2, const char *text2)
{
	on_xerror(severity, m1, file1, line1, column1, multiline1, text1);
	on_xerror(severity, m2, file2, line2, column2, multiline2, text2);
}

/* Bit n is set when %n occurs in s. */
static unsigned
arguments(const char *s)
{
	unsigned set = 0;

	for (; *s != '\0'; s++)
		if (s[0] == '%' && s[1] >= '1' && s[1] <= '9')
			set |= 1u << (s[1] - '0');
	return set;
}

/* Every "{1|one|many}" of a translation names an argument of its message and is complete. */
static bool
numbers_sound(const char *s, unsigned set)
{
	size_t one, many;

	for (s = strchr(s, '{'); s != NULL; s = strchr(s, '{')) {
		if (s[1] < '1' || s[1] > '9' || (set & 1u << (s[1] - '0')) == 0 || s[2] != '|')
			return false;
		s += 3;
		one = strcspn(s, "|{}%");
		if (s[one] != '|')
			return false;
		many = strcspn(s + one + 1, "|{}%");
		s += one + 1 + many;
		if (*s != '}')
			return false;
	}
	return true;
}

static void
put_literal(struct buf *out, const char *s)
{
	const unsigned char *p;

	buf_putc(out, '"');
	for (p = (const unsigned char *)s; *p != '\0'; p++) {
		if (*p == '"' || *p == '\\') {
			buf_putc(out, '\\');
			buf_putc(out, (char)*p);
		} else if (*p < 0x20 || *p == 0x7f || *p == '?')
			buf_printf(out, "\\%03o", *p); /* '?' could begin a trigraph */
		else
			buf_putc(out, (char)*p);
	}
	buf_putc(out, '"');
}

static int
by_vi(const void *a, const void *b)
{
	const struct message_pair *x = a, *y = b;

	return strcmp(x->vi, y->vi);
}

static void
add(struct table *t, const char *vi, const char *en)
{
	struct message_pair *v;

	if (t->n == t->cap) {
		t->cap = t->cap == 0 ? 256 : t->cap * 2;
		if ((v = realloc(t->v, t->cap * sizeof(*v))) == NULL) {
			perror("msggen");
			exit(1);
		}
		t->v = v;
	}
	t->v[t->n++] = (struct message_pair){ vi, en };
}

static void
read_catalogue(struct table *t, po_file_t po, const char *file)
{
	po_message_iterator_t it = po_message_iterator(po, NULL);
	po_message_t m;
	const char *id, *str;

	while ((m = po_next_message(it)) != NULL) {
		id = po_message_msgid(m);
		str = po_message_msgstr(m);
		if (*id == '\0' || po_message_is_obsolete(m))
			continue;
		if (po_message_is_fuzzy(m))
			complain(file, id, "fuzzy translation");
		else if (po_message_msgid_plural(m) != NULL)
			complain(file, id, "plural forms are not supported");
		else if (po_message_msgctxt(m) != NULL)
			complain(file, id, "contexts are not supported");
		else if (!utf8_valid(id, strlen(id)) || !utf8_valid(str, strlen(str)))
			complain(file, id, "not UTF-8");
		else if (*str != '\0' && arguments(id) != arguments(str))
			complain(file, id, "translation uses other arguments (%1..%9)");
		else if (!numbers_sound(str, arguments(id)))
			complain(file, id,
			    "a brace begins {N|one|many}, N an argument of the message");
		else if (*str != '\0')
			add(t, id, str);
	}
	po_message_iterator_free(it);
}

int
main(int argc, char **argv)
{
	static const struct po_xerror_handler handler = { on_xerror, on_xerror2 };
	struct table t = { 0 };
	struct buf out = { 0 };
	po_file_t po;
	size_t i;

	if (argc != 2) {
		(void)fputs("usage: msggen catalogue.po >messages.c\n", stderr);
		return 2;
	}
	if ((po = po_file_read(argv[1], &handler)) == NULL) {
		perror(argv[1]);
		return 1;
	}
	read_catalogue(&t, po, argv[1]);
	if (failed)
		exit(1); /* what was read goes with the process */
	if (t.n > 0)
		qsort(t.v, t.n, sizeof(t.v[0]), by_vi);

	buf_puts(&out,
	    "/* Messages and their English, made by msggen: edit the catalogue instead. */\n"
	    "#include \"core/lang.h\"\n\nconst struct message_pair message_table[] = {\n");
	for (i = 0; i < t.n; i++) {
		buf_puts(&out, "\t{ ");
		put_literal(&out, t.v[i].vi);
		buf_puts(&out, ",\n\t    ");
		put_literal(&out, t.v[i].en);
		buf_puts(&out, " },\n");
	}
	buf_printf(&out, "\t{ \"\", \"\" },\n};\nconst size_t message_count = %zu;\n", t.n);
	if (fwrite(out.p, 1, out.len, stdout) != out.len || fflush(stdout) != 0) {
		perror("msggen");
		return 1;
	}
	buf_free(&out);
	free(t.v);
	po_file_free(po);
	return 0;
}
