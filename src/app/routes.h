/* The route table and its length, for the dispatcher and for tests that walk it. */
#ifndef APP_ROUTES_H
#define APP_ROUTES_H

#include "web/route.h"

extern const struct route app_routes[];
extern const size_t	  app_nroutes;

#endif
