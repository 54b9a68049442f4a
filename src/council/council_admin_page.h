/* Handlers of the administrator's pages for councils and their members. */
#ifndef COUNCIL_COUNCIL_ADMIN_PAGE_H
#define COUNCIL_COUNCIL_ADMIN_PAGE_H

#include "web/route.h"

web_handler	council_admin_page_list, council_admin_page_new, council_admin_page_create, council_admin_page_show,
		council_admin_page_member_add, council_admin_page_member_end;

#endif
