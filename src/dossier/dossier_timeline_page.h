/* Handler of the page "where is my dossier". */
#ifndef DOSSIER_DOSSIER_TIMELINE_PAGE_H
#define DOSSIER_DOSSIER_TIMELINE_PAGE_H

#include "dossier/dossier_timeline_view.h"

enum err	timeline_page_show(struct web_req *, struct web_res *);

#endif
