/* A multipart/form-data reader over a body that is read in windows, never held whole. */
#include "web/multipart.h"

#include <string.h>
#include <strings.h>

#include "core/str.h"
#include "core/utf8.h"
#include "web/query.h"

#define WINDOW (64u * 1024)

struct reader {
	struct arena *arena;
	const struct web_body *body;
	char *win; /* bytes [base, base + len) of the body */
	size_t base, len;
	const char *delim; /* "\r\n--boundary" */
	size_t delim_len;
	size_t text; /* bytes of text parts so far */
	struct web_params *form;
	size_t form_cap;
	struct web_file *files;
	size_t nfiles, files_cap;
};

struct disposition {
	const char *name, *filename; /* filename NULL: a text part */
	const char *content_type;
	bool seen;
};

/* --- header values ------------------------------------------------------------------------ */

static bool
is_token_byte(unsigned char c)
{
	return c > 0x20 && c < 0x7f && strchr("()<>@,;:\\\"/[]?={}", c) == NULL;
}

/*
 * The next "; name=value" of a header value at *p.  False at the end; *bad on anything malformed.
 * A backslash escapes only '"' and '\': browsers send Windows paths unescaped.
 */
static bool
next_param(struct arena *a, const char **p, char **name, char **value, bool *bad)
{
	const char *s = *p;
	size_t n;
	char *out;

	while (*s == ' ' || *s == '\t' || *s == ';')
		s++;
	*p = s;
	if (*s == '\0')
		return false;
	for (n = 0; is_token_byte((unsigned char)s[n]); n++)
		;
	*name = arena_strndup(a, s, n);
	s += n;
	while (*s == ' ' || *s == '\t')
		s++;
	if (n == 0 || *s != '=') {
		*bad = true;
		return false;
	}
	s++;
	while (*s == ' ' || *s == '\t')
		s++;
	if (*s == '"') {
		out = *value = arena_alloc(a, strlen(s) + 1);
		for (s++; *s != '"'; s++) {
			if (*s == '\\' && (s[1] == '"' || s[1] == '\\'))
				s++;
			if (*s == '\0') {
				*bad = true;
				return false;
			}
			*out++ = *s;
		}
		*out = '\0';
		s++;
	} else {
		n = strcspn(s, "; \t");
		*value = arena_strndup(a, s, n);
		s += n;
	}
	while (*s == ' ' || *s == '\t')
		s++;
	if (*s != ';' && *s != '\0') {
		*bad = true;
		return false;
	}
	*p = s;
	return true;
}

enum err
multipart_boundary(struct arena *a, const char *content_type, const char **boundary)
{
	static const char type[] = "multipart/form-data";
	const char *p;
	char *name, *value;
	bool bad = false;
	size_t n;

	*boundary = NULL;
	if (content_type == NULL || strncasecmp(content_type, type, sizeof(type) - 1) != 0)
		return ERR_UNSUPPORTED;
	p = content_type + sizeof(type) - 1;
	if (*p != '\0' && *p != ';' && *p != ' ' && *p != '\t')
		return ERR_UNSUPPORTED;
	while (next_param(a, &p, &name, &value, &bad)) {
		if (strcasecmp(name, "boundary") != 0)
			continue;
		if (*boundary != NULL)
			return ERR_BAD_REQUEST;
		*boundary = value;
	}
	if (bad || *boundary == NULL)
		return ERR_BAD_REQUEST;
	n = strlen(*boundary);
	if (n == 0 || n > 70 || (*boundary)[n - 1] == ' ')
		return ERR_BAD_REQUEST;
	for (size_t i = 0; i < n; i++) {
		unsigned char c = (unsigned char)(*boundary)[i];

		if (c < 0x20 || c > 0x7e)
			return ERR_BAD_REQUEST;
	}
	return ERR_OK;
}

/* Browsers write '"', CR and LF of a name as %22, %0D, %0A, and nothing else so. */
static void
undo_browser_escapes(char *s)
{
	char *out = s;

	for (; *s != '\0'; s++) {
		if (strncasecmp(s, "%22", 3) == 0) {
			*out++ = '"';
			s += 2;
		} else if (strncasecmp(s, "%0d", 3) == 0) {
			*out++ = '\r';
			s += 2;
		} else if (strncasecmp(s, "%0a", 3) == 0) {
			*out++ = '\n';
			s += 2;
		} else {
			*out++ = *s;
		}
	}
	*out = '\0';
}

