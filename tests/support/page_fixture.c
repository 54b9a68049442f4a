/* A browser in memory in front of app_dispatch. */
#include "support/page_fixture.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "account/session.h"
#include "core/hash.h"
#include "core/log.h"
#include "core/str.h"
#include "sql/all.h"

/* --- database ------------------------------------------------------------------------------------ */

static const char *
conninfo(const char *role, const char *database)
{
	static char text[4][1024];
	static int turn;
	char name[64];
	const char *base;

	snprintf(name, sizeof(name), "VD_TEST_%s_DB", role);
	base = getenv(name);
	if (base == NULL)
		fail_msg("%s is not set: run tests/page/run", name);
	turn = (turn + 1) % 4;
	/* A later keyword wins. */
	snprintf(text[turn], sizeof(text[turn]), "%s%s%s", base,
	    database != NULL ? " dbname=" : "", database != NULL ? database : "");
	return text[turn];
}

static void
admin(const char *before, const char *name, const char *after)
{
	PGconn *c = PQconnectdb(conninfo("ADMIN", "postgres"));
	char sql[256];
	PGresult *res;

	snprintf(sql, sizeof(sql), "%s %s %s", before, name, after);
	res = PQexec(c, sql);
	if (PQresultStatus(res) != PGRES_COMMAND_OK)
		fail_msg("%s: %s", sql, PQerrorMessage(c));
	PQclear(res);
	PQfinish(c);
}

int
page_group_setup(void **state)
{
	struct page_fixture *f = calloc(1, sizeof(*f));
	const char *template, *why;
	char after[160];

	assert_non_null(f);
	snprintf(f->database, sizeof(f->database), "page_%ld", (long)getpid());
	template = getenv("VD_TEST_TEMPLATE");
	snprintf(after, sizeof(after), "owner vd_owner template %.100s",
	    template != NULL ? template : "vinhdanh");
	admin("create database", f->database, after);
	f->owner = PQconnectdb(conninfo("OWNER", f->database));
	if (PQstatus(f->owner) != CONNECTION_OK)
		fail_msg("%s", PQerrorMessage(f->owner));
	f->app.db = db_new(conninfo("APP", f->database), SQL_STMT_COUNT);
	f->app.public_db = db_new(conninfo("PUBLIC", f->database), SQL_STMT_COUNT);
	f->app.origin = "http://127.0.0.1:8080";
	f->app.build = "test";
	memset(f->app.secret, 7, sizeof(f->app.secret));
	f->app.identity = f->keys = identity_keys_parse(PAGE_IDENTITY_KEY, &why);
	assert_non_null(f->keys);
	f->arena = arena_new();
	f->body = "";
	*state = f;
	return 0;
}

int
page_group_teardown(void **state)
{
	struct page_fixture *f = *state;

	PQfinish(f->owner);
	db_free(f->app.db);
	db_free(f->app.public_db);
	admin("drop database", f->database, "with (force)");
	identity_keys_free(f->keys);
	buf_free(&f->res.body);
	arena_free(f->arena);
	free(f);
	return 0;
}

int
page_test_setup(void **state)
{
	struct page_fixture *f = *state;

	memset(f->cookies, 0, sizeof(f->cookies));
	memset(f->headers, 0, sizeof(f->headers));
	f->csrf[0] = f->once[0] = '\0';
	f->address = PAGE_ADDRESS;
	f->app.secure = false;
	f->app.routes = NULL;
	return 0;
}

__attribute__((format(printf, 2, 0))) static PGresult *
run_sql(struct page_fixture *f, const char *fmt, va_list ap)
{
	char *sql = arena_vprintf(f->arena, fmt, ap);
	PGresult *res = PQexec(f->owner, sql);

	if (PQresultStatus(res) != PGRES_COMMAND_OK && PQresultStatus(res) != PGRES_TUPLES_OK)
		fail_msg("%s\n%s", sql, PQerrorMessage(f->owner));
	return res;
}

void
page_sql(struct page_fixture *f, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	PQclear(run_sql(f, fmt, ap));
	va_end(ap);
}

int64_t
page_sql_i64(struct page_fixture *f, const char *fmt, ...)
{
	va_list ap;
	PGresult *res;
	int64_t value;

	va_start(ap, fmt);
	res = run_sql(f, fmt, ap);
	va_end(ap);
	if (PQntuples(res) == 0 || PQgetisnull(res, 0, 0))
		fail_msg("no value from: %s", fmt);
	value = strtoll(PQgetvalue(res, 0, 0), NULL, 10);
	PQclear(res);
	return value;
}

