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
 *   ACCESS_PUBLIC    anybody; runs on the public connection, which sees schema site only
 *   ACCESS_ANYONE    anybody; office connection without identity (sign-in)
 *   ACCESS_SIGNED_IN any signed-in person
 *   ACCESS_ROLES(m)  signed in and holding one of the roles anywhere; the op still checks the unit
 */
#define ACCESS_PUBLIC		0x80000000u
#define ACCESS_ANYONE		0x40000000u
#define ACCESS_SIGNED_IN	0x20000000u
#define ACCESS_ROLES(mask)	(0x10000000u | (mask))

struct route {
	enum web_method	 method;	/* WEB_GET or WEB_POST */
	const char	*path;		/* "/ho-so/:dossier_id/nop"; a last ":rest*" takes the remainder */
	uint32_t	 access;
	web_handler	*handler;
};

#endif
