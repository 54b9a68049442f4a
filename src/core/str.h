/* Strings and numbers from strangers: whole-string parsing, trimming, hex, base64url. */
#ifndef CORE_STR_H
#define CORE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/arena.h"
#include "core/err.h"

/* Whole string is a decimal in [min, max], optional leading '-', no spaces, no '+'. */
enum err	 parse_i64(const char *, int64_t min, int64_t max, int64_t *out) MUST_CHECK;
bool		 str_eq(const char *, const char *);		/* NULL equals NULL only */
bool		 str_empty(const char *);			/* NULL or "" */
bool		 str_starts(const char *s, const char *prefix);
char		*str_trim(struct arena *, const char *);	/* ASCII white space, U+00A0, U+FEFF at both ends */
char		*hex_encode(struct arena *, const void *, size_t n);	/* lower case */
enum err	 hex_decode(const char *, void *out, size_t n) MUST_CHECK; /* exactly n bytes */
char		*base64url_encode(struct arena *, const void *, size_t n); /* no padding */
enum err	 base64url_decode(const char *, void *out, size_t n) MUST_CHECK;
/* Percent-decode into out (size >= strlen+1), '+' to space when plus; false on bad escapes. NULs kept: *n tells. */
bool		 percent_decode(const char *s, size_t len, bool plus, char *out, size_t *n);
/* a-z0-9 and '-' from any Vietnamese text ("Nguyễn Thị Hòa" -> "nguyen-thi-hoa"); "x" when nothing is left. */
char		*slugify(struct arena *, const char *);

#endif
