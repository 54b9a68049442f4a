/* What the account templates show. */
#ifndef ACCOUNT_ACCOUNT_VIEW_H
#define ACCOUNT_ACCOUNT_VIEW_H

#include "app/app.h"
#include "web/form.h"

struct sign_in_view {
	struct page	 page;
	struct form	*form;
};

struct password_view {
	struct page	 page;
	struct form	*form;
	bool		 first;		/* has to be changed before anything else */
};

struct role_line { const char *role, *unit_name; struct timestamp since; };
struct session_line { const char *device, *address; struct timestamp since, last_seen; bool current; };

struct account_view {
	struct page			 page;
	const struct role_line		*roles;
	size_t				 nroles;
	const struct session_line	*sessions;
	size_t				 nsessions;
};

#endif