const char *
page_sql_text(struct page_fixture *f, const char *fmt, ...)
{
	va_list ap;
	PGresult *res;
	char *text;

	va_start(ap, fmt);
	res = run_sql(f, fmt, ap);
	va_end(ap);
	text = arena_strdup(f->arena, PQntuples(res) > 0 ? PQgetvalue(res, 0, 0) : "");
	PQclear(res);
	return text;
}

void
page_expect_nowhere(struct page_fixture *f, const char *digits)
{
	const char *tables = page_sql_text(f,
	    "select string_agg(format('select %%L where exists (select 1 from %%I.%%I t "
	    "where regexp_replace(t::text, $$[ .,-]$$, $$$$, $$g$$) ~ $$%s|%%s$$)', c.relname, n.nspname, c.relname, "
	    "encode('%s', 'hex')), ' union all ') from pg_class c join pg_namespace n on n.oid = c.relnamespace "
	    "where c.relkind = 'r' and n.nspname in ('office', 'site', 'meta')",
	    digits, digits);
	const char *where =
	    page_sql_text(f, "select string_agg(t, ', ') from (%s) x (t)", tables);

	if (where[0] != '\0')
		fail_msg("%s stands in clear in: %s", digits, where);
}

int64_t
page_account(struct page_fixture *f, const char *username)
{
	page_sql(f,
	    "insert into office.account (username, full_name) values ('%s', 'Người dùng %s') "
	    "on conflict do nothing",
	    username, username);
	page_sql(f,
	    "insert into office.credential (account_id, password_hash) "
	    "select id, '$argon2id$none' from office.account where username = '%s' "
	    "on conflict do nothing",
	    username);
	return page_sql_i64(f, "select id from office.account where username = '%s'", username);
}

int64_t
page_unit(struct page_fixture *f, const char *code, const char *name, const char *parent)
{
	page_sql(f,
	    "insert into office.unit (code, name_vi, name_en, kind, parent_id) "
	    "select '%s', '%s', '%s', '%s', (select id from office.unit where code = '%s') "
	    "where not exists (select from office.unit where code = '%s')",
	    code, name, name, parent != NULL ? "ward" : "province",
	    parent != NULL ? parent : "", code);
	page_sql(f, "select office.unit_closure_refresh()");
	return page_sql_i64(f, "select id from office.unit where code = '%s'", code);
}

void
page_grant(
    struct page_fixture *f, const char *username, const char *role, const char *unit_code)
{
	page_sql(f,
	    "insert into office.role_grant (account_id, role, unit_id) "
	    "select %lld, '%s', id from office.unit where code = '%s' on conflict do nothing",
	    (long long)page_account(f, username), role, unit_code);
}

/* --- the browser ------------------------------------------------------------------------------------ */

static void
set_cookie(
    struct page_fixture *f, const char *name, size_t name_len, const char *value, size_t n)
{
	size_t free_slot = 16, i;

	for (i = 0; i < 16; i++) {
		if (strlen(f->cookies[i].name) == name_len &&
		    memcmp(f->cookies[i].name, name, name_len) == 0)
			break;
		if (f->cookies[i].name[0] == '\0' && free_slot == 16)
			free_slot = i;
	}
	if (i == 16)
		i = free_slot;
	assert_true(
	    i < 16 && name_len < sizeof(f->cookies[i].name) && n < sizeof(f->cookies[i].value));
	memset(&f->cookies[i], 0, sizeof(f->cookies[i]));
	if (n == 0)
		return;
	memcpy(f->cookies[i].name, name, name_len);
	memcpy(f->cookies[i].value, value, n);
}

void
page_set_cookie(struct page_fixture *f, const char *name, const char *value)
{
	set_cookie(f, name, strlen(name), value, strlen(value));
}

void
page_sign_in(struct page_fixture *f, const char *username)
{
	const char *name = session_cookie_name(&f->app), *token;

	if (username == NULL) {
		set_cookie(f, name, strlen(name), "", 0);
		return;
	}
	token = random_token(f->arena);
	page_sql(f, "select office.session_open(%lld, sha256('%s'), '%s', '127.0.0.1', 'test')",
	    (long long)page_account(f, username), token, random_token(f->arena));
	set_cookie(f, name, strlen(name), token, strlen(token));
}

