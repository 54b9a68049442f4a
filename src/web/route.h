/* The route table's row: method, path, access (required), handler. */
#ifndef WEB_ROUTE_H
#define WEB_ROUTE_H

#include <stddef.h>
#include <stdint.h>

#include "web/request.h"
#include "web/response.h"

typedef enum err web_handler(struct web_req *, struct web_res *);

/*
 * Access has no default: 0 is refused at start.
 *   ACCESS_STATIC    anybody; no database at all (assets, redirects)
 *   ACCESS_PUBLIC    anybody; runs on the public connection, which sees schema site only
 *   ACCESS_ANYONE    anybody; office connection without identity (sign-in)
 *   ACCESS_SIGNED_IN any signed-in person
 *   ACCESS_ROLES(m)  signed in and holding one of the roles anywhere; the op still checks the unit
 */
#define ACCESS_PUBLIC		0x80000000u
#define ACCESS_ANYONE		0x40000000u
#define ACCESS_STATIC		0x08000000u
#define ACCESS_SIGNED_IN	0x20000000u
#define ACCESS_ROLES(mask)	(0x10000000u | (mask))
/*
 * Added to the access of a POST that a script sends again until it is answered: no once value is asked
 * for, since the handler knows each change by the sender's own number (a repeat is "already saved", not
 * 409), and no audit row, since the journal it appends to is the record (ctx.journaled).  CSRF stays.
 */
#define ACCESS_JOURNALED	0x04000000u
/* Never made to wait although its sender kept the worker busy (see app/dispatch.c): what a closing time hangs on. */
#define ACCESS_URGENT		0x02000000u
#define ACCESS_ROLE_MASK	0x01ffffffu

struct route {
	enum web_method	 method;	/* WEB_GET or WEB_POST */
	const char	*path;		/* "/ho-so/:dossier_id/nop"; a last ":rest*" takes the remainder */
	uint32_t	 access;
	web_handler	*handler;
};

/*
 * The row for method and path; where several fit, the one that is literal at the leftmost difference
 * ("/ho-so/moi" before "/ho-so/:id").  *methods collects every method the path knows: 0 is 404,
 * NULL with methods is 405.  Path parameters are copied into the arena.
 */
const struct route	*route_match(const struct route *, size_t n, enum web_method, const char *path,
			    struct arena *, struct web_params *, unsigned *methods);
/* False (and a log line) when a row is incomplete or two rows cannot be told apart. */
bool			 route_table_valid(const struct route *, size_t n);

#endif
