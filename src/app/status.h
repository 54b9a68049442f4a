/* err -> HTTP status and the page that explains it. */
#ifndef APP_STATUS_H
#define APP_STATUS_H

#include "app/app.h"

int	 status_of(enum err);
/*
 * Replace whatever the response holds by the page for err: what happened, why, what to do, the request
 * id, and on a POST what was typed.  JSON for addresses ending in .json.
 */
void	 status_page(struct web_req *, struct web_res *, enum err);

#endif