static const char *
header(void *arg, const char *name)
{
	struct page_fixture *f = arg;

	for (size_t i = 0; i < 8 && f->headers[i].name != NULL; i++) {
		if (strcasecmp(f->headers[i].name, name) == 0)
			return f->headers[i].value;
	}
	return NULL;
}

struct sending {
	struct page_fixture *f;
	const char *content_type;
	const char *cookie;
	const char *body;
	size_t n;
};

static const char *
sent_header(void *arg, const char *name)
{
	struct sending *s = arg;

	if (strcmp(name, "content-type") == 0)
		return s->content_type;
	if (strcmp(name, "cookie") == 0)
		return s->cookie;
	return header(s->f, name);
}

static ssize_t
sent_pread(void *arg, void *out, size_t n, size_t off)
{
	struct sending *s = arg;

	if (off >= s->n)
		return 0;
	if (n > s->n - off)
		n = s->n - off;
	memcpy(out, s->body + off, n);
	return (ssize_t)n;
}

/* The value of <input ... name="NAME" ... value="..."> wherever it stands in the tag. */
static void
extract(const char *body, const char *name, char *out, size_t size)
{
	char mark[64];
	const char *p, *tag, *end, *v;
	size_t n;

	snprintf(mark, sizeof(mark), " name=\"%s\"", name);
	if ((p = strstr(body, mark)) == NULL)
		return;
	for (tag = p; tag > body && *tag != '<'; tag--)
		;
	end = strchr(p, '>');
	v = strstr(tag, " value=\"");
	if (end == NULL || v == NULL || v > end)
		return;
	v += 8;
	n = strcspn(v, "\"");
	if (n < size) {
		memcpy(out, v, n);
		out[n] = '\0';
	}
}

void
page_send(struct page_fixture *f, enum web_method method, const char *target,
    const char *content_type, const void *body, size_t n)
{
	struct arena *fresh = arena_new();
	struct sending s = { .f = f, .body = body, .n = n };
	struct buf cookie = { 0 };

	/* target may live in the arena of the last answer. */
	target = arena_strdup(fresh, target);
	s.content_type = arena_strdup(fresh, content_type);
	for (size_t i = 0; i < 16; i++) {
		if (f->cookies[i].name[0] != '\0')
			buf_printf(&cookie, "%s%s=%s", cookie.len > 0 ? "; " : "",
			    f->cookies[i].name, f->cookies[i].value);
	}
	s.cookie = cookie.len > 0 ? arena_strdup(fresh, cookie.p) : NULL;
	buf_free(&cookie);
	memset(&f->req, 0, sizeof(f->req));
	f->req.arena = fresh;
	f->req.method = method;
	f->req.target = target;
	f->req.address = f->address;
	f->req.request_id = "0000abcd";
	f->req.header = sent_header;
	f->req.header_arg = &s;
	f->req.body = (struct web_body){ &s, n, sent_pread };
	app_dispatch(&f->app, &f->req, &f->res);
	while (f->res.stream != NULL && f->res.stream->left > 0)
		assert_int_equal(
		    f->res.stream->next(f->res.stream, &f->app, fresh, &f->res.body), ERR_OK);
	free(f->res.stream);
	f->res.stream = NULL;
	assert_false(db_in_transaction(f->app.db));
	assert_false(db_in_transaction(f->app.public_db));
	f->status = f->res.status;
	f->body = f->res.body.p != NULL ? f->res.body.p : "";
	f->location = web_res_header(&f->res, "location");
	for (size_t i = 0; i < f->res.headers.n; i++) {
		const struct web_param *h = &f->res.headers.v[i];
		size_t eq = strcspn(h->value, "=");

		if (strcmp(h->name, "set-cookie") == 0)
			set_cookie(f, h->value, eq, h->value + eq + 1,
			    strcspn(h->value + eq + 1, ";"));
	}
	extract(f->body, "csrf", f->csrf, sizeof(f->csrf));
	extract(f->body, "once", f->once, sizeof(f->once));
	f->req.header = NULL;
	f->req.body.pread = NULL;
	arena_free(f->arena);
	f->arena = fresh;
}

void
page_get(struct page_fixture *f, const char *target)
{
	page_send(f, WEB_GET, target, NULL, "", 0);
}

void
page_head(struct page_fixture *f, const char *target)
{
	page_send(f, WEB_HEAD, target, NULL, "", 0);
}

