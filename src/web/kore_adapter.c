/* Kore on one side, struct web_req and struct web_res on the other. */
#include <kore/kore.h>
#include <kore/http.h>

#include <inttypes.h>
#include <malloc.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <time.h>

#include "core/hash.h"
#include "core/log.h"
#include "core/str.h"
#include "sql/calendar.h"
#include "sql/site.h"
#include "web/cookie.h"
#include "web/kore_adapter.h"
#include "web/route.h"

#define CACHE_BYTES   (64u * 1024 * 1024)
#define KEY_MAX       600 /* longer addresses are not kept */
#define BODY_KEEP     (512u * 1024) /* a larger response buffer is given back */
#define LOG_BUFFER    8192u
#define BEAT_AGAIN_US INT64_C(3000000) /* after a heartbeat that failed */

/* Everything a worker needs from one request to the next. */
static struct {
	struct app *app;
	struct cache *cache;
	struct arena *arena;
	struct arena *poll_arena;
	struct buf body; /* of the response being made; memory reused */
	struct buf head;
	uint32_t next_id;
	bool access_log, beat_lost;
	struct timestamp next_beat;
	char log[LOG_BUFFER];
	size_t log_len;
} w;

/* --- access log ------------------------------------------------------------------------------------ */

static void
log_flush(void *arg, u_int64_t now)
{
	size_t done = 0;
	ssize_t n;

	(void)arg;
	(void)now;
	while (done < w.log_len) {
		n = write(STDOUT_FILENO, w.log + done, w.log_len - done);
		if (n <= 0)
			break;
		done += (size_t)n;
	}
	w.log_len = 0;
}

static const char *
method_name(int method)
{
	switch (method) {
	case HTTP_METHOD_GET: return "GET";
	case HTTP_METHOD_HEAD: return "HEAD";
	case HTTP_METHOD_POST: return "POST";
	default: return "OTHER";
	}
}

/* One line a request; paths only, because queries hold what people search for. */
static void
log_access(struct http_request *r, const char *id, int64_t us, int64_t account_id)
{
	char line[768], path[400];
	size_t i;
	int n;

	if (!w.access_log)
		return;
	for (i = 0; r->path[i] != '\0' && i < sizeof(path) - 1; i++) {
		unsigned char c = (unsigned char)r->path[i];

		path[i] = c > 0x20 && c < 0x7f ? (char)c : '?';
	}
	path[i] = '\0';
	n = snprintf(line, sizeof(line),
	    "access t=%" PRId64 " req=%s method=%s path=%s status=%d us=%" PRId64
	    " account=%" PRId64 "\n",
	    clock_now().us / 1000, id, method_name(r->method), path, r->status, us, account_id);
	if (n <= 0 || (size_t)n >= sizeof(line))
		return;
	if (w.log_len + (size_t)n > LOG_BUFFER)
		log_flush(NULL, 0);
	memcpy(w.log + w.log_len, line, (size_t)n);
	w.log_len += (size_t)n;
}

/* --- sending ------------------------------------------------------------------------------------------ */

static int
sent(struct netbuf *nb)
{
	prebuilt_release(nb->extra);
	return KORE_RESULT_OK;
}

static bool
must_close(struct http_request *r)
{
	const char *value;

	if ((r->owner->flags & CONN_CLOSE_EMPTY) != 0 || (r->flags & HTTP_VERSION_1_0) != 0)
		return true;
	if (http_request_header(r, "connection", &value) && strcasestr(value, "close") != NULL)
		return true;
	/*
	 * Kore reads the body of POST, PUT and PATCH only; what it leaves unread would be taken for the
	 * next request.
	 */
	if (r->method == HTTP_METHOD_POST || r->method == HTTP_METHOD_PUT ||
	    r->method == HTTP_METHOD_PATCH)
		return false;
	if (http_request_header(r, "transfer-encoding", &value))
		return true;
	return http_request_header(r, "content-length", &value) && !str_eq(value, "0");
}

