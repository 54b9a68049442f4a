/* A request as pages see it: independent of Kore, so that tests make one in memory. */
#ifndef WEB_REQUEST_H
#define WEB_REQUEST_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "core/arena.h"
#include "core/err.h"
#include "core/id.h"
#include "core/lang.h"

struct ctx;

#define WEB_MAX_BODY	(24u * 1024 * 1024)
#define WEB_MAX_UPLOAD	(62u * 1024 * 1024)	/* a form with files: these are never held in memory */
#define WEB_LANG_COOKIE	"vd-lang"	/* "vi" or "en" */

enum web_method { WEB_GET = 1, WEB_POST = 2, WEB_HEAD = 4, WEB_OTHER = 8 };

/* The request body, readable at any offset as often as needed; nothing is kept in memory for it. */
struct web_body {
	void	*arg;
	size_t	 length;
	ssize_t	(*pread)(void *arg, void *out, size_t n, size_t off);	/* bytes, 0 at end, -1 error */
};

struct web_param {
	const char	*name, *value;
	size_t		 length;	/* of value: differs from strlen when there is a NUL inside */
};

struct web_params {
	struct web_param	*v;
	size_t			 n;
};

/* An uploaded file part: a window into the body. */
struct web_file {
	const char		*field;		/* form field name */
	const char		*name;		/* as sent, base name only, NFC; "" when no file was chosen */
	const char		*content_type;	/* as claimed; never trusted */
	const struct web_body	*body;
	size_t			 offset, length;
	bool			 read;		/* a handler asked for it: see form_ok */
};

struct web_req {
	struct arena		*arena;
	enum web_method		 method;	/* HEAD is dispatched as GET; head tells */
	bool			 head;
	const char		*path;		/* decoded, begins with '/', no "..", "//" or NUL */
	const char		*target;	/* raw path + query as sent */
	const char		*address;	/* client address, text */
	const char		*request_id;	/* 8 hex digits, in logs and on error pages */
	struct web_params	 query, form, cookies, path_params;
	struct web_file		*files;
	size_t			 nfiles;
	struct web_body		 body;
	bool			 body_read;	/* form and files are filled */
	enum lang		 lang;
	struct ctx		*ctx;
	const char		*(*header)(void *arg, const char *name); /* lower-case name; NULL when absent */
	void			*header_arg;
};

/* NULL when absent, "" when empty; the first of repeated names. */
const char	*web_query(const struct web_req *, const char *name);
const char	*web_form(const struct web_req *, const char *name);
const char	*web_cookie(const struct web_req *, const char *name);
const char	*web_header(const struct web_req *, const char *name);
/* A script of ours asks, which wants JSON where people get a page. */
bool		 web_wants_json(const struct web_req *);
const struct web_file	*web_file(const struct web_req *, const char *field);	/* NULL when none was chosen */
ssize_t		 web_file_read(const struct web_file *, void *out, size_t n, size_t off);

/* Path parameter ":name" as a positive id, else ERR_NOT_FOUND. */
enum err	 web_path_id(const struct web_req *, const char *name, int64_t *out) MUST_CHECK;
const char	*web_path_text(const struct web_req *, const char *name);

/* Number in the query in [min, max]; fallback when absent; ERR_BAD_REQUEST when not such a number. */
enum err	 web_query_i64(const struct web_req *, const char *name, int64_t min, int64_t max,
		    int64_t fallback, int64_t *out) MUST_CHECK;

/* A path of this site, safe in a Location header: "/x", never "//x" nor a scheme. */
bool		 web_path_is_local(const char *);

enum web_encoding { WEB_PLAIN, WEB_GZIP, WEB_BROTLI };
/* The best coding the client accepts, brotli before gzip. */
enum web_encoding	 web_encoding(const struct web_req *);
enum web_encoding	 web_encoding_of(const char *accept_encoding);	/* NULL: plain */
/* If-None-Match against a quoted strong ETag, compared weakly; NULL never matches. */
bool		 web_etag_matches(const char *if_none_match, const char *etag);

/* For the dispatcher. Fill path, query, cookies and lang from target and headers. */
enum err	 web_req_address(struct web_req *) MUST_CHECK;
/* Fill form and files from the body, once. */
enum err	 web_req_body(struct web_req *) MUST_CHECK;

#endif
