/* One template to C: splits text from {{directives}}, follows the HTML, writes one statement per value. */
#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "tools/tmplgen/tmplgen.h"

enum { DEPTH_MAX = 64, PIECE_MAX = 4000, ARGS_MAX = 9 };

struct block {
	bool each, otherwise; /* {{else}} was seen */
	bool has_end;
	int line;
	const char *item; /* of an each */
	struct place_state begin, end; /* end: the finished branches, joined */
};

struct compiler {
	struct tmpl *t;
	const char *src;
	size_t n;
	int line; /* of what is being read */
	struct place_state at;
	struct text body, *out;
	struct text lit; /* literal bytes not yet written */
	int lit_line, out_line, letter_line, tag_line;
	bool fresh_line; /* the line began with a block directive that was cut out */
	bool started; /* something was written */
	struct block blocks[DEPTH_MAX];
	int depth;
	const char *layout_ident, *layout_arg;
	int layout_line;
	bool content;
	struct text before; /* the part above {{content}} */
};

void
tmpl_error(struct tmpl *t, int line, const char *fmt, ...)
{
	struct tmpl_error *e = mem_alloc(sizeof(*e));
	struct text s = { 0 };
	char buf[400];
	va_list ap;

	va_start(ap, fmt);
	(void)vsnprintf(buf, sizeof(buf), fmt, ap);
	va_end(ap);
	text_puts(&s, buf);
	e->path = t->path;
	e->line = line;
	e->text = s.p;
	*t->errors_tail = e;
	t->errors_tail = &e->next;
}

char *
tmpl_ident(const char *folder, const char *name)
{
	struct text s = { 0 };

	text_printf(&s, "tmpl_%s_%s", folder, name);
	for (char *p = s.p; *p != '\0'; p++)
		if (*p == '-')
			*p = '_';
	return s.p;
}

/* -- writing C -- */

static void
c_string(struct text *out, const char *s, size_t n)
{
	text_add(out, "\"", 1);
	for (size_t i = 0; i < n; i++) {
		unsigned char c = (unsigned char)s[i];

		if (c == '"' || c == '\\' || c == '?')
			text_printf(out, "\\%c", c);
		else if (c == '\n')
			text_puts(out, "\\n");
		else if (c < 0x20 || c == 0x7f)
			text_printf(out, "\\%03o", c);
		else
			text_add(out, (const char *)&s[i], 1);
	}
	text_add(out, "\"", 1);
}

static void
line_directive(struct text *out, int line, const char *path)
{
	text_printf(out, "#line %d ", line);
	c_string(out, path, strlen(path));
	text_add(out, "\n", 1);
}

/* One line of C that belongs to a line of the template. */
static void
emit(struct compiler *c, int line, const char *code)
{
	if (c->out_line != line)
		line_directive(c->out, line, c->t->path);
	text_puts(c->out, code);
	text_add(c->out, "\n", 1);
	c->out_line = line + 1;
}

static void
flush(struct compiler *c)
{
	for (size_t i = 0; i < c->lit.len;) {
		struct text s = { 0 };
		size_t n = c->lit.len - i;

		if (n > PIECE_MAX) {
			n = PIECE_MAX;
			while (n > 1 && (c->lit.p[i + n] & 0xC0) == 0x80)
				n--; /* keep characters whole */
		}
		text_puts(&s, "\thtml_raw(h, ");
		c_string(&s, c->lit.p + i, n);
		text_printf(&s, ", %zu);", n);
		emit(c, c->lit_line, s.p);
		i += n;
	}
	if (c->lit.len > 0)
		c->started = true;
	c->lit.len = 0;
	c->fresh_line = false;
}

static void
lit_add(struct compiler *c, const char *s, size_t n)
{
	if (c->lit.len == 0)
		c->lit_line = c->line;
	text_add(&c->lit, s, n);
}

/* -- literal HTML -- */

static bool
is_space(char ch)
{
	return ch == ' ' || ch == '\t' || ch == '\n' || ch == '\r' || ch == '\f';
}

/* Decode one character; 0 when it is not UTF-8. */
static unsigned
utf8_decode(const char *s, size_t n, size_t *len)
{
	const unsigned char *p = (const unsigned char *)s;
	unsigned cp;
	size_t need;

	*len = 1;
	if (p[0] < 0x80)
		return p[0];
	if (p[0] >= 0xC2 && p[0] <= 0xDF) {
		need = 2;
		cp = p[0] & 0x1Fu;
	} else if (p[0] >= 0xE0 && p[0] <= 0xEF) {
		need = 3;
		cp = p[0] & 0x0Fu;
	} else if (p[0] >= 0xF0 && p[0] <= 0xF4) {
		need = 4;
		cp = p[0] & 0x07u;
	} else {
		return 0;
	}
	if (n < need)
		return 0;
	for (size_t i = 1; i < need; i++) {
		if ((p[i] & 0xC0) != 0x80)
			return 0;
		cp = cp << 6 | (p[i] & 0x3Fu);
	}
	if ((need == 3 && cp < 0x800) || (need == 4 && (cp < 0x10000 || cp > 0x10FFFF)) ||
	    (cp >= 0xD800 && cp <= 0xDFFF))
		return 0;
	*len = need;
	return cp;
}

