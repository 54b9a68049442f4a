/* Handler of the first page after sign-in. */
#ifndef HOME_HOME_PAGE_H
#define HOME_HOME_PAGE_H

#include "web/route.h"

web_handler	home_page;	/* GET /viec-cua-toi */

#endif
