/* The way of one request: route, access, transaction, guard, handler, commit. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "account/session.h"
#include "app/app.h"
#include "app/guard.h"
#include "app/routes.h"
#include "app/status.h"
#include "core/log.h"
#include "core/str.h"
#include "sql/account.h"

#define MAX_ATTEMPTS 3
/*
 * A worker answers one request at a time.  What a request takes longer than this is owed by whoever is signed in, so
 * many times over, and beyond so much their next ones wait: one account gets about a quarter of a worker.
 */
#define SLOW_US       INT64_C(2000000)
#define SLOW_TIMES    4
#define SLOW_ROOM_US  INT64_C(60000000)
#define PASSWORD_PATH "/tai-khoan/mat-khau"
#define SIGN_OUT_PATH "/dang-xuat"

/* What one attempt at a request finds out. */
struct attempt {
	const struct route *route;
	bool needs_touch;
	struct bytes token_hash;
};

bool
app_routes_valid(void)
{
	return route_table_valid(app_routes, app_nroutes);
}

/* The row for a path in the table of this application. */
static const struct route *
find_route(const struct app *app, struct web_req *req, const char *path,
    struct web_params *params, unsigned *methods)
{
	return route_match(app->routes != NULL ? app->routes : app_routes,
	    app->routes != NULL ? app->nroutes : app_nroutes, req->method, path, req->arena,
	    params, methods);
}

static struct ctx *
context_new(struct app *app, struct web_req *req, struct web_res *res, uint32_t access)
{
	struct ctx *c = ARENA_NEW(req->arena, struct ctx);

	c->app = app;
	c->arena = req->arena;
	c->now = clock_now();
	c->lang = req->lang;
	c->request_id = req->request_id;
	c->address = req->address;
	c->access = access;
	c->res = res;
	if (access == ACCESS_PUBLIC)
		c->db = app->public_db;
	else if (access != ACCESS_STATIC)
		c->db = app->db;
	return c;
}

/* --- access -------------------------------------------------------------------------------- */

static bool
wants_session(uint32_t access)
{
	return access != ACCESS_PUBLIC && access != ACCESS_ANYONE && access != ACCESS_STATIC;
}

/* Begin, and in the same round trip ask whose token this is. */
static enum err
begin(struct web_req *req, struct attempt *at, enum db_mode mode)
{
	struct ctx *c = req->ctx;
	struct sql_account_session_begin_row row;
	struct db_param params[SQL_ACCOUNT_SESSION_BEGIN_NPARAMS];
	struct actor *who;
	PGresult *res = NULL;
	struct sha256 hash;
	enum err err;

	if (!wants_session(c->access))
		return db_begin(c->db, mode, NULL, NULL, NULL);
	if (!session_token_hash(req, &hash))
		return ERR_SIGN_IN;
	at->token_hash.p = arena_memdup(c->arena, hash.b, sizeof(hash.b));
	at->token_hash.n = sizeof(hash.b);
	sql_account_session_begin_bind(c->arena,
	    &(struct sql_account_session_begin_params){ .token = at->token_hash }, params);
	MUST(db_begin(c->db, mode, &SQL_ACCOUNT_SESSION_BEGIN, params, &res));
	if (db_result_rows(res) == 0) {
		err = ERR_SIGN_IN;
		goto out;
	}
	if ((err = sql_account_session_begin_read(res, 0, c->arena, &row)) != ERR_OK)
		goto out;
	who = ARENA_NEW(c->arena, struct actor);
	who->account_id = row.account_id;
	who->username = row.username;
	who->full_name = row.full_name;
	who->roles = (uint32_t)row.roles;
	who->csrf = row.csrf;
	who->must_change_password = row.must_change_password;
	c->actor = who;
	at->needs_touch = row.needs_touch;
out:
	db_result_free(res);
	return err;
}

static enum err
check_access(const struct ctx *c)
{
	if ((c->access & ACCESS_ROLES(0)) != 0 &&
	    !actor_has(c->actor, c->access & ACCESS_ROLE_MASK))
		return ERR_FORBIDDEN;
	return ERR_OK;
}

static bool
must_change_first(const struct web_req *req)
{
	const struct actor *who = req->ctx->actor;

	return who != NULL && who->must_change_password && !str_eq(req->path, PASSWORD_PATH) &&
	    !str_eq(req->path, SIGN_OUT_PATH);
}

/* --- whoever keeps the worker busy ---------------------------------------------------------------- */

static uint64_t
brake_key_of(const struct actor *who)
{
	/* Spread over the slots; never 0, the key of an empty one. */
	return ((uint64_t)who->account_id.v + 1) * UINT64_C(0x9e3779b97f4a7c15);
}

static bool
must_wait(const struct ctx *c)
{
	return c->app->brake != NULL && c->actor != NULL && (c->access & ACCESS_URGENT) == 0 &&
	    !brake_allows(c->app->brake, brake_key_of(c->actor), clock_now(), SLOW_ROOM_US);
}