static bool
is_foreign_letter(unsigned cp)
{
	return (cp >= 0xC0 && cp <= 0x1FFF && cp != 0xD7 && cp != 0xF7) ||
	    (cp >= 0x2C00 && cp <= 0x2FFF) || (cp >= 0x3040 && cp <= 0xD7FF) ||
	    (cp >= 0xF900 && cp <= 0xFDFF);
}

static bool
has_letters(const char *s, size_t n)
{
	for (size_t i = 0, len; i < n; i += len)
		if (is_foreign_letter(utf8_decode(s + i, n - i, &len)))
			return true;
	return false;
}

static void
check_letter(struct compiler *c, const char *s, size_t n)
{
	size_t len;

	if ((s[0] & 0x80) == 0 || c->letter_line == c->line)
		return;
	switch (c->at.place) {
	case IN_TEXT:
	case IN_RCDATA:
	case IN_VALUE:
	case IN_UNQUOTED:
		if (is_foreign_letter(utf8_decode(s, n, &len))) {
			c->letter_line = c->line;
			tmpl_error(c->t, c->line,
			    "text that is not translated; write {{t \"...\"}}, "
			    "or {{literal \"...\"}} for a name that is the same in every language");
		}
		break;
	default: break;
	}
}

/* White space here says no more than one blank would. */
static bool
collapses(const struct compiler *c)
{
	switch (c->at.place) {
	case IN_TEXT: return c->at.pre == 0;
	case IN_TAG_NAME:
	case IN_TAG:
	case IN_TAG_TIGHT:
	case IN_ATTR_NAME:
	case IN_AFTER_NAME: return true;
	default: return false;
	}
}

static void
literal(struct compiler *c, const char *s, size_t n)
{
	for (size_t i = 0; i < n;) {
		const char *why;
		bool drop, first = i == 0 && c->fresh_line;

		if (is_space(s[i]) && collapses(c)) {
			bool newline = first;
			int line = c->line;
			size_t j = i;

			for (; j < n && is_space(s[j]); j++)
				if (s[j] == '\n') {
					newline = true;
					line++;
				}
			if (!newline)
				lit_add(c, s + i, j - i);
			else if ((c->at.place != IN_TEXT && c->at.place != IN_TAG) ||
			    !(first || (c->lit.len > 0 && c->lit.p[c->lit.len - 1] == '\n')))
				lit_add(c, "\n", 1);
			(void)place_step(&c->at, " ", 1, &drop);
			c->line = line;
			i = j;
			continue;
		}
		if (c->at.place == IN_TEXT)
			c->tag_line = c->line;
		check_letter(c, s + i, n - i);
		if ((why = place_step(&c->at, s + i, n - i, &drop)) != NULL)
			tmpl_error(c->t, c->line, "%s", why);
		if (!drop)
			lit_add(c, s + i, 1);
		if (s[i] == '\n')
			c->line++;
		i++;
	}
	if (n > 0)
		c->fresh_line = false;
}

/* -- C expressions -- */

static const char *
skip_space(const char *s)
{
	while (is_space(*s))
		s++;
	return s;
}

/* The C string or character constant at s; its length, 0 when it does not end. */
static size_t
quoted(const char *s)
{
	for (size_t i = 1; s[i] != '\0' && s[i] != '\n'; i++) {
		if (s[i] == '\\' && s[i + 1] != '\0' && s[i + 1] != '\n')
			i++;
		else if (s[i] == s[0])
			return i + 1;
	}
	return 0;
}

static bool
is_word(char ch)
{
	return isalnum((unsigned char)ch) || ch == '_';
}

static void
message(struct compiler *c, const char *literal_text, size_t n)
{
	line_directive(&c->t->messages, c->line, c->t->path);
	text_puts(&c->t->messages, "_(");
	text_add(&c->t->messages, literal_text, n);
	text_puts(&c->t->messages, ");\n");
}

/*
 * Check that a C expression is whole, and take the messages in T("...") out of it.  s is changed:
 * line ends become spaces.
 */