/* The first n bytes of an answer: as much as the socket takes now, the rest when it can. */
static void
send_bytes(struct http_request *r, struct prebuilt *p, size_t n)
{
	struct connection *c = r->owner;
	struct netbuf *nb;
	ssize_t done = 0;

	/* Kore would write 8 kB a call; most answers fit the socket's buffer at once. */
	if (TAILQ_EMPTY(&c->send_queue) && c->ssl == NULL) {
		done = send(c->fd, p->bytes, n, MSG_NOSIGNAL | MSG_DONTWAIT);
		if (done < 0)
			done = 0; /* net_send meets the same error and deals with it */
	}
	if ((size_t)done < n) {
		prebuilt_hold(p);
		net_send_stream(c, p->bytes + done, n - (size_t)done, sent, &nb);
		nb->extra = p;
	}
	if (!(c->flags & CONN_CLOSE_EMPTY))
		http_start_recv(c);
}

static void
send_not_modified(struct http_request *r, const struct prebuilt *p)
{
	struct prebuilt *small;

	buf_reset(&w.head);
	buf_printf(&w.head, "HTTP/1.1 304 Not Modified\r\netag: %s\r\ncache-control: %s\r\n",
	    p->etag, p->control);
	if (p->vary[0] != '\0')
		buf_printf(&w.head, "vary: %s\r\n", p->vary);
	if ((r->owner->flags & CONN_CLOSE_EMPTY) != 0)
		buf_puts(&w.head, "connection: close\r\n");
	small = prebuilt_new(304, w.head.p, w.head.len, "", 0);
	r->status = 304;
	send_bytes(r, small, small->len);
	prebuilt_release(small);
}

bool
kore_send_prebuilt(struct http_request *r, struct prebuilt *p)
{
	const char *match;
	struct prebuilt *closing;
	size_t n;

	if (r->owner == NULL)
		return false;
	if (must_close(r))
		r->owner->flags |= CONN_CLOSE_EMPTY;
	if (p->status == 200 && p->etag[0] != '\0' &&
	    http_request_header(r, "if-none-match", &match) &&
	    web_etag_matches(match, p->etag)) {
		send_not_modified(r, p);
		return true;
	}
	n = r->method == HTTP_METHOD_HEAD ? p->head : p->len;
	r->status = (u_int16_t)p->status;
	if ((r->owner->flags & CONN_CLOSE_EMPTY) == 0) {
		send_bytes(r, p, n);
		return true;
	}
	/* Rare enough for a copy: the same head with one line more. */
	buf_reset(&w.head);
	buf_add(&w.head, p->bytes, p->head - 2);
	buf_puts(&w.head, "connection: close\r\n");
	closing =
	    prebuilt_new(p->status, w.head.p, w.head.len, p->bytes + p->head, n - p->head);
	send_bytes(r, closing, closing->len);
	prebuilt_release(closing);
	return true;
}

/* --- sending what is too large to hold --------------------------------------------------------------- */

/* One answer on its way, a piece at a time; the connection closes after it. */
struct sending {
	struct web_stream *stream;
	struct prebuilt *piece;
};

static void
sending_free(struct sending *s)
{
	prebuilt_release(s->piece);
	free(s->stream);
	free(s);
}

/* A piece has left, or the connection dies with it. */
static int
piece_sent(struct netbuf *nb)
{
	struct sending *s = nb->extra;
	struct connection *c = nb->owner;
	struct arena *arena;
	struct buf piece = { 0 };
	enum err err;

	prebuilt_release(s->piece);
	s->piece = NULL;
	if (nb->s_off < nb->b_len || c->state == CONN_STATE_DISCONNECTING ||
	    s->stream->left == 0) {
		sending_free(s);
		return KORE_RESULT_OK;
	}
	arena = arena_new();
	err = s->stream->next(s->stream, w.app, arena, &piece);
	if (err == ERR_OK)
		s->piece = prebuilt_new(200, "", 0, piece.p, piece.len);
	buf_free(&piece);
	arena_free(arena);
	if (err != ERR_OK) {
		/* Shorter than announced: whoever reads knows that it is not whole. */
		log_warn("download broken off: %s", err_name(err));
		sending_free(s);
		kore_connection_disconnect(c);
		return KORE_RESULT_OK;
	}
	net_send_stream(c, s->piece->bytes + s->piece->head, s->piece->len - s->piece->head,
	    piece_sent, &nb);
	nb->extra = s;
	return KORE_RESULT_OK;
}

