/* Handlers of the pages of units. */
#ifndef REGISTRY_REGISTRY_PAGE_H
#define REGISTRY_REGISTRY_PAGE_H

#include "web/route.h"

web_handler	registry_page_units;	/* GET /quan-tri/don-vi */

#endif
