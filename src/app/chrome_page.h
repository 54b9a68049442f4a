/* Pages that belong to no feature: the way in, health, language, built assets. */
#ifndef APP_CHROME_PAGE_H
#define APP_CHROME_PAGE_H

#include "web/route.h"

web_handler	chrome_home, chrome_health, chrome_language, chrome_asset, chrome_favicon;

/* The rehearsal of a secret ballot: plain modules on a page of their own, under a policy of their own. */
web_handler	chrome_rehearsal_home;	/* GET /bo-phieu/dien-tap */
web_handler	chrome_rehearsal;	/* GET /bo-phieu/dien-tap/:rest* */

#endif