static bool
expression(struct compiler *c, char *s)
{
	char open[DEPTH_MAX];
	bool marked[DEPTH_MAX + 1] = { false }; /* inside T( */
	int depth = 0;

	if (*skip_space(s) == '\0') {
		tmpl_error(c->t, c->line, "an expression is missing");
		return false;
	}
	memmove(s, skip_space(s), strlen(skip_space(s)) + 1);
	for (size_t n = strlen(s); is_space(s[n - 1]); n--)
		s[n - 1] = '\0';
	for (size_t i = 0; s[i] != '\0'; i++) {
		char ch = s[i];

		if (is_space(ch)) {
			s[i] = ' ';
		} else if (ch == '"' || ch == '\'') {
			size_t n = quoted(s + i);

			if (n == 0) {
				tmpl_error(c->t, c->line, "a quote does not end");
				return false;
			}
			if (marked[depth])
				message(c, s + i, n);
			else if (has_letters(s + i, n)) {
				tmpl_error(c->t, c->line,
				    "text that is not translated; write T(\"...\")");
				return false;
			}
			i += n - 1;
		} else if (ch == '(' || ch == '[' || ch == '{') {
			if (depth == DEPTH_MAX) {
				tmpl_error(c->t, c->line, "too many brackets");
				return false;
			}
			open[depth++] = ch;
			marked[depth] = ch == '(' && i > 0 && s[i - 1] == 'T' &&
			    (i == 1 || !is_word(s[i - 2]));
		} else if (ch == ')' || ch == ']' || ch == '}') {
			static const char closers[] = ")]}", openers[] = "([{";

			if (depth == 0 ||
			    open[--depth] != openers[strchr(closers, ch) - closers]) {
				tmpl_error(c->t, c->line, "brackets do not match in '%s'", s);
				return false;
			}
		} else if (ch == ';' || ch == '#' || ch == '\\' || (unsigned char)ch < 0x20 ||
		    (ch == '/' && (s[i + 1] == '/' || s[i + 1] == '*'))) {
			tmpl_error(
			    c->t, c->line, "'%c' does not belong into an expression", ch);
			return false;
		}
	}
	if (depth > 0) {
		tmpl_error(c->t, c->line, "brackets do not match in '%s'", s);
		return false;
	}
	return true;
}

/* Cut the leading string constant off *s; NULL with an error when there is none. */
static char *
take_string(struct compiler *c, const char **s, const char *what)
{
	const char *p = skip_space(*s);
	size_t n = *p == '"' ? quoted(p) : 0;

	if (n <= 2) {
		tmpl_error(c->t, c->line, "%s needs a text in double quotes", what);
		return NULL;
	}
	*s = p + n;
	return mem_strndup(p, n);
}

static bool
nothing_left(struct compiler *c, const char *s, const char *what)
{
	if (*skip_space(s) == '\0')
		return true;
	tmpl_error(c->t, c->line, "unexpected '%s' after %s", skip_space(s), what);
	return false;
}

/* Cut at white space outside brackets and quotes; the number of pieces, or -1. */
static int
split_args(struct compiler *c, char *s, char **args)
{
	int n = 0, depth = 0;

	for (;;) {
		while (is_space(*s))
			s++;
		if (*s == '\0')
			return n;
		if (n == ARGS_MAX) {
			tmpl_error(c->t, c->line, "more than %d arguments", ARGS_MAX);
			return -1;
		}
		args[n++] = s;
		for (; *s != '\0' && (depth > 0 || !is_space(*s)); s++) {
			if (*s == '"' || *s == '\'') {
				size_t q = quoted(s);

				if (q == 0) {
					tmpl_error(c->t, c->line, "a quote does not end");
					return -1;
				}
				s += q - 1;
			} else if (*s == '(' || *s == '[' || *s == '{') {
				depth++;
			} else if ((*s == ')' || *s == ']' || *s == '}') && depth > 0) {
				depth--;
			}
		}
		if (*s != '\0')
			*s++ = '\0';
	}
}

/* -- directives -- */

static bool
must_be_text(struct compiler *c, const char *what)
{
	if (c->at.place == IN_TEXT)
		return true;
	tmpl_error(
	    c->t, c->line, "%s must stand in text, not %s", what, place_describe(&c->at));
	return false;
}

/* A value of any kind stands here: where does that leave the address around it? */
static void
value_written(struct compiler *c)
{
	if (c->at.place != IN_VALUE)
		return;
	if (strcmp(c->at.attr, "content") == 0)
		c->at.content_value = true;
	if (c->at.nvalue < sizeof(c->at.value) - 1)
		c->at.value[c->at.nvalue++] = '*';
	if (c->at.url == URL_START || c->at.url == URL_MIXED)
		c->at.url = URL_PATH;
	else if (c->at.url == URL_SCHEME)
		c->at.scheme[0] = '*';
}

/* After a refused value: go on as if it were there, so that one fault gives one message. */
static void
value_refused(struct compiler *c, const char *why)
{
	tmpl_error(c->t, c->line, "%s", why);
	if (c->at.place == IN_BEFORE_VALUE)
		c->at.place = IN_UNQUOTED;
	else if (c->at.place == IN_TAG_OPEN)
		c->at.place = IN_TAG_NAME;
	else if (c->at.place == IN_TAG || c->at.place == IN_TAG_TIGHT ||
	    c->at.place == IN_AFTER_NAME)
		c->at.place = IN_ATTR_NAME;
	else if (c->at.place == IN_VALUE)
		c->at.url = URL_PATH;
}

static void
do_value(struct compiler *c, char *expr)
{
	struct text s = { 0 };
	const char *why = place_refuses(&c->at), *fn = "html_put";

	if (why != NULL) {
		value_refused(c, why);
		return;
	}
	if (!expression(c, expr))
		return;
	if (c->at.place == IN_VALUE && c->at.kind == ATTR_URL)
		fn = c->at.url == URL_START ? "html_url" : "html_put_segment";
	flush(c);
	text_printf(&s, "\t%s(h, %s);", fn, expr);
	emit(c, c->line, s.p);
	value_written(c);
}

