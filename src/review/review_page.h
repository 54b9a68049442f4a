/* Handlers of appraisal. */
#ifndef REVIEW_REVIEW_PAGE_H
#define REVIEW_REVIEW_PAGE_H

#include "web/route.h"

web_handler	review_page_queue, review_page_dossier, review_page_begin, review_page_finish, review_page_confirm,
		review_page_act, review_page_nomination, review_page_nomination_act;

#endif
