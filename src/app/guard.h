/* What protects a POST: where it comes from, its CSRF value, its once value. */
#ifndef APP_GUARD_H
#define APP_GUARD_H

#include "app/app.h"

/*
 * The csrf value forms of this page carry: the session's, or for sign-in one derived from a cookie
 * that is set with this response when the browser has none.  NULL where pages have no forms.
 */
const char	*guard_csrf(struct web_req *);
/* ERR_FORBIDDEN for a POST sent by a page of another site, before its body is looked at. */
enum err	 guard_origin(struct web_req *) MUST_CHECK;
/*
 * ERR_FORBIDDEN without the right csrf value, ERR_REPLAYED when the once value was used before;
 * ACCESS_JOURNALED routes have no once value.
 */
enum err	 guard_form(struct web_req *) MUST_CHECK;

#endif
