/* CSRF and replay protection of POST. */
#include "app/guard.h"

#include <string.h>

#include "core/hash.h"
#include "core/str.h"
#include "sql/account.h"
#include "web/cookie.h"
#include "web/route.h"

/* Sign-in has no session yet: a random cookie, and in the form its HMAC under our key. */
static const char *
seed_cookie_name(const struct app *app)
{
	return app->secure ? "__Host-vd-dn" : "vd-dn";
}

static const char *
seal(struct ctx *c, const char *seed)
{
	char *text = arena_printf(c->arena, "sign-in:%s", seed);
	struct sha256 mac =
	    hmac_sha256(c->app->secret, sizeof(c->app->secret), text, strlen(text));

	return base64url_encode(c->arena, mac.b, sizeof(mac.b));
}

const char *
guard_csrf(struct web_req *req)
{
	struct ctx *c = req->ctx;
	const char *seed;

	if (c->actor != NULL)
		return c->actor->csrf;
	if (c->access != ACCESS_ANYONE)
		return NULL;
	seed = web_cookie(req, seed_cookie_name(c->app));
	if (str_empty(seed)) {
		seed = random_token(c->arena);
		web_add_header(c->res, "set-cookie",
		    cookie_format(c->arena,
			&(struct cookie_spec){ .name = seed_cookie_name(c->app),
			    .value = seed,
			    .http_only = true,
			    .secure = c->app->secure }));
	}
	return seal(c, seed);
}

/* "http://name:port" of the address the browser itself used. */
static bool
origin_is_host(struct web_req *req, const char *origin)
{
	const char *host = web_header(req, "host"), *rest = strstr(origin, "://");

	/* Behind TLS only the configured name counts. */
	return !req->ctx->app->secure && host != NULL && rest != NULL && str_eq(rest + 3, host);
}

enum err
guard_origin(struct web_req *req)
{
	const char *origin = web_header(req, "origin"),
		   *site = web_header(req, "sec-fetch-site");

	req->ctx->why =
	    T("Biểu mẫu được gửi từ một trang web khác. Để bảo vệ bạn, hệ thống không nhận.");
	if (str_eq(site, "cross-site"))
		return ERR_FORBIDDEN;
	if (origin != NULL && !str_eq(origin, req->ctx->app->origin) &&
	    !origin_is_host(req, origin))
		return ERR_FORBIDDEN;
	req->ctx->why = NULL;
	return ERR_OK;
}

static bool
same_secret(const char *sent, const char *expected)
{
	size_t n;

	if (sent == NULL || expected == NULL)
		return false;
	n = strlen(expected);
	return n > 0 && strlen(sent) == n && equal_const_time(sent, expected, n);
}

static bool
once_is_wellformed(const char *once)
{
	size_t n = once != NULL ? strlen(once) : 0;

	return n >= 16 && n <= 64 &&
	    strspn(once, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_") ==
	    n;
}

enum err
guard_form(struct web_req *req)
{
	struct ctx *c = req->ctx;
	const char *once = web_form(req, "once"), *expected = NULL;
	int64_t fresh;

	if (c->actor != NULL) {
		expected = c->actor->csrf;
	} else if (!str_empty(web_cookie(req, seed_cookie_name(c->app)))) {
		expected = seal(c, web_cookie(req, seed_cookie_name(c->app)));
	}
	if (!same_secret(web_form(req, "csrf"), expected)) {
		c->why = T(
		    "Biểu mẫu thiếu mã bảo vệ hoặc mã đã đổi vì bạn vừa đăng nhập lại, có thể ở cửa sổ khác.");
		return ERR_FORBIDDEN;
	}
	if (c->actor == NULL || (c->access & ACCESS_JOURNALED) != 0)
		return ERR_OK;
	if (!once_is_wellformed(once))
		return ERR_BAD_REQUEST;
	MUST(sql_account_form_once_use(c->db, c->arena,
	    &(struct sql_account_form_once_use_params){
		.account_id = c->actor->account_id, .nonce = once },
	    &fresh));
	return fresh == 1 ? ERR_OK : ERR_REPLAYED;
}
