/* multipart/form-data, streamed: files stay where they are in the body, only text is copied. */
#ifndef WEB_MULTIPART_H
#define WEB_MULTIPART_H

#include "core/arena.h"
#include "core/err.h"
#include "web/request.h"

#define MULTIPART_MAX_TEXT	(12u * 1024 * 1024)	/* all text parts together */
#define MULTIPART_MAX_HEADER	(16u * 1024)		/* headers of one part */

/*
 * Parse body under a Content-Type header.  Text parts become form parameters (any bytes; the form
 * readers check them), parts with a file name become windows into the body, which must outlive them.
 * ERR_UNSUPPORTED: not multipart/form-data.  ERR_BAD_REQUEST: malformed or cut off.
 * ERR_TOO_LARGE: too many parts, too much text.  Memory: the text plus a fixed window.
 */
enum err	 multipart_parse(struct arena *, const char *content_type, const struct web_body *,
		    struct web_params *form, struct web_file **files, size_t *nfiles) MUST_CHECK;
/* The boundary parameter, quoted or not; ERR_BAD_REQUEST when missing, repeated or not a legal one. */
enum err	 multipart_boundary(struct arena *, const char *content_type, const char **) MUST_CHECK;

#endif