/* Head and first piece, then the rest as fast as it is read.  Takes the stream. */
static void
send_stream(struct http_request *r, struct prebuilt *first, struct web_stream *stream)
{
	struct sending *s;
	struct netbuf *nb;

	if (r->owner == NULL || r->method == HTTP_METHOD_HEAD ||
	    (s = calloc(1, sizeof(*s))) == NULL) {
		free(stream);
		(void)kore_send_prebuilt(r, first);
		return;
	}
	/* No further request is read from this connection while pieces are still to come. */
	r->owner->flags |= CONN_CLOSE_EMPTY;
	r->status = (u_int16_t)first->status;
	prebuilt_hold(first);
	s->piece = first;
	s->stream = stream;
	net_send_stream(r->owner, first->bytes, first->len, piece_sent, &nb);
	nb->extra = s;
}

static void
copy_text(char *out, size_t size, const char *s)
{
	if (s != NULL && strlen(s) < size)
		memcpy(out, s, strlen(s) + 1);
}

static struct prebuilt *
build(const struct web_res *res)
{
	struct prebuilt *p;
	const char *text = http_status_text(res->status);
	struct buf *h = &w.head;

	buf_reset(h);
	buf_printf(h, "HTTP/1.1 %d %s\r\nserver: vinhdanh\r\ncontent-type: %s\r\n", res->status,
	    text != NULL && text[0] != '\0' ? text : "Status", res->content_type);
	buf_printf(h, "content-length: %zu\r\n",
	    res->body.len + (res->stream != NULL ? res->stream->left : 0));
	if (res->stream != NULL)
		buf_puts(h, "connection: close\r\n");
	if (!res->cacheable) {
		struct timestamp now = clock_now();
		char *date = timestamp_format_http(res->arena, now);

		buf_printf(h, "date: %s\r\n", date);
	}
	for (size_t i = 0; i < res->headers.n; i++)
		buf_printf(h, "%s: %s\r\n", res->headers.v[i].name, res->headers.v[i].value);
	p = prebuilt_new(res->status, h->p, h->len, res->body.p, res->body.len);
	if (res->cacheable) {
		copy_text(p->etag, sizeof(p->etag), res->etag);
		copy_text(p->control, sizeof(p->control), web_res_header(res, "cache-control"));
		copy_text(p->vary, sizeof(p->vary), web_res_header(res, "vary"));
		p->fresh_until = res->fresh_until;
	}
	return p;
}

/* --- receiving ------------------------------------------------------------------------------------- */

static const char *
request_header(void *arg, const char *name)
{
	struct http_request *r = arg;
	const char *value;

	/* Kore keeps Host apart. */
	if (strcmp(name, "host") == 0)
		return r->host;
	return http_request_header(r, name, &value) ? value : NULL;
}

/* The body is in Kore's buffer, or when it was large in a temporary file. */
static ssize_t
body_pread(void *arg, void *out, size_t n, size_t off)
{
	struct http_request *r = arg;

	if (off >= r->http_body_length)
		return 0;
	if (n > r->http_body_length - off)
		n = r->http_body_length - off;
	if (r->http_body_fd != -1)
		return pread(r->http_body_fd, out, n, (off_t)off);
	if (r->http_body == NULL)
		return -1;
	memcpy(out, r->http_body->data + off, n);
	return (ssize_t)n;
}

