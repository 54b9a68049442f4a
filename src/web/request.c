/* Reading a request: its address, cookies, body and the small questions pages ask of it. */
#include "web/request.h"

#include <string.h>
#include <strings.h>

#include "core/str.h"
#include "web/cookie.h"
#include "web/multipart.h"
#include "web/query.h"

static const char *
params_get(const struct web_params *params, const char *name)
{
	for (size_t i = 0; i < params->n; i++) {
		if (strcmp(params->v[i].name, name) == 0)
			return params->v[i].value;
	}
	return NULL;
}

const char *
web_query(const struct web_req *req, const char *name)
{
	return params_get(&req->query, name);
}

const char *
web_form(const struct web_req *req, const char *name)
{
	return params_get(&req->form, name);
}

const char *
web_cookie(const struct web_req *req, const char *name)
{
	return params_get(&req->cookies, name);
}

const char *
web_header(const struct web_req *req, const char *name)
{
	return req->header != NULL ? req->header(req->header_arg, name) : NULL;
}

bool
web_wants_json(const struct web_req *req)
{
	const char *accept = web_header(req, "accept");

	return accept != NULL && strstr(accept, "application/json") != NULL;
}

const struct web_file *
web_file(const struct web_req *req, const char *field)
{
	for (size_t i = 0; i < req->nfiles; i++) {
		struct web_file *f = &req->files[i];

		if (strcmp(f->field, field) != 0)
			continue;
		f->read = true;
		if (f->name[0] != '\0')
			return f;
	}
	return NULL;
}

ssize_t
web_file_read(const struct web_file *f, void *out, size_t n, size_t off)
{
	if (off >= f->length)
		return 0;
	if (n > f->length - off)
		n = f->length - off;
	return f->body->pread(f->body->arg, out, n, f->offset + off);
}

const char *
web_path_text(const struct web_req *req, const char *name)
{
	const char *value = params_get(&req->path_params, name);

	return value != NULL ? value : "";
}

enum err
web_path_id(const struct web_req *req, const char *name, int64_t *out)
{
	const char *value = web_path_text(req, name);

	/* One address per thing: "007" is not 7. */
	if (value[0] == '0' || parse_i64(value, 1, INT64_MAX, out) != ERR_OK)
		return ERR_NOT_FOUND;
	return ERR_OK;
}

enum err
web_query_i64(const struct web_req *req, const char *name, int64_t min, int64_t max,
    int64_t fallback, int64_t *out)
{
	const char *value = web_query(req, name);

	if (str_empty(value)) {
		*out = fallback;
		return ERR_OK;
	}
	return parse_i64(value, min, max, out) == ERR_OK ? ERR_OK : ERR_BAD_REQUEST;
}

bool
web_path_is_local(const char *path)
{
	if (path == NULL || path[0] != '/' || path[1] == '/' || path[1] == '\\')
		return false;
	for (; *path != '\0'; path++) {
		if ((unsigned char)*path <= 0x20 || *path == 0x7f || *path == '\\')
			return false;
	}
	return true;
}

enum err
web_req_address(struct web_req *req)
{
	const char *query;

	cookie_parse(req->arena, web_header(req, "cookie"), &req->cookies);
	req->lang = str_eq(web_cookie(req, WEB_LANG_COOKIE), "en") ? LANG_EN : LANG_VI;
	MUST(target_parse(req->arena, req->target, &req->path, &query));
	MUST(query_parse(req->arena, query, strlen(query), &req->query));
	return query_is_text(&req->query) ? ERR_OK : ERR_BAD_REQUEST;
}

static enum err
read_urlencoded(struct web_req *req)
{
	char *text = arena_alloc(req->arena, req->body.length + 1);
	size_t n = 0;
	ssize_t got;

	while (n < req->body.length) {
		got = req->body.pread(req->body.arg, text + n, req->body.length - n, n);
		if (got <= 0)
			return ERR_BAD_REQUEST;
		n += (size_t)got;
	}
	return query_parse(req->arena, text, n, &req->form);
}

enum err
web_req_body(struct web_req *req)
{
	static const char urlencoded[] = "application/x-www-form-urlencoded";
	const char *type = web_header(req, "content-type");

	if (req->body_read)
		return ERR_OK;
	if (type != NULL && strncasecmp(type, "multipart/form-data", 19) == 0) {
		if (req->body.length > WEB_MAX_UPLOAD)
			return ERR_TOO_LARGE;
		MUST(multipart_parse(
		    req->arena, type, &req->body, &req->form, &req->files, &req->nfiles));
	} else if (req->body.length > WEB_MAX_BODY) {
		return ERR_TOO_LARGE;
	} else if (req->body.length > 0) {
		if (type == NULL ||
		    strncasecmp(type, urlencoded, sizeof(urlencoded) - 1) != 0 ||
		    strchr("; \t", type[sizeof(urlencoded) - 1]) == NULL)
			return ERR_UNSUPPORTED;
		MUST(read_urlencoded(req));
	}
	req->body_read = true;
	return ERR_OK;
}

/* Quality of one coding in Accept-Encoding: false when absent or q=0. */
static bool
accepts(const char *header, const char *coding)
{
	size_t n = strlen(coding);

	while (*header != '\0') {
		const char *p;
		size_t len;

		header += strspn(header, " \t,");
		len = strcspn(header, ",");
		if (len >= n && strncasecmp(header, coding, n) == 0 &&
		    (len == n || strchr("; \t", header[n]) != NULL)) {
			for (p = header + n; p < header + len; p++) {
				if ((*p == 'q' || *p == 'Q') && p[1] == '=')
					return p[2] != '0' ||
					    (p[3] == '.' &&
						strspn(p + 4, "0") <
						    strspn(p + 4, "0123456789"));
			}
			return true;
		}
		header += len;
	}
	return false;
}

enum web_encoding
web_encoding_of(const char *accept_encoding)
{
	if (accept_encoding == NULL)
		return WEB_PLAIN;
	if (accepts(accept_encoding, "br"))
		return WEB_BROTLI;
	return accepts(accept_encoding, "gzip") ? WEB_GZIP : WEB_PLAIN;
}

enum web_encoding
web_encoding(const struct web_req *req)
{
	return web_encoding_of(web_header(req, "accept-encoding"));
}

bool
web_etag_matches(const char *if_none_match, const char *etag)
{
	size_t n = strlen(etag);

	if (if_none_match == NULL || n == 0)
		return false;
	for (const char *p = if_none_match; *p != '\0';) {
		size_t len;

		p += strspn(p, " \t,");
		if (p[0] == '*')
			return true;
		if (p[0] == 'W' && p[1] == '/')
			p += 2;
		len = strcspn(p, ", \t");
		if (len == n && memcmp(p, etag, n) == 0)
			return true;
		p += len;
	}
	return false;
}