/* What the operating system of the sender calls the file, without its folders or hidden characters. */
static const char *
base_name(struct arena *a, const char *path)
{
	const char *p, *base = path;
	char *name, *out;

	for (p = path; *p != '\0'; p++) {
		if (*p == '/' || *p == '\\')
			base = p + 1;
	}
	name = out = arena_strdup(a, base);
	for (p = base; *p != '\0'; p++) {
		/* U+202A-E and U+2066-9 turn what follows around: "fdp.exe" would be read as "exe.pdf". */
		if ((strncmp(p, "\xe2\x80", 2) == 0 && p[2] >= '\xaa' && p[2] <= '\xae') ||
		    (strncmp(p, "\xe2\x81", 2) == 0 && p[2] >= '\xa6' && p[2] <= '\xa9'))
			p += 2;
		else if ((unsigned char)*p >= 0x20 && *p != 0x7f)
			*out++ = *p;
	}
	*out = '\0';
	if (strcmp(name, ".") == 0 || strcmp(name, "..") == 0)
		return "_";
	return utf8_nfc(a, name);
}

/* RFC 8187: charset'language'percent-encoded; UTF-8 only. */
static enum err
decode_extended(struct arena *a, const char *value, char **out)
{
	const char *p;
	size_t n;

	if (strncasecmp(value, "utf-8'", 6) != 0)
		return ERR_BAD_REQUEST;
	p = strchr(value + 6, '\'');
	if (p == NULL)
		return ERR_BAD_REQUEST;
	p++;
	*out = arena_alloc(a, strlen(p) + 1);
	if (!percent_decode(p, strlen(p), false, *out, &n))
		return ERR_BAD_REQUEST;
	(*out)[n] = '\0';
	return utf8_valid(*out, n) ? ERR_OK : ERR_BAD_REQUEST;
}

static enum err
parse_disposition(struct arena *a, const char *value, struct disposition *d)
{
	static const char type[] = "form-data";
	char *name, *text, *plain = NULL, *extended = NULL;
	bool bad = false;

	if (d->seen || strncasecmp(value, type, sizeof(type) - 1) != 0)
		return ERR_BAD_REQUEST;
	d->seen = true;
	value += sizeof(type) - 1;
	if (*value != '\0' && *value != ';' && *value != ' ' && *value != '\t')
		return ERR_BAD_REQUEST;
	while (next_param(a, &value, &name, &text, &bad)) {
		if (strcasecmp(name, "name") == 0) {
			if (d->name != NULL)
				return ERR_BAD_REQUEST;
			undo_browser_escapes(text);
			d->name = text;
		} else if (strcasecmp(name, "filename") == 0) {
			if (plain != NULL)
				return ERR_BAD_REQUEST;
			undo_browser_escapes(text);
			plain = text;
		} else if (strcasecmp(name, "filename*") == 0) {
			if (extended != NULL)
				return ERR_BAD_REQUEST;
			MUST(decode_extended(a, text, &extended));
		}
	}
	if (bad || d->name == NULL || d->name[0] == '\0' ||
	    !utf8_valid(d->name, strlen(d->name)) || utf8_has_control(d->name))
		return ERR_BAD_REQUEST;
	if (plain != NULL && !utf8_valid(plain, strlen(plain)))
		return ERR_BAD_REQUEST;
	if (extended != NULL)
		plain = extended;
	d->filename = plain != NULL ? base_name(a, plain) : NULL;
	return ERR_OK;
}

