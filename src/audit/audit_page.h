/* Handlers of the auditor's pages. */
#ifndef AUDIT_AUDIT_PAGE_H
#define AUDIT_AUDIT_PAGE_H

#include "web/route.h"

web_handler	audit_page_home;	/* GET /kiem-tra */
web_handler	audit_page_log;		/* GET /kiem-tra/nhat-ky */
web_handler	audit_page_story;	/* GET /kiem-tra/de-nghi/:nomination_id */

#endif
