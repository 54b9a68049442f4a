/* Handlers of closing times and of outages of our own. */
#ifndef CALENDAR_DEADLINE_PAGE_H
#define CALENDAR_DEADLINE_PAGE_H

#include "web/route.h"

web_handler	deadline_page_show;		/* GET  /quan-tri/dot-xet/:season_id/han-nop */
web_handler	deadline_page_preview;		/* GET  /quan-tri/dot-xet/:season_id/gia-han */
web_handler	deadline_page_extend;		/* POST /quan-tri/dot-xet/:season_id/gia-han */
web_handler	deadline_page_ask_withdraw;	/* GET  /quan-tri/dot-xet/:season_id/gia-han/:extension_id/rut */
web_handler	deadline_page_withdraw;		/* POST /quan-tri/dot-xet/:season_id/gia-han/:extension_id/rut */
web_handler	deadline_page_outages;		/* GET  /quan-tri/gian-doan */
web_handler	deadline_page_note;		/* POST /quan-tri/gian-doan/:outage_id */

#endif
