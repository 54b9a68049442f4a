/* UTF-8: validity, length, NFC, and what text from people may contain. */
#ifndef CORE_UTF8_H
#define CORE_UTF8_H

#include <stdbool.h>
#include <stddef.h>

#include "core/arena.h"

bool	 utf8_valid(const char *, size_t n);		/* RFC 3629: no surrogates, no overlong, no NUL */
size_t	 utf8_length(const char *);			/* code points; input must be valid */
char	*utf8_nfc(struct arena *, const char *);	/* NFC (libunistring); input must be valid */
/* True when there is a control character other than \n, \r and \t, or a bidi override (U+202A-E, U+2066-9). */
bool	 utf8_has_control(const char *);

#endif