static const char *
client_address(struct http_request *r, char *out, size_t size)
{
	const char *forwarded;
	void *addr = &r->owner->addr.ipv4.sin_addr;

	if (r->owner->family == AF_INET6)
		addr = &r->owner->addr.ipv6.sin6_addr;
	else if (r->owner->family != AF_INET)
		return "unix";
	if (inet_ntop(r->owner->family, addr, out, (socklen_t)size) == NULL)
		return "";
	/* Only our own TLS proxy on this machine may speak for somebody else. */
	if (w.app->secure && (strcmp(out, "127.0.0.1") == 0 || strcmp(out, "::1") == 0) &&
	    http_request_header(r, "x-real-ip", &forwarded) && strlen(forwarded) < size &&
	    strspn(forwarded, "0123456789abcdefABCDEF.:") == strlen(forwarded))
		memcpy(out, forwarded, strlen(forwarded) + 1);
	return out;
}

static void
fill_request(struct http_request *r, struct web_req *req)
{
	static char address[64];

	memset(req, 0, sizeof(*req));
	req->arena = w.arena;
	switch (r->method) {
	case HTTP_METHOD_GET: req->method = WEB_GET; break;
	case HTTP_METHOD_HEAD: req->method = WEB_HEAD; break;
	case HTTP_METHOD_POST: req->method = WEB_POST; break;
	default: req->method = WEB_OTHER; break;
	}
	req->target = r->query_string != NULL
	    ? arena_printf(w.arena, "%s?%s", r->path, r->query_string)
	    : arena_strdup(w.arena, r->path);
	req->address = client_address(r, address, sizeof(address));
	req->header = request_header;
	req->header_arg = r;
	if (req->method == WEB_POST) {
		req->body.arg = r;
		req->body.length = r->http_body_length;
		req->body.pread = body_pread;
	}
}

/* --- memory --------------------------------------------------------------------------------------------- */

/* Address, language and coding: what a public answer depends on. False when it cannot be kept. */
static bool
cache_key(struct http_request *r, char *key, size_t size)
{
	struct web_params cookies;
	const char *value, *lang = "vi", *accept = NULL;
	int n;

	if (r->method != HTTP_METHOD_GET && r->method != HTTP_METHOD_HEAD)
		return false;
	if (http_request_header(r, "cookie", &value) &&
	    strstr(value, WEB_LANG_COOKIE) != NULL) {
		cookie_parse(w.arena, value, &cookies);
		for (size_t i = 0; i < cookies.n; i++) {
			if (strcmp(cookies.v[i].name, WEB_LANG_COOKIE) == 0) {
				lang = strcmp(cookies.v[i].value, "en") == 0 ? "en" : "vi";
				break;
			}
		}
	}
	if (http_request_header(r, "accept-encoding", &value))
		accept = value;
	n = snprintf(key, size, "%s%d%s?%s", lang, (int)web_encoding_of(accept), r->path,
	    r->query_string != NULL ? r->query_string : "");
	return n > 0 && (size_t)n < size;
}

/* Another process may have published: ask at most once a second among all workers. */
static void
poll_generation(struct timestamp now)
{
	struct sql_site_generation_row row;
	struct db *db = w.app->public_db;

	if (!cache_poll_due(now))
		return;
	if (db_begin(db, DB_READ_ONLY, NULL, NULL, NULL) == ERR_OK) {
		/* A database that is away changes nothing: what is published stays readable. */
		if (sql_site_generation(db, w.poll_arena, &row) == ERR_OK)
			cache_saw(row.number);
		db_rollback(db);
	}
	arena_reset(w.poll_arena);
}

static void
finish(struct http_request *r, const char *id, struct timestamp start, int64_t account_id)
{
	log_access(r, id, clock_now().us - start.us, account_id);
	arena_reset(w.arena);
	if (w.body.cap > BODY_KEEP)
		buf_free(&w.body);
	if (w.head.cap > BODY_KEEP)
		buf_free(&w.head);
}