static void
add_encoded(struct buf *b, const char *s)
{
	for (; *s != '\0'; s++) {
		unsigned char c = (unsigned char)*s;

		if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))
			buf_putc(b, *s);
		else
			buf_printf(b, "%%%02X", c);
	}
}

static void
add_pair(struct buf *b, const char *name, const char *value)
{
	if (b->len > 0)
		buf_putc(b, '&');
	add_encoded(b, name);
	buf_putc(b, '=');
	add_encoded(b, value);
}

static void
post(struct page_fixture *f, const char *target, bool guard, va_list ap)
{
	struct buf b = { 0 };
	const char *name;

	while ((name = va_arg(ap, const char *)) != NULL)
		add_pair(&b, name, va_arg(ap, const char *));
	if (guard) {
		add_pair(&b, "csrf", f->csrf);
		add_pair(&b, "once", f->once);
	}
	page_send(f, WEB_POST, target, "application/x-www-form-urlencoded",
	    b.p != NULL ? b.p : "", b.len);
	buf_free(&b);
}

void
page_post(struct page_fixture *f, const char *target, ...)
{
	va_list ap;

	va_start(ap, target);
	post(f, target, false, ap);
	va_end(ap);
}

void
page_submit(struct page_fixture *f, const char *target, ...)
{
	va_list ap;

	va_start(ap, target);
	post(f, target, true, ap);
	va_end(ap);
}

static void
add_part(struct buf *b, const char *name, const char *value)
{
	buf_printf(b, "--xYzZY\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n",
	    name, value);
}

void
page_upload(struct page_fixture *f, const char *target, const char *field,
    const char *file_name, const char *content_type, const void *data, size_t n, ...)
{
	struct buf b = { 0 };
	const char *name;
	va_list ap;

	va_start(ap, n);
	while ((name = va_arg(ap, const char *)) != NULL)
		add_part(&b, name, va_arg(ap, const char *));
	va_end(ap);
	add_part(&b, "csrf", f->csrf);
	add_part(&b, "once", f->once);
	buf_printf(&b,
	    "--xYzZY\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n"
	    "Content-Type: %s\r\n\r\n",
	    field, file_name, content_type);
	buf_add(&b, data, n);
	buf_puts(&b, "\r\n--xYzZY--\r\n");
	page_send(f, WEB_POST, target, "multipart/form-data; boundary=xYzZY", b.p, b.len);
	buf_free(&b);
}

void
page_follow(struct page_fixture *f)
{
	if (f->location == NULL)
		fail_msg("status %d is no redirect:\n%.2000s", f->status, f->body);
	for (int i = 0; i < 5 && f->location != NULL; i++)
		page_get(f, f->location);
}

/* --- assertions --------------------------------------------------------------------------------------- */

void
page_expect_status(struct page_fixture *f, int status)
{
	if (f->status != status)
		fail_msg("%s: status %d, expected %d%s%s\n%.3000s", f->req.target, f->status,
		    status, f->location != NULL ? ", to " : "",
		    f->location != NULL ? f->location : "", f->body);
}

void
page_expect_text(struct page_fixture *f, const char *text)
{
	if (strstr(f->body, text) == NULL)
		fail_msg(
		    "%s: \"%s\" is not on the page:\n%.6000s", f->req.target, text, f->body);
}

void
page_expect_no_text(struct page_fixture *f, const char *text)
{
	if (strstr(f->body, text) != NULL)
		fail_msg("%s: \"%s\" is on the page", f->req.target, text);
}

void
page_expect_redirect(struct page_fixture *f, const char *location)
{
	const char *tb;
	size_t n;

	if (f->status != 303 || f->location == NULL) {
		fail_msg(
		    "%s: status %d is no redirect\n%.3000s", f->req.target, f->status, f->body);
		return;
	}
	tb = strstr(f->location, "tb=");
	n = tb != NULL && tb > f->location ? (size_t)(tb - f->location - 1)
					   : strlen(f->location);
	if (strlen(location) != n || memcmp(f->location, location, n) != 0)
		fail_msg(
		    "%s: redirected to %s, expected %s", f->req.target, f->location, location);
}

void
page_expect_header(struct page_fixture *f, const char *name, const char *value)
{
	const char *found = web_res_header(&f->res, name);

	if (found == NULL || strcmp(found, value) != 0)
		fail_msg("%s: header %s is \"%s\", expected \"%s\"", f->req.target, name,
		    found != NULL ? found : "(absent)", value);
}
