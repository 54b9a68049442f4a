/* Handlers of council sessions: agenda, attendance, votes, results. */
#ifndef COUNCIL_COUNCIL_PAGE_H
#define COUNCIL_COUNCIL_PAGE_H

#include "council/council_view.h"
#include "web/route.h"

web_handler	council_page_sessions, council_page_session_new, council_page_session_create, council_page_session,
		council_page_agenda, council_page_agenda_confirm, council_page_agenda_add, council_page_agenda_remove,
		council_page_attendance, council_page_attendance_save, council_page_method, council_page_open_form,
		council_page_open, council_page_open_items, council_page_close_items_form, council_page_close_items,
		council_page_close, council_page_results, council_page_minutes, council_page_item;

/* The way to a page of a session; NULL: to the list and what stands beside it. */
void		council_crumbs(struct web_req *, struct page *, const struct sql_council_session_get_row *);

#endif
