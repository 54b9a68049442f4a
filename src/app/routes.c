/* THE route table: every address of the house, who may use it, and what answers. */
#include "app/routes.h"

#include "app/app.h"
#include "app/chrome_page.h"

/* clang-format off */
const struct route app_routes[] = {
	/* method   path                        access           handler */
	{ WEB_GET,  "/",                        ACCESS_STATIC,   chrome_home },
	{ WEB_GET,  "/healthz",                 ACCESS_ANYONE,   chrome_health },
	{ WEB_GET,  "/ngon-ngu/:lang",          ACCESS_STATIC,   chrome_language },
	{ WEB_GET,  "/tai-nguyen/:rest*",       ACCESS_STATIC,   chrome_asset },
};
/* clang-format on */

const size_t app_nroutes = sizeof(app_routes) / sizeof(app_routes[0]);
