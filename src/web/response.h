/* A buffered response: nothing of it leaves before COMMIT. */
#ifndef WEB_RESPONSE_H
#define WEB_RESPONSE_H

#include <stdbool.h>

#include "core/buf.h"
#include "core/json.h"
#include "html/html.h"
#include "web/request.h"

struct app;

/*
 * The rest of a body too large to hold, made piece by piece while it is sent, after COMMIT.  next appends the
 * next piece; an error ends the connection, which tells the client that the body is not whole.  malloc'ed.
 */
struct web_stream {
	enum err	(*next)(struct web_stream *, struct app *, struct arena *, struct buf *);
	size_t		 left;		/* bytes after those in res->body; next takes off what it appended */
	int64_t		 account, object;
	int32_t		 seq;
};

struct web_res {
	int		 status;	/* 0 until decided: 200 then */
	const char	*content_type;	/* default text/html; charset=utf-8 */
	struct web_params headers;	/* added with web_add_header */
	struct buf	 body;
	struct html	 html;
	struct arena	*arena;
	bool		 keep;		/* commit although the status says failure (login throttle) */
	/*
	 * For ACCESS_PUBLIC pages that are the same for everybody: the worker may keep the bytes.
	 * Compressed bodies say so with a content-encoding header (see web_encoding).
	 */
	bool		 cacheable;
	const char	*etag;		/* quoted, strong; NULL none */
	int		 max_age;	/* seconds a browser may keep it; 0: ask again with the ETag */
	struct timestamp fresh_until;	/* not served from memory at or after this; 0: until the next publish */
	struct web_stream *stream;	/* what follows the body, or NULL; freed by who sends */
};

/* The HTML writer of this response, set up with the request's language and arena. */
struct html	*web_html(struct web_req *, struct web_res *);
void		 web_add_header(struct web_res *, const char *name, const char *value);
/* A body of JSON for a script; takes over the reference. ERR_INTERNAL when doc is NULL. */
enum err	 web_json(struct web_res *, json_t *doc) MUST_CHECK;
/* 303 to a path of our own; fmt makes it ("/ho-so/%" PRId64). */
enum err	 web_redirect(struct web_res *, const char *fmt, ...)
		    __attribute__((format(printf, 2, 3)));
/* As a download, but to be looked at: no script, no plug-in, nobody else's page. */
void		 web_inline(struct web_res *, const char *content_type, const char *file_name);
/* A download: Content-Disposition attachment with RFC 8187 name, nosniff, sandboxing CSP. */
void		 web_attachment(struct web_res *, const char *content_type, const char *file_name);

/* An empty response in the arena; keeps the memory of an earlier body. */
void		 web_res_init(struct web_res *, struct arena *);
const char	*web_res_header(const struct web_res *, const char *name);	/* NULL when not added */

#endif