static const char *
because(const char *what, const char *why)
{
	static char buf[300];

	(void)snprintf(buf, sizeof(buf), "%s: %s", what, why);
	return buf;
}

static bool
message_place(struct compiler *c, const char *what)
{
	const char *why = place_refuses(&c->at);

	if (why == NULL && c->at.place == IN_VALUE && c->at.kind != ATTR_PLAIN)
		why = "a message in an address";
	if (why != NULL)
		value_refused(c, because(what, why));
	return why == NULL;
}

static void
do_message(struct compiler *c, char *rest)
{
	struct text s = { 0 };
	const char *p = rest;
	char *args[ARGS_MAX], *id;
	unsigned used = 0;
	int n;

	if (!message_place(c, "{{t}}") || (id = take_string(c, &p, "{{t}}")) == NULL)
		return;
	message(c, id, strlen(id));
	if ((n = split_args(c, rest + (p - rest), args)) < 0)
		return;
	for (const char *q = id; *q != '\0'; q++)
		if (*q == '%' && q[1] >= '1' && q[1] <= '9')
			used |= 1u << (q[1] - '1');
	if (used != (1u << n) - 1) {
		tmpl_error(c->t, c->line,
		    "the message and its %d argument%s do not fit: every %%1..%%%d must be used once or more",
		    n, n == 1 ? "" : "s", n > 0 ? n : 1);
		return;
	}
	for (int i = 0; i < n; i++)
		if (!expression(c, args[i]))
			return;
	flush(c);
	if (n == 0) {
		text_printf(&s, "\thtml_tr(h, %s);", id);
	} else {
		text_printf(&s, "\thtml_trf(h, %s, %d", id, n);
		for (int i = 0; i < n; i++)
			text_printf(&s, ", html_fmt(h, %s)", args[i]);
		text_puts(&s, ");");
	}
	emit(c, c->line, s.p);
	value_written(c);
}

static void
do_tr(struct compiler *c, char *expr)
{
	struct text s = { 0 };

	if (!message_place(c, "{{tr}}") || !expression(c, expr))
		return;
	flush(c);
	text_printf(&s, "\thtml_tr(h, %s);", expr);
	emit(c, c->line, s.p);
	value_written(c);
}

static void
do_literal(struct compiler *c, const char *rest)
{
	char *str;

	if (!message_place(c, "{{literal}}") ||
	    (str = take_string(c, &rest, "{{literal}}")) == NULL ||
	    !nothing_left(c, rest, "{{literal}}"))
		return;
	for (size_t i = 1; i + 1 < strlen(str); i++) {
		static const char special[] = "&<>\"'";
		static const char *const entity[] = { "&amp;", "&lt;", "&gt;", "&quot;",
			"&#39;" };
		const char *hit;

		if (str[i] == '\\' && (str[i + 1] == '"' || str[i + 1] == '\\')) {
			i++;
		} else if (str[i] == '\\') {
			tmpl_error(c->t, c->line, "{{literal}} knows only \\\" and \\\\");
			return;
		}
		if ((hit = strchr(special, str[i])) != NULL)
			lit_add(c, entity[hit - special], strlen(entity[hit - special]));
		else
			lit_add(c, &str[i], 1);
	}
	value_written(c);
}

static void
do_asset(struct compiler *c, const char *rest)
{
	struct text s = { 0 };
	char *name;

	if (c->at.place == IN_VALUE &&
	    (c->at.kind == ATTR_ASSET_ONLY || c->at.kind == ATTR_URL)) {
		if (strstr(c->at.attr, "srcset") == NULL && c->at.url != URL_START) {
			tmpl_error(
			    c->t, c->line, "{{asset}} is a whole address and must begin it");
			return;
		}
	} else if (place_refuses(&c->at) != NULL) {
		value_refused(c, because("{{asset}}", place_refuses(&c->at)));
		return;
	}
	if ((name = take_string(c, &rest, "{{asset}}")) == NULL ||
	    !nothing_left(c, rest, "{{asset}}"))
		return;
	flush(c);
	text_printf(&s, "\thtml_text(h, asset_path(%s));", name);
	emit(c, c->line, s.p);
	c->t->uses_asset = true;
	value_written(c);
}

static void
do_json(struct compiler *c, char *expr)
{
	struct text s = { 0 };

	if (c->at.place != IN_RAW || !c->at.ldjson) {
		tmpl_error(c->t, c->line,
		    "{{json}} may stand only inside <script type=\"application/ld+json\">");
		return;
	}
	if (!expression(c, expr))
		return;
	flush(c);
	text_printf(&s, "\thtml_json(h, %s);", expr);
	emit(c, c->line, s.p);
}

