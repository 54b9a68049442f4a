/*
 * Browsers an account signed in from before ("device cookies", OWASP): each keeps a count of wrong passwords of its
 * own, so that whoever guesses from elsewhere keeps nobody out of the own office.
 */
#ifndef ACCOUNT_DEVICE_H
#define ACCOUNT_DEVICE_H

#include "app/app.h"

#define DEVICE_DAYS	180	/* without signing in, until a browser is a stranger again */
#define DEVICE_ACCOUNTS	4	/* people one browser is known for: the last ones to sign in */

/* Name of this browser for that account, in the arena of the request; "" for one that never signed in to it. */
const char	*device_of(struct web_req *, const char *username);
/* From now on the browser is known for that account; the others it is known for stay. */
void		 device_remember(struct web_req *, const char *username);

#endif
