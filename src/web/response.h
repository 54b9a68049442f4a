/* A buffered response: nothing of it leaves before COMMIT. */
#ifndef WEB_RESPONSE_H
#define WEB_RESPONSE_H

#include <stdbool.h>

#include "core/buf.h"
#include "html/html.h"
#include "web/request.h"

struct web_res {
	int		 status;	/* 0 until decided: 200 then */
	const char	*content_type;	/* default text/html; charset=utf-8 */
	struct web_params headers;	/* added with web_add_header */
	struct buf	 body;
	struct html	 html;
	struct arena	*arena;
	bool		 keep;		/* commit although the status says failure (login throttle) */
};

/* The HTML writer of this response, set up with the request's language and arena. */
struct html	*web_html(struct web_req *, struct web_res *);
void		 web_add_header(struct web_res *, const char *name, const char *value);
/* 303 to a path of our own; fmt makes it ("/ho-so/%" PRId64). */
enum err	 web_redirect(struct web_res *, const char *fmt, ...)
		    __attribute__((format(printf, 2, 3)));
/* A download: Content-Disposition attachment with RFC 8187 name, nosniff, sandboxing CSP. */
void		 web_attachment(struct web_res *, const char *content_type, const char *file_name);

#endif
