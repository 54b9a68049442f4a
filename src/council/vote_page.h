/* Handlers where votes come in: the member's own, written opinions, paper counts. */
#ifndef COUNCIL_VOTE_PAGE_H
#define COUNCIL_VOTE_PAGE_H

#include "web/route.h"

web_handler	vote_page_form, vote_page_cast, vote_page_written_form, vote_page_written, vote_page_paper_form,
		vote_page_paper;

#endif
