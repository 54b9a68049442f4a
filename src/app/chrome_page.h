/* Pages that belong to no feature: the way in, health, language, built assets. */
#ifndef APP_CHROME_PAGE_H
#define APP_CHROME_PAGE_H

#include "web/route.h"

web_handler	chrome_home, chrome_health, chrome_language, chrome_asset;

#endif