static void
charge(const struct ctx *c)
{
	struct timestamp now = clock_now();
	int64_t took = now.us - c->now.us;

	if (c->app->brake != NULL && c->actor != NULL && took > SLOW_US)
		brake_owe(
		    c->app->brake, brake_key_of(c->actor), now, (took - SLOW_US) * SLOW_TIMES);
}

/* --- one attempt ----------------------------------------------------------------------------- */

/* Pages a handler wrote for a refusal of its own stay; for the rest there is one page per error. */
static bool
keeps_page(const struct web_res *res, enum err err)
{
	if (res->body.len == 0)
		return false;
	return err == ERR_INVALID || err == ERR_STALE || err == ERR_CONFLICT ||
	    err == ERR_TOO_MANY || err == ERR_TOO_LARGE || err == ERR_UNSUPPORTED ||
	    err == ERR_BAD_REQUEST || err == ERR_GONE;
}

static enum err
commit(struct web_req *req, bool unsafe)
{
	struct ctx *c = req->ctx;
	bool recorded = c->audited || ((c->access & ACCESS_JOURNALED) != 0 && c->journaled);
	enum err err;

	if (unsafe && !recorded) {
		log_error("path=%s commits without audit_write", req->path);
		db_rollback(c->db);
		return ERR_INTERNAL;
	}
	err = db_commit(c->db);
	/* The answer to COMMIT is what got lost: promising that nothing was written would be a guess. */
	if (err == ERR_UNAVAILABLE)
		c->why = T(
		    "Kết nối tới cơ sở dữ liệu bị ngắt đúng lúc đang ghi, nên chưa biết đã ghi xong hay chưa. Gửi lại biểu mẫu này không làm ghi hai lần.");
	return err;
}

/* The handler in its transaction; on return nothing is open. */
static enum err
attempt_run(struct web_req *req, struct web_res *res, struct attempt *at)
{
	struct ctx *c = req->ctx;
	bool unsafe = req->method == WEB_POST;
	enum err err, committed;

	if (c->access == ACCESS_STATIC)
		return at->route->handler(req, res);
	if (unsafe && (err = guard_origin(req)) != ERR_OK)
		return err;
	err = begin(req, at, unsafe ? DB_READ_WRITE : DB_READ_ONLY);
	if (err == ERR_OK)
		err = check_access(c);
	if (err == ERR_OK && must_wait(c)) {
		c->why = T(
		    "Những yêu cầu vừa rồi của bạn làm máy chủ bận lâu, nên hệ thống tạm dừng để người khác còn làm việc được.");
		err = ERR_TOO_MANY;
	}
	if (err == ERR_OK && must_change_first(req)) {
		db_rollback(c->db);
		return web_redirect(res, PASSWORD_PATH);
	}
	if (err == ERR_OK && unsafe) {
		err = web_req_body(req);
		if (err == ERR_OK)
			err = guard_form(req);
	}
	if (err == ERR_OK)
		err = at->route->handler(req, res);
	if (err == ERR_OK || res->keep) {
		if ((committed = commit(req, unsafe)) != ERR_OK) {
			res->keep = false;
			buf_reset(&res->body);
			err = committed;
		}
	}
	if (db_in_transaction(c->db))
		db_rollback(c->db);
	return err;
}

/* A stale last_seen, renewed on its own so that reading stays READ ONLY. Failing to is no failure of the page. */
static void
touch_session(struct ctx *c, const struct attempt *at)
{
	struct sql_account_session_touch_row row;
	enum err err;

	err = db_begin(c->db, DB_READ_WRITE, NULL, NULL, NULL);
	if (err == ERR_OK)
		err = sql_account_session_touch(c->db, c->arena,
		    &(struct sql_account_session_touch_params){ .token = at->token_hash },
		    &row);
	if (err == ERR_OK)
		err = db_commit(c->db);
	if (err != ERR_OK)
		log_warn("session touch failed err=%s", err_name(err));
	db_rollback(c->db);
}

static enum err
run(struct app *app, struct web_req *req, struct web_res *res, const struct route *route)
{
	struct attempt at;
	enum err err = ERR_RETRY;

	for (int i = 0; i < MAX_ATTEMPTS && err == ERR_RETRY; i++) {
		web_res_init(res, req->arena);
		memset(&at, 0, sizeof(at));
		at.route = route;
		req->ctx = context_new(app, req, res, route->access);
		err = attempt_run(req, res, &at);
		charge(req->ctx);
		if (err == ERR_RETRY)
			log_warn("attempt=%d sqlstate=%s", i + 1,
			    req->ctx->db != NULL ? db_last_sqlstate(req->ctx->db) : "");
	}
	if (at.needs_touch && err != ERR_UNAVAILABLE && err != ERR_RETRY)
		touch_session(req->ctx, &at);
	return err;
}

/* --- refusals before any handler ----------------------------------------------------------------- */

static void
add_allow(struct web_req *req, struct web_res *res, unsigned methods)
{
	const char *get = (methods & WEB_GET) != 0 ? "GET, HEAD" : "";
	const char *post = (methods & WEB_POST) != 0 ? "POST" : "";

	web_add_header(res, "allow",
	    arena_printf(req->arena, "%s%s%s", get,
		get[0] != '\0' && post[0] != '\0' ? ", " : "", post));
}

