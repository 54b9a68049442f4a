/* Escaping writers: copy what is harmless in long runs, replace the few bytes that are not. */
#include <stdarg.h>
#include <stdbool.h>
#include <string.h>
#include <strings.h>

#include "html/html.h"

#define LIT(h, s) buf_add((h)->out, "" s, sizeof(s) - 1)

/* Bytes html_text has to look at. */
static const unsigned char special[256] = {
	['\0'] = 1,
	['&'] = 1,
	['<'] = 1,
	['>'] = 1,
	['"'] = 1,
	['\''] = 1,
};

void
html_raw(struct html *h, const char *s, size_t n)
{
	buf_add(h->out, s, n);
}

static void
escape(struct html *h, const char *s, size_t n)
{
	const char *end = s + n;

	while (s < end) {
		const char *run = s;

		while (s < end && !special[(unsigned char)*s])
			s++;
		if (s > run)
			buf_add(h->out, run, (size_t)(s - run));
		if (s == end)
			return;
		switch (*s++) {
		case '&': LIT(h, "&amp;"); break;
		case '<': LIT(h, "&lt;"); break;
		case '>': LIT(h, "&gt;"); break;
		case '"': LIT(h, "&quot;"); break;
		case '\'': LIT(h, "&#39;"); break;
		default: /* NUL: nothing a page may contain */ break;
		}
	}
}

void
html_text(struct html *h, const char *s)
{
	if (s != NULL)
		escape(h, s, strlen(s));
}

void
html_uint(struct html *h, uint64_t u)
{
	char digits[20];
	size_t i = sizeof(digits);

	do {
		digits[--i] = (char)('0' + u % 10);
		u /= 10;
	} while (u > 0);
	buf_add(h->out, digits + i, sizeof(digits) - i);
}

void
html_int(struct html *h, int64_t v)
{
	if (v < 0)
		buf_putc(h->out, '-');
	html_uint(h, v < 0 ? 0 - (uint64_t)v : (uint64_t)v);
}

void
html_date(struct html *h, struct date d)
{
	html_text(h, html_str_date(h, d));
}

void
html_timestamp(struct html *h, struct timestamp t)
{
	html_text(h, html_str_timestamp(h, t));
}

void
html_money(struct html *h, struct money m)
{
	html_text(h, html_str_money(h, m));
}

/* -- addresses -- */

static bool
unreserved(unsigned char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	    c == '-' || c == '.' || c == '_' || c == '~';
}

void
html_url_segment(struct html *h, const char *s)
{
	static const char hex[] = "0123456789ABCDEF";
	const unsigned char *p = (const unsigned char *)s;

	while (p != NULL && *p != '\0') {
		const unsigned char *run = p;

		while (unreserved(*p))
			p++;
		if (p > run)
			buf_add(h->out, run, (size_t)(p - run));
		if (*p != '\0') {
			char out[3] = { '%', hex[*p >> 4], hex[*p & 15] };

			buf_add(h->out, out, sizeof(out));
			p++;
		}
	}
}

void
html_url_segment_int(struct html *h, int64_t v)
{
	html_int(h, v);
}

void
html_url_segment_uint(struct html *h, uint64_t v)
{
	html_uint(h, v);
}

/*
 * Browsers drop tabs and line ends anywhere and blanks at both ends, and read '\' as '/': an address
 * with any control character is refused whole, and the second character is looked at as they would.
 */
static bool
url_allowed(const char *s)
{
	static const char *const schemes[] = { "http://", "https://", "mailto:" };

	for (const unsigned char *p = (const unsigned char *)s; *p != '\0'; p++)
		if (*p < 0x20 || *p == 0x7f)
			return false;
	if (s[0] == '/')
		return s[1] != '/' && s[1] != '\\';
	if (s[0] == '#' || s[0] == '?')
		return true;
	for (size_t i = 0; i < sizeof(schemes) / sizeof(schemes[0]); i++)
		if (strncasecmp(s, schemes[i], strlen(schemes[i])) == 0)
			return true;
	return false;
}

void
html_url(struct html *h, const char *s)
{
	if (s == NULL || !url_allowed(s)) {
		LIT(h, "#");
		return;
	}
	while (*s != '\0') {
		size_t run = strcspn(s, " ");

		escape(h, s, run);
		s += run;
		if (*s == ' ') {
			LIT(h, "%20");
			s++;
		}
	}
}

/* -- JSON in a script element -- */

void
html_json(struct html *h, const char *s)
{
	if (s == NULL)
		s = "null";
	while (*s != '\0') {
		size_t run = strcspn(s, "<>&\xe2");

		buf_add(h->out, s, run);
		s += run;
		switch (*s) {
		case '\0': return;
		case '<': LIT(h, "\\u003c"); break;
		case '>': LIT(h, "\\u003e"); break;
		case '&': LIT(h, "\\u0026"); break;
		default:
			if (s[1] == '\x80' && (s[2] == '\xa8' || s[2] == '\xa9')) {
				buf_puts(h->out, s[2] == '\xa8' ? "\\u2028" : "\\u2029");
				s += 2;
			} else {
				buf_add(h->out, s, 1);
			}
		}
		s++;
	}
}

/* -- messages -- */

void
html_tr(struct html *h, const char *msgid)
{
	if (msgid != NULL && *msgid != '\0')
		html_text(h, tr(h->lang, msgid));
}

void
html_trf(struct html *h, const char *msgid, int n, ...)
{
	const char *args[9] = { NULL }, *s;
	size_t len;
	va_list ap;

	if (msgid == NULL || *msgid == '\0')
		return;
	va_start(ap, n);
	for (int i = 0; i < n; i++) {
		const char *arg = va_arg(ap, const char *);

		if (i < 9)
			args[i] = arg != NULL ? arg : "";
	}
	va_end(ap);
	for (const char *text = tr(h->lang, msgid); tr_next(&text, args, &s, &len);)
		escape(h, s, len);
}

const char *
html_str(struct html *h, const char *s)
{
	(void)h;
	return s != NULL ? s : "";
}

const char *
html_str_int(struct html *h, int64_t v)
{
	return int_format(h->arena, v);
}

const char *
html_str_uint(struct html *h, uint64_t v)
{
	if (v > INT64_MAX)
		return arena_printf(h->arena, "%ju", (uintmax_t)v);
	return int_format(h->arena, (int64_t)v);
}

const char *
html_str_date(struct html *h, struct date d)
{
	return d.year == 0 ? "" : date_format(h->arena, d);
}

const char *
html_str_timestamp(struct html *h, struct timestamp t)
{
	return t.us == 0 ? "" : timestamp_format(h->arena, t);
}

const char *
html_str_money(struct html *h, struct money m)
{
	return money_format(h->arena, m);
}

const char *
html_mark(struct html *h, int mark)
{
	h->marks[mark] = h->out->len;
	return "";
}

const char *
html_move(struct html *h)
{
	size_t to = h->marks[0], from = h->marks[1], n = h->out->len - from;
	char *moved;

	if (n == 0 || to == from)
		return "";
	moved = arena_memdup(h->arena, h->out->p + from, n);
	memmove(h->out->p + to + n, h->out->p + to, from - to);
	memcpy(h->out->p + to, moved, n);
	return "";
}
