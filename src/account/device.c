/* Browsers an account signed in from before: a signed cookie that names no one. */
#include "account/device.h"

#include <inttypes.h>
#include <string.h>

#include "core/buf.h"
#include "core/clock.h"
#include "core/hash.h"
#include "core/str.h"
#include "web/cookie.h"

#define PART_BYTES  16
#define PART_LENGTH 22 /* 16 bytes, base64url */

/* "DAY.NAME.SEAL" for each account, parted by "~"; the seal holds the account's name, the cookie does not. */
struct device_part {
	const char *text; /* whole, as in the cookie */
	const char *name, *seal;
	int64_t day;
};

static const char *
cookie_name(const struct app *app)
{
	return app->secure ? "__Host-vd-may" : "vd-may";
}

static int64_t
today(const struct ctx *c)
{
	return c->now.us / (INT64_C(86400) * 1000000);
}

/* User names are ASCII and compared in lower case: other letters belong to nobody. */
static const char *
lower(struct arena *a, const char *username)
{
	char *s = arena_strdup(a, username);

	for (char *p = s; *p != '\0'; p++) {
		if (*p >= 'A' && *p <= 'Z')
			*p = (char)(*p - 'A' + 'a');
	}
	return s;
}

static const char *
seal(struct ctx *c, const char *username, int64_t day, const char *name)
{
	char *text = arena_printf(
	    c->arena, "device:%" PRId64 ":%s:%s", day, name, lower(c->arena, username));
	struct sha256 mac =
	    hmac_sha256(c->app->secret, sizeof(c->app->secret), text, strlen(text));

	return base64url_encode(c->arena, mac.b, PART_BYTES);
}

static bool
read_part(struct arena *a, const char *text, struct device_part *out)
{
	char *copy = arena_strdup(a, text), *name = strchr(copy, '.'), *sealed;

	if (name == NULL || (sealed = strchr(name + 1, '.')) == NULL)
		return false;
	*name++ = *sealed++ = '\0';
	out->text = text;
	out->name = name;
	out->seal = sealed;
	return strlen(name) == PART_LENGTH && strlen(sealed) == PART_LENGTH &&
	    parse_i64(copy, 0, 1000000, &out->day) == ERR_OK;
}

/* The parts of the cookie that are not too old; whether they are ours only their seal tells. */
static size_t
read_parts(struct web_req *req, struct device_part v[DEVICE_ACCOUNTS])
{
	const char *p = web_cookie(req, cookie_name(req->ctx->app));
	size_t n = 0, len;

	for (; p != NULL && *p != '\0' && n < DEVICE_ACCOUNTS;
	     p += p[len] != '\0' ? len + 1 : len) {
		len = strcspn(p, "~");
		if (read_part(req->arena, arena_strndup(req->arena, p, len), &v[n]) &&
		    v[n].day <= today(req->ctx) && v[n].day > today(req->ctx) - DEVICE_DAYS)
			n++;
	}
	return n;
}

static bool
is_of(struct ctx *c, const struct device_part *part, const char *username)
{
	return equal_const_time(
	    part->seal, seal(c, username, part->day, part->name), PART_LENGTH);
}

const char *
device_of(struct web_req *req, const char *username)
{
	struct device_part v[DEVICE_ACCOUNTS];
	size_t n = read_parts(req, v);

	for (size_t i = 0; i < n; i++) {
		if (is_of(req->ctx, &v[i], username))
			return v[i].name;
	}
	return "";
}

void
device_remember(struct web_req *req, const char *username)
{
	struct ctx *c = req->ctx;
	struct device_part v[DEVICE_ACCOUNTS];
	size_t n = read_parts(req, v), kept = 1;
	unsigned char fresh[PART_BYTES];
	const char *name;
	struct buf value = { 0 };

	random_bytes(fresh, sizeof(fresh));
	name = base64url_encode(c->arena, fresh, sizeof(fresh));
	buf_printf(
	    &value, "%" PRId64 ".%s.%s", today(c), name, seal(c, username, today(c), name));
	for (size_t i = 0; i < n && kept < DEVICE_ACCOUNTS; i++) {
		if (is_of(c, &v[i], username))
			continue;
		buf_printf(&value, "~%s", v[i].text);
		kept++;
	}
	web_add_header(c->res, "set-cookie",
	    cookie_format(c->arena,
		&(struct cookie_spec){ .name = cookie_name(c->app),
		    .value = arena_strndup(c->arena, value.p, value.len),
		    .max_age = (int64_t)DEVICE_DAYS * 86400,
		    .http_only = true,
		    .secure = c->app->secure }));
	buf_free(&value);
}
