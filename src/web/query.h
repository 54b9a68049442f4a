/* Parsers of what a browser sends in one string: the request target and application/x-www-form-urlencoded. */
#ifndef WEB_QUERY_H
#define WEB_QUERY_H

#include "core/arena.h"
#include "core/err.h"
#include "web/request.h"

#define WEB_MAX_FIELDS	4000	/* of one query, form or multipart body */

/*
 * "a=1&b=&c" as parameters, in order, repeats kept; values may hold NULs and any bytes (form readers
 * refuse those beside the field).  ERR_BAD_REQUEST: wrong percent-escape, or a name that is not UTF-8
 * text.  ERR_TOO_LARGE: more than WEB_MAX_FIELDS.
 */
enum err	 query_parse(struct arena *, const char *, size_t n, struct web_params *) MUST_CHECK;
/* True when every value is UTF-8 without NUL: required of what stands in an address. */
bool		 query_is_text(const struct web_params *);

/*
 * The path of a request target, decoded: begins with '/', UTF-8 without control characters.
 * ERR_NOT_FOUND for "//", "." and ".." segments, encoded slashes and backslashes; ERR_BAD_REQUEST for
 * anything that is no path.  *query points at what follows '?' in the target, "" when nothing does.
 */
enum err	 target_parse(struct arena *, const char *target, const char **path,
		    const char **query) MUST_CHECK;

#endif