/* "folder/name" at s; the rest behind it. */
static struct tmpl_call *
take_call(struct compiler *c, char *s, char **rest, const char *what)
{
	struct tmpl_call *call = mem_alloc(sizeof(*call));
	char *p, *slash;

	s += skip_space(s) - s;
	for (p = s; islower((unsigned char)*p) || isdigit((unsigned char)*p) || *p == '/' ||
	     *p == '-' || *p == '_';
	     p++)
		;
	slash = memchr(s, '/', (size_t)(p - s));
	if (slash == NULL || slash == s || slash + 1 == p ||
	    memchr(slash + 1, '/', (size_t)(p - slash - 1)) || (*p != '\0' && !is_space(*p))) {
		tmpl_error(c->t, c->line, "%s needs folder/name of a template", what);
		return NULL;
	}
	call->folder = mem_strndup(s, (size_t)(slash - s));
	call->name = mem_strndup(slash + 1, (size_t)(p - slash - 1));
	call->line = c->line;
	*rest = p + (skip_space(p) - p);
	call->has_arg = **rest != '\0';
	if (call->has_arg && !expression(c, *rest))
		return NULL;
	call->next = c->t->calls;
	c->t->calls = call;
	return call;
}

static void
do_partial(struct compiler *c, char *rest)
{
	struct tmpl_call *call;
	struct text s = { 0 };
	char *arg;

	if (!must_be_text(c, "a partial") || (call = take_call(c, rest, &arg, "{{>}}")) == NULL)
		return;
	flush(c);
	text_printf(&s, "\t%s(h%s%s);", tmpl_ident(call->folder, call->name),
	    call->has_arg ? ", " : "", arg);
	emit(c, c->line, s.p);
	c->started = true;
}

static void
do_layout(struct compiler *c, char *rest)
{
	struct tmpl_call *call;
	char *arg;

	if (c->layout_ident != NULL) {
		tmpl_error(c->t, c->line, "a second {{layout}}");
		return;
	}
	if (c->started || c->lit.len > 0 || c->depth > 0 || c->at.place != IN_TEXT) {
		tmpl_error(
		    c->t, c->line, "{{layout}} must stand above everything but {{view}}");
		return;
	}
	if ((call = take_call(c, rest, &arg, "{{layout}}")) == NULL)
		return;
	call->layout = true;
	c->layout_ident = tmpl_ident(call->folder, call->name);
	c->layout_arg = arg;
	c->layout_line = c->line;
}

static void
add_header(struct tmpl *t, const char *name)
{
	struct tmpl_header **p = &t->headers;

	for (; *p != NULL; p = &(*p)->next)
		if (strcmp((*p)->name, name) == 0)
			return;
	*p = mem_alloc(sizeof(**p));
	(*p)->name = name;
}

static void
do_view(struct compiler *c, char *rest, bool include)
{
	const char *what = include ? "{{include}}" : "{{view}}";
	const char *p = skip_space(rest);
	char *decl;

	if (c->started || c->lit.len > 0 || c->depth > 0 || c->layout_ident != NULL ||
	    (c->t->decl != NULL && !include)) {
		tmpl_error(c->t, c->line, "%s must stand once, above everything else", what);
		return;
	}
	while (*p == '"' || include) {
		char *name = take_string(c, &p, what);

		if (name == NULL)
			return;
		add_header(c->t, name);
		p = skip_space(p);
		if (include) {
			(void)nothing_left(c, p, what);
			return;
		}
	}
	decl = mem_strndup(p, strlen(p));
	for (size_t n = strlen(decl); n > 0 && is_space(decl[n - 1]); n--)
		decl[n - 1] = '\0';
	for (const char *q = decl; *q != '\0'; q++)
		if (!is_word(*q) && strchr("* ,\t[]", *q) == NULL) {
			tmpl_error(c->t, c->line,
			    "'%c' does not belong into the declaration of a view", *q);
			return;
		}
	if (*decl == '\0' || !is_word(decl[strlen(decl) - 1])) {
		tmpl_error(c->t, c->line,
		    "{{view}} needs a declaration: {{view \"x/x_view.h\" const struct x_view *v}}");
		return;
	}
	c->t->decl = decl;
}

/* The last word of every parameter, so that a view nobody reads is no warning. */
static void
void_params(struct text *out, const char *decl)
{
	for (const char *p = decl;; p++) {
		if (*p == ',' || *p == '\0') {
			const char *e = p, *b;

			while (e > decl && !is_word(e[-1]))
				e--;
			for (b = e; b > decl && is_word(b[-1]); b--)
				;
			if (e > b)
				text_printf(out, "\t(void)%.*s;\n", (int)(e - b), b);
		}
		if (*p == '\0')
			return;
	}
}

/* -- blocks -- */

static void
push(struct compiler *c, bool each)
{
	struct block *b;
	const char *why;

	if (c->depth == DEPTH_MAX) {
		tmpl_error(c->t, c->line, "blocks are nested too deep");
		return;
	}
	if ((why = place_settle(&c->at)) != NULL)
		tmpl_error(c->t, c->line, "%s", why);
	/* The end of an attribute in one round meets the beginning of the next. */
	if (each && c->at.place == IN_TAG)
		c->at.place = IN_TAG_TIGHT;
	b = &c->blocks[c->depth++];
	memset(b, 0, sizeof(*b));
	b->each = each;
	b->line = c->line;
	b->begin = c->at;
}

