/* Handlers of decisions. */
#ifndef DECISION_DECISION_PAGE_H
#define DECISION_DECISION_PAGE_H

#include "web/route.h"

web_handler	decision_page_list;	/* GET  /quyet-dinh */
web_handler	decision_page_new;	/* GET  /quyet-dinh/moi?phien=ID */
web_handler	decision_page_record;	/* POST /quyet-dinh/moi; step=review|record */
web_handler	decision_page_show;	/* GET  /quyet-dinh/:decision_id */

#endif
