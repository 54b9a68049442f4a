/* Cookies in and out; names compare exactly and values keep their '='. */
#include "web/cookie.h"

#include <inttypes.h>
#include <string.h>

static bool
is_name_byte(unsigned char c)
{
	return c > 0x20 && c < 0x7f && strchr("()<>@,;:\\\"/[]?={}", c) == NULL;
}

/* cookie-octet, plus space and comma, which browsers do send. */
static bool
is_value_byte(unsigned char c)
{
	return c >= 0x20 && c < 0x7f && c != ';' && c != '"' && c != '\\';
}

static bool
parse_one(struct arena *a, const char *s, size_t n, struct web_param *out)
{
	const char *eq, *value;
	size_t name_len, value_len;

	while (n > 0 && (*s == ' ' || *s == '\t'))
		s++, n--;
	while (n > 0 && (s[n - 1] == ' ' || s[n - 1] == '\t'))
		n--;
	eq = memchr(s, '=', n);
	if (eq == NULL || eq == s)
		return false;
	name_len = (size_t)(eq - s);
	value = eq + 1;
	value_len = n - name_len - 1;
	if (value_len >= 2 && value[0] == '"' && value[value_len - 1] == '"') {
		value++;
		value_len -= 2;
	}
	for (size_t i = 0; i < name_len; i++) {
		if (!is_name_byte((unsigned char)s[i]))
			return false;
	}
	for (size_t i = 0; i < value_len; i++) {
		if (!is_value_byte((unsigned char)value[i]))
			return false;
	}
	out->name = arena_strndup(a, s, name_len);
	out->value = arena_strndup(a, value, value_len);
	out->length = value_len;
	return true;
}

void
cookie_parse(struct arena *a, const char *header, struct web_params *out)
{
	size_t n;

	out->v = NULL;
	out->n = 0;
	if (header == NULL || header[0] == '\0')
		return;
	out->v = arena_array(a, COOKIE_MAX, sizeof(*out->v));
	for (;; header += n + 1) {
		n = strcspn(header, ";");
		if (out->n < COOKIE_MAX && parse_one(a, header, n, &out->v[out->n]))
			out->n++;
		if (header[n] == '\0')
			return;
	}
}

char *
cookie_format(struct arena *a, const struct cookie_spec *c)
{
	char *age = "";

	if (c->max_age > 0)
		age = arena_printf(a, "; Max-Age=%" PRId64, c->max_age);
	else if (c->max_age < 0)
		age = "; Max-Age=0";
	return arena_printf(a, "%s=%s; Path=/%s%s%s; SameSite=Lax", c->name, c->value, age,
	    c->http_only ? "; HttpOnly" : "", c->secure ? "; Secure" : "");
}