/* A branch is over: it must leave the HTML as it found it. */
static void
branch_end(struct compiler *c, struct block *b)
{
	struct place_state same = b->begin;

	flush(c);
	if (place_settle(&c->at) != NULL || !place_merge(&same, &c->at)) {
		tmpl_error(c->t, c->line,
		    "this branch of the block of line %d begins %s and ends %s", b->line,
		    place_describe(&b->begin), place_describe(&c->at));
		c->at = b->begin;
	} else if (b->each && !b->otherwise && c->at.place == IN_VALUE &&
	    c->at.url != b->begin.url) {
		tmpl_error(
		    c->t, c->line, "{{#each}} may not write the beginning of an address");
		c->at = b->begin;
	}
	if (!b->has_end)
		b->end = c->at;
	else
		(void)place_merge(&b->end, &c->at);
	b->has_end = true;
	c->at = b->begin;
}

static void
do_if(struct compiler *c, char *expr)
{
	struct text s = { 0 };

	push(c, false);
	flush(c);
	if (!expression(c, expr))
		return;
	text_printf(&s, "\tif (%s) {", expr);
	emit(c, c->line, s.p);
}

static void
do_each(struct compiler *c, char *rest)
{
	struct text s = { 0 };
	char *name = rest + (skip_space(rest) - rest), *p = name, *array, *comma = NULL;
	int depth = 0;

	push(c, true);
	flush(c);
	while (is_word(*p))
		p++;
	if (p == name || isdigit((unsigned char)*name) || !is_space(*p))
		goto bad;
	*p++ = '\0';
	p += skip_space(p) - p;
	if (strncmp(p, "in", 2) != 0 || !is_space(p[2]))
		goto bad;
	array = p + 3;
	for (p = array; *p != '\0'; p++) {
		if (*p == '"' || *p == '\'') {
			size_t q = quoted(p);

			if (q == 0)
				goto bad;
			p += q - 1;
		} else if (*p == '(' || *p == '[' || *p == '{') {
			depth++;
		} else if (*p == ')' || *p == ']' || *p == '}') {
			depth--;
		} else if (*p == ',' && depth == 0) {
			comma = p;
		}
	}
	if (comma == NULL)
		goto bad;
	*comma = '\0';
	if (!expression(c, array) || !expression(c, comma + 1))
		return;
	text_printf(&s,
	    "\t{ const size_t %s_count = (size_t)(%s); for (size_t %s_index = 0; "
	    "%s_index < %s_count; %s_index++) { __typeof__(&(%s)[0]) %s = &(%s)[%s_index]; (void)%s;",
	    name, comma + 1, name, name, name, name, array, name, array, name, name);
	emit(c, c->line, s.p);
	if (c->depth > 0)
		c->blocks[c->depth - 1].item = name;
	return;
bad:
	tmpl_error(c->t, c->line, "write {{#each item in ARRAY, COUNT}}");
}

static void
do_else(struct compiler *c, char *rest)
{
	struct block *b;
	struct text s = { 0 };

	if (c->depth == 0) {
		tmpl_error(c->t, c->line, "{{else}} without a block");
		return;
	}
	b = &c->blocks[c->depth - 1];
	if (b->otherwise) {
		tmpl_error(c->t, c->line,
		    "{{else}} after the last {{else}} of the block of line %d", b->line);
		return;
	}
	branch_end(c, b);
	rest += skip_space(rest) - rest;
	if (*rest == '\0') {
		b->otherwise = true;
		if (b->each)
			text_printf(
			    &s, "\t} if (%s_count == 0) {", b->item != NULL ? b->item : "x");
		else
			text_puts(&s, "\t} else {");
		emit(c, c->line, s.p);
		return;
	}
	if (strncmp(rest, "if", 2) != 0 || !(is_space(rest[2]) || rest[2] == '(')) {
		tmpl_error(c->t, c->line, "unexpected '%s' after {{else}}", rest);
		return;
	}
	if (b->each) {
		tmpl_error(c->t, c->line, "{{else if}} in an {{#each}}");
		return;
	}
	if (!expression(c, rest + 2))
		return;
	text_printf(&s, "\t} else if (%s) {", rest + 2);
	emit(c, c->line, s.p);
}

static void
do_end(struct compiler *c, const char *word)
{
	struct block *b;

	if (c->depth == 0 || c->blocks[c->depth - 1].each != (strcmp(word, "/each") == 0)) {
		tmpl_error(c->t, c->line, "{{%s}} closes no block%s", word,
		    c->depth > 0 ? " that is open last" : "");
		return;
	}
	b = &c->blocks[c->depth - 1];
	branch_end(c, b);
	c->at = b->end;
	if (!b->otherwise)
		(void)place_merge(&c->at, &b->begin);
	emit(c, c->line, b->each ? "\t} }" : "\t}");
	c->depth--;
}

