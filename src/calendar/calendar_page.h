/* Handlers of the calendar of working days and of terms. */
#ifndef CALENDAR_CALENDAR_PAGE_H
#define CALENDAR_CALENDAR_PAGE_H

#include "web/route.h"

web_handler	calendar_page_show;		/* GET  /quan-tri/lich */
web_handler	calendar_page_set;		/* POST /quan-tri/lich */
web_handler	calendar_page_confirm;		/* POST /quan-tri/lich/xac-nhan */
web_handler	calendar_page_ask_remove;	/* GET  /quan-tri/lich/xoa?ngay=05/11/2026 */
web_handler	calendar_page_remove;		/* POST /quan-tri/lich/xoa */
web_handler	calendar_page_term_confirm;	/* POST /quan-tri/lich/thoi-han */

#endif