int
adapter_handle(struct http_request *r)
{
	struct timestamp start = clock_now();
	struct web_req req;
	struct web_res res;
	struct prebuilt *p;
	uint64_t generation;
	char key[KEY_MAX], id[9];
	bool keep;
	int64_t account_id;

	/* Without this one worker keeps the accept lock and answers everybody (Kore 4.1). */
	kore_worker_make_busy();
	(void)snprintf(
	    id, sizeof(id), "%08x", (unsigned)(w.next_id = w.next_id * 1664525u + 1013904223u));
	keep = cache_key(r, key, sizeof(key));
	poll_generation(start);
	generation = cache_generation();
	if (keep && (p = cache_get(w.cache, key, generation, start)) != NULL) {
		(void)kore_send_prebuilt(r, p);
		finish(r, id, start, 0);
		return KORE_RESULT_OK;
	}
	fill_request(r, &req);
	req.request_id = id;
	memset(&res, 0, sizeof(res));
	res.body = w.body;
	app_dispatch(w.app, &req, &res);
	account_id = req.ctx->actor != NULL ? req.ctx->actor->account_id.v : 0;
	if (req.ctx->published && res.status < 400)
		cache_bump();
	p = build(&res);
	w.body = res.body;
	if (keep && res.cacheable && res.status == 200)
		cache_put(w.cache, key,
		    req.ctx->access == ACCESS_STATIC ? CACHE_FOREVER : generation, p);
	if (res.stream != NULL)
		send_stream(r, p, res.stream);
	else
		(void)kore_send_prebuilt(r, p);
	prebuilt_release(p);
	finish(r, id, start, account_id);
	return KORE_RESULT_OK;
}

/* --- heartbeat ------------------------------------------------------------------------------------------ */

/*
 * Notes that people could file just now: this worker runs its loop, and the very connection and role a
 * filing would use can write.  Whatever stops filing (no worker, no database, a full disk) stops this.
 * A worker asks once a second whether it is time, so that a stop of a few seconds is not made longer.
 */
static void
beat(void *arg, u_int64_t now)
{
	struct timestamp at = clock_now();
	struct sql_calendar_beat_row row = { 0 };
	struct db *db = w.app->db;
	enum err err;

	(void)arg;
	(void)now;
	if (at.us < w.next_beat.us)
		return;
	w.next_beat.us = at.us + BEAT_AGAIN_US;
	if ((err = db_begin(db, DB_READ_WRITE, NULL, NULL, NULL)) == ERR_OK &&
	    (err = sql_calendar_beat(db, w.poll_arena, &row)) == ERR_OK &&
	    (err = db_commit(db)) == ERR_OK)
		w.next_beat.us = at.us + (int64_t)row.seconds * INT64_C(1000000);
	else
		db_rollback(db);
	if ((err != ERR_OK) != w.beat_lost) {
		w.beat_lost = err != ERR_OK;
		if (w.beat_lost)
			log_warn("heartbeat lost: %s %s", err_name(err), db_last_message(db));
		else
			log_info("heartbeat back");
	}
	arena_reset(w.poll_arena);
}

/* --- a worker's life -------------------------------------------------------------------------------------- */

void
adapter_start(struct app *app, bool access_log)
{
	memset(&w, 0, sizeof(w));
	w.app = app;
	w.access_log = access_log;
	w.cache = cache_new(CACHE_BYTES);
	w.arena = arena_new();
	w.poll_arena = arena_new();
	random_bytes(&w.next_id, sizeof(w.next_id));
	/* Fixed: the default threshold grows with the largest upload and never lets go again. */
	(void)mallopt(M_MMAP_THRESHOLD, 256 * 1024);
	(void)mallopt(M_TRIM_THRESHOLD, 512 * 1024);
	if (access_log)
		(void)kore_timer_add(log_flush, 1000, NULL, 0);
	(void)kore_timer_add(beat, 1000, NULL, 0);
}

void
adapter_stop(void)
{
	log_flush(NULL, 0);
}