static void
do_content(struct compiler *c)
{
	if (c->content) {
		tmpl_error(c->t, c->line, "a second {{content}}");
		return;
	}
	if (c->depth > 0)
		tmpl_error(c->t, c->line, "{{content}} inside the block of line %d",
		    c->blocks[c->depth - 1].line);
	(void)must_be_text(c, "{{content}}");
	flush(c);
	c->content = true;
	c->before = *c->out;
	memset(c->out, 0, sizeof(*c->out));
	c->out_line = 0;
}

/* -- reading -- */

/* Length of the directive at s ("{{" up to "}}"), 0 when it does not end. */
static size_t
directive_length(const char *s, size_t n)
{
	bool comment = n > 2 && s[2] == '!';

	for (size_t i = 2; i + 1 < n; i++) {
		if (s[i] == '}' && s[i + 1] == '}')
			return i + 2;
		if (!comment && (s[i] == '"' || s[i] == '\'')) {
			size_t j = i + 1;

			while (j < n && s[j] != s[i] && s[j] != '\n')
				j += s[j] == '\\' ? 2 : 1;
			if (j < n && s[j] == s[i])
				i = j;
		}
	}
	return 0;
}

static bool
word_is(const char *s, const char *word, char **rest, char *all)
{
	size_t n = strlen(word);

	if (strncmp(s, word, n) != 0 || is_word(s[n]) ||
	    (s[n] != '\0' && !is_space(s[n]) && s[n] != '(' && s[n] != '"'))
		return false;
	*rest = all + (s - all) + n;
	return true;
}

/* Directives that leave no mark of their own: alone on a line, the line goes away. */
static bool
is_block(const char *s)
{
	static const char *const words[] = { "#if", "#each", "else", "/if", "/each", "view",
		"layout", "include", "content", NULL };

	if (*s == '!')
		return true;
	s = skip_space(s);
	for (const char *const *w = words; *w != NULL; w++)
		if (strncmp(s, *w, strlen(*w)) == 0 && !is_word(s[strlen(*w)]))
			return true;
	return false;
}

static void
directive(struct compiler *c, char *s)
{
	const char *p = s;
	char *rest;
	bool tight = !is_space(*s);

	if (*s == '!')
		return;
	p = skip_space(s);
	if (strcmp(p, "") == 0)
		tmpl_error(c->t, c->line, "an empty {{ }}");
	else if (word_is(p, "#if", &rest, s))
		do_if(c, rest);
	else if (word_is(p, "#each", &rest, s))
		do_each(c, rest);
	else if (word_is(p, "else", &rest, s))
		do_else(c, rest);
	else if (word_is(p, "/if", &rest, s) && nothing_left(c, rest, "{{/if}}"))
		do_end(c, "/if");
	else if (word_is(p, "/each", &rest, s) && nothing_left(c, rest, "{{/each}}"))
		do_end(c, "/each");
	else if (*p == '#' || *p == '/')
		tmpl_error(c->t, c->line, "there is no {{%s}}", p);
	else if (*p == '>')
		do_partial(c, s + (p - s) + 1);
	else if (tight && word_is(p, "content", &rest, s) && *skip_space(rest) == '\0')
		do_content(c);
	else if (tight && word_is(p, "view", &rest, s) && is_space(*rest))
		do_view(c, rest, false);
	else if (tight && word_is(p, "include", &rest, s))
		do_view(c, rest, true);
	else if (tight && word_is(p, "layout", &rest, s) && is_space(*rest))
		do_layout(c, rest);
	else if (word_is(p, "t", &rest, s) && *skip_space(rest) == '"')
		do_message(c, rest);
	else if (word_is(p, "literal", &rest, s) && *skip_space(rest) == '"')
		do_literal(c, rest);
	else if (word_is(p, "asset", &rest, s) && *skip_space(rest) == '"')
		do_asset(c, rest);
	else if (tight && word_is(p, "tr", &rest, s) && is_space(*rest))
		do_tr(c, rest);
	else if (tight && word_is(p, "json", &rest, s) && is_space(*rest))
		do_json(c, rest);
	else
		do_value(c, s + (p - s));
}

static bool
blank_before(const char *src, size_t at, size_t *begin)
{
	while (at > 0 && (src[at - 1] == ' ' || src[at - 1] == '\t'))
		at--;
	*begin = at;
	return at == 0 || src[at - 1] == '\n';
}

static bool
blank_after(const char *src, size_t n, size_t at, size_t *end)
{
	while (at < n && (src[at] == ' ' || src[at] == '\t' || src[at] == '\r'))
		at++;
	*end = at < n ? at + 1 : at;
	return at == n || src[at] == '\n';
}

static int
count_lines(const char *s, size_t n)
{
	int lines = 0;

	for (size_t i = 0; i < n; i++)
		lines += s[i] == '\n';
	return lines;
}

