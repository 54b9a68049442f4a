/* Handlers of nominees: doubles of a dossier, who a nomination is about, the register of people and collectives. */
#ifndef REGISTRY_NOMINEE_PAGE_H
#define REGISTRY_NOMINEE_PAGE_H

#include "web/route.h"

web_handler	nominee_page_duplicates;	/* GET  /ho-so/:dossier_id/trung-lap */
web_handler	nominee_page_number;		/* POST /ho-so/:dossier_id/de-nghi/:nomination_id/xem-so */
web_handler	nominee_page_link;		/* POST /ho-so/:dossier_id/de-nghi/:nomination_id/la-nguoi/:nominee_id */
web_handler	nominee_page_tell_apart;	/* POST /ho-so/:dossier_id/de-nghi/:nomination_id/khac-nguoi/:nominee_id */
web_handler	nominee_page_split;		/* POST /ho-so/:dossier_id/de-nghi/:nomination_id/tach-rieng */

web_handler	nominee_page_list;		/* GET  /so-danh-du */
web_handler	nominee_page_show;		/* GET  /so-danh-du/:nominee_id */
web_handler	nominee_page_look;		/* POST /so-danh-du/:nominee_id/xem-so */
web_handler	nominee_page_keep_apart;	/* POST /so-danh-du/:nominee_id/khac-nguoi/:other_id */
web_handler	nominee_page_merge_form;	/* GET  /so-danh-du/:nominee_id/gop/:other_id */
web_handler	nominee_page_merge;		/* POST /so-danh-du/:nominee_id/gop/:other_id */
web_handler	nominee_page_unmerge_form;	/* GET  /so-danh-du/gop/:nominee_merge_id/tach */
web_handler	nominee_page_unmerge;		/* POST /so-danh-du/gop/:nominee_merge_id/tach */

#endif
