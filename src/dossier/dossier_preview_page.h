/* Between the handlers of imports: the preview is shown by several of them. */
#ifndef DOSSIER_DOSSIER_PREVIEW_PAGE_H
#define DOSSIER_DOSSIER_PREVIEW_PAGE_H

#include <jansson.h>

#include "dossier/dossier_page.h"

/* The preview or what became of it; form carries messages of the form that was refused. */
enum err	 import_render(struct web_req *, struct web_res *, struct dossier_id, struct import_id,
		    struct form *) MUST_CHECK;
enum err	 import_path(const struct web_req *, struct dossier_id *, struct import_id *) MUST_CHECK;
json_t		*import_counts_json(const struct sql_dossier_import_get_row *);
bool		 import_may_confirm(const struct sql_dossier_import_get_row *);

#endif
