/* Filling a buffered response. */
#include "web/response.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "core/str.h"

#define MAX_HEADERS 32

struct html *
web_html(struct web_req *req, struct web_res *res)
{
	res->html.out = &res->body;
	res->html.arena = res->arena;
	res->html.lang = req->lang;
	return &res->html;
}

void
web_res_init(struct web_res *res, struct arena *a)
{
	struct buf body = res->body;

	free(res->stream);
	memset(res, 0, sizeof(*res));
	res->arena = a;
	res->body = body;
	buf_reset(&res->body);
}

void
web_add_header(struct web_res *res, const char *name, const char *value)
{
	struct web_param *h;
	char *text;

	if (res->headers.v == NULL)
		res->headers.v = arena_array(res->arena, MAX_HEADERS, sizeof(*h));
	if (res->headers.n == MAX_HEADERS)
		return;
	h = &res->headers.v[res->headers.n++];
	text = arena_strdup(res->arena, value);
	/* A line break would let a value write headers of its own. */
	for (char *p = text; *p != '\0'; p++) {
		if ((unsigned char)*p < 0x20)
			*p = ' ';
	}
	h->name = arena_strdup(res->arena, name);
	h->value = text;
	h->length = strlen(h->value);
}

const char *
web_res_header(const struct web_res *res, const char *name)
{
	for (size_t i = 0; i < res->headers.n; i++) {
		if (strcasecmp(res->headers.v[i].name, name) == 0)
			return res->headers.v[i].value;
	}
	return NULL;
}

enum err
web_json(struct web_res *res, json_t *doc)
{
	const char *text = json_text(res->arena, doc);

	if (text == NULL)
		return ERR_INTERNAL;
	res->content_type = "application/json";
	buf_reset(&res->body);
	buf_puts(&res->body, text);
	return ERR_OK;
}

enum err
web_redirect(struct web_res *res, const char *fmt, ...)
{
	va_list ap;
	char *path;

	va_start(ap, fmt);
	path = arena_vprintf(res->arena, fmt, ap);
	va_end(ap);
	if (!web_path_is_local(path))
		return ERR_INTERNAL;
	res->status = 303;
	buf_reset(&res->body);
	web_add_header(res, "location", path);
	return ERR_OK;
}

/* RFC 8187 value: attr-char kept, the rest percent-encoded. */
static char *
extended_value(struct arena *a, const char *s)
{
	static const char hex[] = "0123456789ABCDEF";
	char *out = arena_alloc(a, strlen(s) * 3 + 1), *p = out;

	for (; *s != '\0'; s++) {
		unsigned char c = (unsigned char)*s;

		if (c < 0x80 && (isalnum(c) || strchr("!#$&+-.^_`|~", c) != NULL)) {
			*p++ = (char)c;
		} else {
			*p++ = '%';
			*p++ = hex[c >> 4];
			*p++ = hex[c & 15];
		}
	}
	return out;
}

/* A name for browsers that read only the plain parameter. */
static char *
ascii_name(struct arena *a, const char *name)
{
	const char *dot = strrchr(name, '.');
	char *ext;

	if (dot == NULL || dot == name)
		return slugify(a, name);
	ext = slugify(a, dot + 1);
	return arena_printf(
	    a, "%s.%s", slugify(a, arena_strndup(a, name, (size_t)(dot - name))), ext);
}

static void
add_file_headers(struct web_res *res, const char *disposition, const char *content_type,
    const char *file_name)
{
	struct arena *a = res->arena;

	res->content_type = content_type;
	web_add_header(res, "content-disposition",
	    arena_printf(a, "%s; filename=\"%s\"; filename*=UTF-8''%s", disposition,
		ascii_name(a, file_name), extended_value(a, file_name)));
	web_add_header(res, "content-security-policy", "default-src 'none'; sandbox");
	web_add_header(res, "x-content-type-options", "nosniff");
	web_add_header(res, "cross-origin-resource-policy", "same-origin");
}

void
web_inline(struct web_res *res, const char *content_type, const char *file_name)
{
	add_file_headers(res, "inline", content_type, file_name);
}

void
web_attachment(struct web_res *res, const char *content_type, const char *file_name)
{
	add_file_headers(res, "attachment", content_type, file_name);
}