static enum err
parse_header_line(struct arena *a, const char *line, size_t n, struct disposition *d)
{
	const char *colon = memchr(line, ':', n);
	char *name, *value;

	if (colon == NULL || colon == line || memchr(line, '\0', n) != NULL)
		return ERR_BAD_REQUEST;
	name = arena_strndup(a, line, (size_t)(colon - line));
	for (size_t i = 0; name[i] != '\0'; i++) {
		/* Also refuses folded lines, which begin with a space. */
		if (!is_token_byte((unsigned char)name[i]))
			return ERR_BAD_REQUEST;
	}
	value = str_trim(a, arena_strndup(a, colon + 1, n - (size_t)(colon - line) - 1));
	if (strcasecmp(name, "content-disposition") == 0)
		return parse_disposition(a, value, d);
	if (strcasecmp(name, "content-type") == 0) {
		if (d->content_type != NULL || !utf8_valid(value, strlen(value)))
			return ERR_BAD_REQUEST;
		d->content_type = value;
	}
	if (strcasecmp(name, "content-transfer-encoding") == 0 &&
	    strcasecmp(value, "binary") != 0 && strcasecmp(value, "8bit") != 0 &&
	    strcasecmp(value, "7bit") != 0)
		return ERR_BAD_REQUEST;
	return ERR_OK;
}

/* --- the body ------------------------------------------------------------------------------ */

/* Make the window begin at off and hold as much as it can; short only at the end of the body. */
static enum err
window_at(struct reader *r, size_t off)
{
	ssize_t got;

	if (off >= r->base && off <= r->base + r->len) {
		memmove(r->win, r->win + (off - r->base), r->base + r->len - off);
		r->len = r->base + r->len - off;
	} else {
		r->len = 0;
	}
	r->base = off;
	while (r->len < WINDOW && r->base + r->len < r->body->length) {
		got = r->body->pread(
		    r->body->arg, r->win + r->len, WINDOW - r->len, r->base + r->len);
		if (got < 0)
			return ERR_INTERNAL;
		if (got == 0)
			return ERR_BAD_REQUEST;
		r->len += (size_t)got;
	}
	return ERR_OK;
}

/*
 * What stands after a delimiter whose last byte is before off: the end ("--") or the next part
 * (optional blanks and CRLF).  Anything else is text that merely begins like the boundary.
 */
enum after { AFTER_TEXT, AFTER_PART, AFTER_END };

static enum err
look_after(struct reader *r, size_t off, enum after *what, size_t *next)
{
	size_t i = 0;

	*what = AFTER_TEXT;
	if (off + 2 > r->base + r->len || off < r->base)
		MUST(window_at(r, off));
	const char *p = r->win + (off - r->base);
	size_t left = r->base + r->len - off;

	if (left >= 2 && p[0] == '-' && p[1] == '-') {
		*what = AFTER_END;
		*next = off + 2;
		return ERR_OK;
	}
	while (i < left && (p[i] == ' ' || p[i] == '\t'))
		i++;
	if (i + 2 > left && r->base + r->len < r->body->length) {
		MUST(window_at(r, off));
		p = r->win;
		left = r->len;
		for (i = 0; i < left && (p[i] == ' ' || p[i] == '\t'); i++)
			;
	}
	if (i + 2 <= left && p[i] == '\r' && p[i + 1] == '\n') {
		*what = AFTER_PART;
		*next = off + i + 2;
	}
	return ERR_OK;
}

/*
 * From off, find the next true delimiter: *end is where the content before it stops, *next where
 * reading goes on.  ERR_BAD_REQUEST when the body ends first.
 */
static enum err
find_delimiter(struct reader *r, size_t off, size_t *end, enum after *what, size_t *next)
{
	for (;;) {
		const char *hit;
		size_t at;

		if (off < r->base || off > r->base + r->len ||
		    r->base + r->len - off < r->delim_len)
			MUST(window_at(r, off));
		hit = memmem(
		    r->win + (off - r->base), r->base + r->len - off, r->delim, r->delim_len);
		if (hit == NULL) {
			if (r->base + r->len >= r->body->length)
				return ERR_BAD_REQUEST;
			off = r->base + r->len - (r->delim_len - 1);
			MUST(window_at(r, off));
			continue;
		}
		at = r->base + (size_t)(hit - r->win);
		MUST(look_after(r, at + r->delim_len, what, next));
		if (*what != AFTER_TEXT) {
			*end = at;
			return ERR_OK;
		}
		off = at + 2;
	}
}

