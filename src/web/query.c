/* Request targets and form-urlencoded text: exact, bounded, nothing silently dropped. */
#include "web/query.h"

#include <string.h>

#include "core/str.h"
#include "core/utf8.h"

static enum err
decode_pair(struct arena *a, const char *s, size_t n, struct web_param *out)
{
	const char *eq = memchr(s, '=', n);
	size_t name_len = eq != NULL ? (size_t)(eq - s) : n;
	const char *value = eq != NULL ? eq + 1 : s + n;
	size_t value_len = n - (size_t)(value - s);
	char *name, *text;
	size_t len;

	name = arena_alloc(a, name_len + 1);
	if (!percent_decode(s, name_len, true, name, &len))
		return ERR_BAD_REQUEST;
	name[len] = '\0';
	if (!utf8_valid(name, len) || utf8_has_control(name))
		return ERR_BAD_REQUEST;
	text = arena_alloc(a, value_len + 1);
	if (!percent_decode(value, value_len, true, text, &len))
		return ERR_BAD_REQUEST;
	text[len] = '\0';
	out->name = name;
	out->value = text;
	out->length = len;
	return ERR_OK;
}

enum err
query_parse(struct arena *a, const char *s, size_t n, struct web_params *out)
{
	const char *p, *amp, *end = s + n;
	size_t count = 0;

	out->v = NULL;
	out->n = 0;
	for (p = s; p < end; p = amp + 1) {
		amp = memchr(p, '&', (size_t)(end - p));
		if (amp == NULL)
			amp = end;
		if (amp > p && ++count > WEB_MAX_FIELDS)
			return ERR_TOO_LARGE;
	}
	if (count == 0)
		return ERR_OK;
	out->v = arena_array(a, count, sizeof(*out->v));
	for (p = s; p < end; p = amp + 1) {
		amp = memchr(p, '&', (size_t)(end - p));
		if (amp == NULL)
			amp = end;
		if (amp == p)
			continue;
		MUST(decode_pair(a, p, (size_t)(amp - p), &out->v[out->n]));
		out->n++;
	}
	return ERR_OK;
}

bool
query_is_text(const struct web_params *params)
{
	for (size_t i = 0; i < params->n; i++) {
		if (!utf8_valid(params->v[i].value, params->v[i].length))
			return false;
	}
	return true;
}

/* A decoded path whose segments cannot climb or hide: the router and every log may trust it. */
static enum err
path_check(const char *path)
{
	const char *p, *slash;
	size_t n;

	if (path[0] != '/')
		return ERR_BAD_REQUEST;
	if (strchr(path, '\\') != NULL)
		return ERR_NOT_FOUND;
	for (p = path + 1;; p = slash + 1) {
		slash = strchr(p, '/');
		n = slash != NULL ? (size_t)(slash - p) : strlen(p);
		if (slash != NULL && n == 0)
			return ERR_NOT_FOUND;
		if ((n == 1 && p[0] == '.') || (n == 2 && p[0] == '.' && p[1] == '.'))
			return ERR_NOT_FOUND;
		if (slash == NULL)
			return ERR_OK;
	}
}

enum err
target_parse(struct arena *a, const char *target, const char **path, const char **query)
{
	size_t n = strcspn(target, "?#");
	char *out;
	size_t len;

	*path = "/";
	*query = "";
	if (target[0] != '/')
		return ERR_BAD_REQUEST;
	if (target[n] == '?') {
		size_t q = strcspn(target + n + 1, "#");

		*query = arena_strndup(a, target + n + 1, q);
	}
	/* "%2f" would become a separator the sender did not write as one. */
	for (size_t i = 0; i + 2 < n; i++) {
		if (target[i] == '%' && target[i + 1] == '2' &&
		    (target[i + 2] == 'f' || target[i + 2] == 'F'))
			return ERR_NOT_FOUND;
	}
	out = arena_alloc(a, n + 1);
	if (!percent_decode(target, n, false, out, &len))
		return ERR_BAD_REQUEST;
	out[len] = '\0';
	if (!utf8_valid(out, len))
		return ERR_BAD_REQUEST;
	for (size_t i = 0; i < len; i++) {
		if ((unsigned char)out[i] < 0x20 || out[i] == 0x7f)
			return ERR_BAD_REQUEST;
	}
	MUST(path_check(out));
	*path = out;
	return ERR_OK;
}
