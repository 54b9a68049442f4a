/* Opening, closing and finding sessions. */
#include "account/session.h"

#include <string.h>

#include "core/str.h"
#include "core/utf8.h"
#include "sql/account.h"
#include "web/cookie.h"

#define TOKEN_LENGTH 43 /* 32 bytes, base64url */
#define AGENT_MAX    300

const char *
session_cookie_name(const struct app *app)
{
	return app->secure ? "__Host-vd" : "vd";
}

bool
session_token_hash(const struct web_req *req, struct sha256 *hash)
{
	const char *token = web_cookie(req, session_cookie_name(req->ctx->app));

	if (token == NULL || strlen(token) != TOKEN_LENGTH)
		return false;
	*hash = sha256_of(token, TOKEN_LENGTH);
	return true;
}

static void
set_cookie(struct web_req *req, const char *value, int64_t max_age)
{
	const struct app *app = req->ctx->app;

	web_add_header(req->ctx->res, "set-cookie",
	    cookie_format(req->arena,
		&(struct cookie_spec){ .name = session_cookie_name(app),
		    .value = value,
		    .max_age = max_age,
		    .http_only = true,
		    .secure = app->secure }));
}

void
session_cookie_clear(struct web_req *req)
{
	set_cookie(req, "", -1);
}

static struct bytes
hash_bytes(struct arena *a, const struct sha256 *hash)
{
	return (struct bytes){ arena_memdup(a, hash->b, sizeof(hash->b)), sizeof(hash->b) };
}

/* The browser's name for itself, as far as it is text. */
static const char *
user_agent(struct web_req *req)
{
	const char *s = web_header(req, "user-agent");
	char *cut;

	if (s == NULL || !utf8_valid(s, strlen(s)))
		return "";
	cut = arena_strdup(req->arena, s);
	for (size_t i = 0; cut[i] != '\0'; i++) {
		if (i >= AGENT_MAX || (unsigned char)cut[i] >= 0x80) {
			cut[i] = '\0';
			break;
		}
	}
	return cut;
}

enum err
session_open(struct web_req *req, struct account_id account_id, const char **token)
{
	struct ctx *c = req->ctx;
	struct sql_account_session_open_row opened;
	struct sql_account_session_close_row closed;
	struct actor *who;
	const char *fresh = random_token(c->arena), *csrf = random_token(c->arena);
	struct sha256 hash;

	if (session_token_hash(req, &hash))
		MUST(sql_account_session_close(c->db, c->arena,
		    &(struct sql_account_session_close_params){
			.token = hash_bytes(c->arena, &hash) },
		    &closed));
	hash = sha256_of(fresh, strlen(fresh));
	MUST(sql_account_session_open(c->db, c->arena,
	    &(struct sql_account_session_open_params){ .account_id = account_id,
		.token = hash_bytes(c->arena, &hash),
		.csrf = csrf,
		.address = c->address != NULL ? c->address : "",
		.user_agent = user_agent(req) },
	    &opened));
	who = ARENA_NEW(c->arena, struct actor);
	who->account_id = account_id;
	who->username = who->full_name = "";
	who->csrf = csrf;
	c->actor = who;
	set_cookie(req, fresh, 0);
	if (token != NULL)
		*token = fresh;
	return ERR_OK;
}

enum err
session_close(struct web_req *req)
{
	struct sql_account_session_close_row row;
	struct sha256 hash;

	session_cookie_clear(req);
	if (!session_token_hash(req, &hash))
		return ERR_OK;
	return sql_account_session_close(req->ctx->db, req->arena,
	    &(struct sql_account_session_close_params){
		.token = hash_bytes(req->arena, &hash) },
	    &row);
}

enum err
session_close_all(
    struct web_req *req, struct account_id account_id, bool keep_this, int64_t *closed)
{
	struct sql_account_session_close_all_row row;
	struct bytes keep = { NULL, 0 };
	struct sha256 hash;

	if (keep_this && session_token_hash(req, &hash))
		keep = hash_bytes(req->arena, &hash);
	MUST(sql_account_session_close_all(req->ctx->db, req->arena,
	    &(struct sql_account_session_close_all_params){
		.account_id = account_id, .keep = keep },
	    &row));
	if (closed != NULL)
		*closed = row.closed;
	return ERR_OK;
}