/* "/vinh-danh/" is a friendly mistake: send on to the page without the slash when there is one. */
static bool
redirect_without_slash(struct web_req *req, struct web_res *res)
{
	size_t n = strlen(req->path);
	struct web_params params;
	unsigned methods;
	char *path;
	const char *query = strchr(req->target, '?');

	if (n < 2 || req->path[n - 1] != '/' || req->method != WEB_GET)
		return false;
	path = arena_strndup(req->arena, req->path, n - 1);
	if (find_route(req->ctx->app, req, path, &params, &methods) == NULL)
		return false;
	/* The raw target, so that escapes stay as they were sent. */
	n = strcspn(req->target, "?");
	path = arena_printf(
	    req->arena, "%.*s%s", (int)(n - 1), req->target, query != NULL ? query : "");
	return web_redirect(res, "%s", path) == ERR_OK;
}

/* For the page that shows again what was typed; a body that cannot be read is not shown. */
static void
read_typed(struct web_req *req)
{
	if (web_req_body(req) != ERR_OK)
		req->form.n = 0;
}

static enum err
sign_in_first(struct web_req *req, struct web_res *res)
{
	static const char hex[] = "0123456789ABCDEF";
	char *out, *p;

	if (req->method != WEB_GET) {
		read_typed(req);
		return ERR_SIGN_IN;
	}
	p = out = arena_alloc(req->arena, strlen(req->target) * 3 + 1);
	for (const char *s = req->target; *s != '\0'; s++) {
		unsigned char c = (unsigned char)*s;

		if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
		    (c >= '0' && c <= '9') || strchr("/-_.~", c) != NULL) {
			*p++ = (char)c;
		} else {
			*p++ = '%';
			*p++ = hex[c >> 4];
			*p++ = hex[c & 15];
		}
	}
	web_res_init(res, req->arena);
	return web_redirect(res, "/dang-nhap?ve=%s", out);
}

static enum err
dispatch(struct app *app, struct web_req *req, struct web_res *res)
{
	const struct route *route;
	unsigned methods;
	enum err err;

	req->ctx = context_new(app, req, res, ACCESS_STATIC);
	if (strlen(req->target) > 4096)
		return ERR_BAD_REQUEST;
	MUST(web_req_address(req));
	req->ctx->lang = req->lang;
	if (req->method == WEB_HEAD) {
		req->method = WEB_GET;
		req->head = true;
	}
	route = find_route(app, req, req->path, &req->path_params, &methods);
	if (route == NULL) {
		if (methods == 0)
			return redirect_without_slash(req, res) ? ERR_OK : ERR_NOT_FOUND;
		add_allow(req, res, methods);
		return ERR_METHOD;
	}
	err = run(app, req, res, route);
	if (err == ERR_UNAVAILABLE || err == ERR_RETRY || err == ERR_TOO_MANY)
		read_typed(req);
	return err == ERR_SIGN_IN ? sign_in_first(req, res) : err;
}

/* --- headers --------------------------------------------------------------------------------------- */

static void
default_header(struct web_res *res, const char *name, const char *value)
{
	if (web_res_header(res, name) == NULL)
		web_add_header(res, name, value);
}

static void
add_headers(struct app *app, struct web_req *req, struct web_res *res)
{
	default_header(res, "content-security-policy",
	    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
	    "font-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; "
	    "connect-src 'self'");
	default_header(res, "x-content-type-options", "nosniff");
	default_header(res, "referrer-policy", "same-origin");
	if (app->secure)
		default_header(res, "strict-transport-security", "max-age=31536000");
	if (res->cacheable && res->status == 200) {
		default_header(res, "cache-control",
		    res->max_age > 0
			? arena_printf(req->arena, "public, max-age=%d, stale-if-error=86400",
			      res->max_age)
			: "public, no-cache");
		default_header(res, "vary", "accept-encoding, cookie");
		if (res->etag != NULL)
			default_header(res, "etag", res->etag);
	} else {
		default_header(res, "cache-control", "no-store");
	}
}

void
app_dispatch(struct app *app, struct web_req *req, struct web_res *res)
{
	enum err err;

	log_set_context(arena_printf(req->arena, "req=%s", req->request_id));
	web_res_init(res, req->arena);
	err = dispatch(app, req, res);
	if (err != ERR_OK) {
		free(res->stream);
		res->stream = NULL;
		if (keeps_page(res, err)) {
			if (res->status == 0 || res->status == 200)
				res->status = status_of(err);
		} else {
			status_page(req, res, err);
		}
		if (res->status >= 500)
			log_error("path=%s err=%s sqlstate=%s message=%s", req->path,
			    err_name(err),
			    req->ctx->db != NULL ? db_last_sqlstate(req->ctx->db) : "",
			    req->ctx->db != NULL ? db_last_message(req->ctx->db) : "");
		res->cacheable = false;
	}
	if (res->status == 0)
		res->status = 200;
	if (res->content_type == NULL)
		res->content_type = "text/html; charset=utf-8";
	add_headers(app, req, res);
	log_set_context(NULL);
}
