/* Handlers of workbooks. */
#ifndef DOSSIER_DOSSIER_EXPORT_PAGE_H
#define DOSSIER_DOSSIER_EXPORT_PAGE_H

#include "web/request.h"
#include "web/response.h"

enum err	export_page_list(struct web_req *, struct web_res *);	/* the list as it stands */
enum err	export_page_blank(struct web_req *, struct web_res *);	/* headings, choices and guidance */

#endif