static enum err
read_headers(struct reader *r, size_t off, struct disposition *d, size_t *content)
{
	const char *line, *stop, *eol;

	memset(d, 0, sizeof(*d));
	MUST(window_at(r, off));
	line = r->win;
	stop = r->win + (r->len < MULTIPART_MAX_HEADER ? r->len : MULTIPART_MAX_HEADER);
	for (;;) {
		eol = memmem(line, (size_t)(stop - line), "\r\n", 2);
		if (eol == NULL)
			return ERR_BAD_REQUEST;
		if (eol == line)
			break;
		MUST(parse_header_line(r->arena, line, (size_t)(eol - line), d));
		line = eol + 2;
	}
	if (!d->seen)
		return ERR_BAD_REQUEST;
	*content = off + (size_t)(eol + 2 - r->win);
	return ERR_OK;
}

static void *
grow(struct arena *a, void *v, size_t n, size_t *cap, size_t size)
{
	void *bigger;

	if (n < *cap)
		return v;
	*cap = *cap == 0 ? 16 : *cap * 2;
	bigger = arena_array(a, *cap, size);
	if (n > 0)
		memcpy(bigger, v, n * size);
	return bigger;
}

static enum err
add_text(struct reader *r, const struct disposition *d, size_t off, size_t n)
{
	struct web_param *p;
	char *text;
	size_t done = 0;
	ssize_t got;

	if (n > MULTIPART_MAX_TEXT - r->text)
		return ERR_TOO_LARGE;
	r->text += n;
	text = arena_alloc(r->arena, n + 1);
	while (done < n) {
		got = r->body->pread(r->body->arg, text + done, n - done, off + done);
		if (got <= 0)
			return ERR_INTERNAL;
		done += (size_t)got;
	}
	r->form->v = grow(r->arena, r->form->v, r->form->n, &r->form_cap, sizeof(*p));
	p = &r->form->v[r->form->n++];
	p->name = d->name;
	p->value = text;
	p->length = n;
	return ERR_OK;
}

static void
add_file(struct reader *r, const struct disposition *d, size_t off, size_t n)
{
	struct web_file *f;

	r->files = grow(r->arena, r->files, r->nfiles, &r->files_cap, sizeof(*f));
	f = &r->files[r->nfiles++];
	f->field = d->name;
	f->name = d->filename;
	f->content_type =
	    d->content_type != NULL ? d->content_type : "application/octet-stream";
	f->body = r->body;
	f->offset = off;
	f->length = n;
}

static enum err
parse_parts(struct reader *r)
{
	struct disposition d;
	enum after what;
	size_t off, content, end, next;

	/* The first delimiter needs no CRLF before it when it begins the body. */
	MUST(window_at(r, 0));
	if (r->len >= r->delim_len - 2 && memcmp(r->win, r->delim + 2, r->delim_len - 2) == 0)
		MUST(look_after(r, r->delim_len - 2, &what, &next));
	else
		what = AFTER_TEXT;
	if (what == AFTER_TEXT)
		MUST(find_delimiter(r, 0, &end, &what, &next));
	while (what == AFTER_PART) {
		if (r->form->n + r->nfiles >= WEB_MAX_FIELDS)
			return ERR_TOO_LARGE;
		off = next;
		MUST(read_headers(r, off, &d, &content));
		/* The blank line's CRLF may also begin the delimiter: an empty part. */
		MUST(find_delimiter(r, content - 2, &end, &what, &next));
		if (end < content)
			end = content;
		if (d.filename != NULL)
			add_file(r, &d, content, end - content);
		else
			MUST(add_text(r, &d, content, end - content));
	}
	return ERR_OK;
}

enum err
multipart_parse(struct arena *a, const char *content_type, const struct web_body *body,
    struct web_params *form, struct web_file **files, size_t *nfiles)
{
	struct reader r = { .arena = a, .body = body, .form = form };
	const char *boundary;

	form->v = NULL;
	form->n = 0;
	*files = NULL;
	*nfiles = 0;
	MUST(multipart_boundary(a, content_type, &boundary));
	r.delim = arena_printf(a, "\r\n--%s", boundary);
	r.delim_len = strlen(r.delim);
	r.win = arena_alloc(a, WINDOW);
	MUST(parse_parts(&r));
	*files = r.files;
	*nfiles = r.nfiles;
	return ERR_OK;
}