static bool
check_bytes(struct compiler *c)
{
	int line = 1;

	for (size_t i = 0, len; i < c->n; i += len) {
		unsigned cp = utf8_decode(c->src + i, c->n - i, &len);

		if (cp == 0 || (cp < 0x20 && !is_space((char)cp)) || cp == 0x7f) {
			tmpl_error(c->t, line, "a byte that is not UTF-8 text");
			return false;
		}
		line += cp == '\n';
	}
	return true;
}

static void
read_all(struct compiler *c)
{
	size_t i = 0;

	while (i < c->n) {
		const char *brace = NULL;
		size_t len, begin, end, before, stop;
		bool alone;

		for (size_t j = i; j + 1 < c->n; j++)
			if (c->src[j] == '{' && c->src[j + 1] == '{') {
				brace = c->src + j;
				break;
			}
		if (brace == NULL) {
			literal(c, c->src + i, c->n - i);
			return;
		}
		begin = (size_t)(brace - c->src);
		if ((len = directive_length(brace, c->n - begin)) == 0) {
			literal(c, c->src + i, begin - i);
			tmpl_error(c->t, c->line, "{{ without }}");
			return;
		}
		end = begin + len;
		alone = is_block(brace + 2) && blank_before(c->src, begin, &before) &&
		    before >= i && blank_after(c->src, c->n, end, &stop);
		literal(c, c->src + i, (alone ? before : begin) - i);
		directive(c, mem_strndup(brace + 2, len - 4));
		c->line += count_lines(brace, len);
		i = end;
		if (alone) {
			c->line += count_lines(c->src + end, stop - end);
			i = stop;
			c->fresh_line = true;
		}
	}
}

static void
function(struct compiler *c, const char *suffix, const char *body, bool open, bool close)
{
	struct text *out = &c->t->code;
	struct tmpl *t = c->t;

	line_directive(out, 1, t->path);
	text_printf(out, "void\n%s%s(struct html *h%s%s)\n{\n", tmpl_ident(t->folder, t->name),
	    suffix, t->decl != NULL ? ", " : "", t->decl != NULL ? t->decl : "");
	text_puts(out, "\t(void)h;\n");
	if (t->decl != NULL)
		void_params(out, t->decl);
	if (c->layout_ident != NULL && open) {
		line_directive(out, c->layout_line, t->path);
		text_printf(out, "\t%s_begin(h%s%s);\n", c->layout_ident,
		    *c->layout_arg ? ", " : "", c->layout_arg);
	}
	text_puts(out, body != NULL ? body : "");
	if (c->layout_ident != NULL && close) {
		line_directive(out, c->layout_line, t->path);
		text_printf(out, "\t%s_end(h%s%s);\n", c->layout_ident,
		    *c->layout_arg ? ", " : "", c->layout_arg);
	}
	text_puts(out, "}\n\n");
}

struct tmpl *
tmpl_compile(const char *path, const char *folder, const char *name, const char *src, size_t n)
{
	struct compiler *c = mem_alloc(sizeof(*c));
	struct tmpl *t = mem_alloc(sizeof(*t));

	t->path = path;
	t->folder = folder;
	t->name = name;
	t->errors_tail = &t->errors;
	c->t = t;
	c->src = src;
	c->n = n;
	c->line = 1;
	c->out = &c->body;
	c->fresh_line = true;
	if (!check_bytes(c))
		return t;
	read_all(c);
	if (c->at.place == IN_TEXT && c->at.pre == 0 && c->depth == 0)
		while (c->lit.len > 0 && is_space(c->lit.p[c->lit.len - 1]))
			c->lit.len--;
	flush(c);
	if (c->depth > 0)
		tmpl_error(t, c->blocks[c->depth - 1].line, "this block is not closed");
	if (c->at.place != IN_TEXT)
		tmpl_error(t, c->tag_line, "the template ends %s", place_describe(&c->at));
	t->is_layout = c->content;
	if (c->content) {
		function(c, "_begin", c->before.p, true, false);
		function(c, "_end", c->body.p, false, true);
	} else {
		function(c, "", c->body.p, true, true);
	}
	return t;
}

void
tmpl_link(struct tmpl *all)
{
	for (struct tmpl *t = all; t != NULL; t = t->next)
		for (const struct tmpl_call *call = t->calls; call != NULL; call = call->next) {
			const struct tmpl *to = all;

			while (to != NULL &&
			    (strcmp(to->folder, call->folder) != 0 ||
				strcmp(to->name, call->name) != 0))
				to = to->next;
			if (to == NULL)
				tmpl_error(t, call->line, "there is no template %s/%s",
				    call->folder, call->name);
			else if (call->layout && !to->is_layout)
				tmpl_error(t, call->line,
				    "%s/%s is no layout: it has no {{content}}", call->folder,
				    call->name);
			else if (!call->layout && to->is_layout)
				tmpl_error(t, call->line, "%s/%s is a layout", call->folder,
				    call->name);
			else if (call->has_arg && to->decl == NULL)
				tmpl_error(t, call->line, "%s/%s takes no argument",
				    call->folder, call->name);
			else if (!call->has_arg && to->decl != NULL)
				tmpl_error(t, call->line, "%s/%s needs an argument: %s",
				    call->folder, call->name, to->decl);
		}
}
