/* The Cookie header, read as RFC 6265 says servers should: exact names, whole values. */
#ifndef WEB_COOKIE_H
#define WEB_COOKIE_H

#include "core/arena.h"
#include "web/request.h"

#define COOKIE_MAX	64	/* further ones are ignored */

/* Never fails: a malformed piece is skipped, the others stay.  header may be NULL. */
void	 cookie_parse(struct arena *, const char *header, struct web_params *);

struct cookie_spec {
	const char	*name, *value;
	int64_t		 max_age;	/* seconds; 0: until the browser closes; -1: delete now */
	bool		 secure, http_only;
};

/* The value of a Set-Cookie header: Path=/, SameSite=Lax and what spec says.  In the arena. */
char	*cookie_format(struct arena *, const struct cookie_spec *);

#endif
